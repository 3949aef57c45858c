// What each role works with: its home and the pages in the head of the screen.
import { session } from './session'

export interface Place {
  to: string
  text: string
}

const PLACES: Record<string, Place[]> = {
  CA: [
    { to: '/carrier', text: 'nav.start' },
    { to: '/carrier/new', text: 'nav.apply' },
    { to: '/carrier/applications', text: 'nav.applications' },
    { to: '/carrier/permits', text: 'nav.permits' },
    { to: '/carrier/vehicles', text: 'nav.vehicles' },
    { to: '/inbox', text: 'nav.inbox' },
  ],
  CK: [{ to: '/desk', text: 'nav.desk' }, { to: '/office/applications', text: 'nav.all' }, { to: '/inbox', text: 'nav.inbox' }],
  RV: [{ to: '/review', text: 'nav.review' }, { to: '/office/applications', text: 'nav.all' }],
  AP: [
    { to: '/review', text: 'nav.approval' },
    { to: '/office/standing', text: 'nav.standing' },
    { to: '/office/applications', text: 'nav.all' },
  ],
  SI: [{ to: '/surveys', text: 'nav.surveys' }],
  ED: [{ to: '/escort', text: 'nav.escort' }],
  RO: [{ to: '/road', text: 'nav.roadside' }, { to: '/road/notices', text: 'nav.roadNotices' }],
  SV: [
    { to: '/office', text: 'nav.overview' },
    { to: '/desk', text: 'nav.queue' },
    { to: '/review', text: 'nav.review' },
    { to: '/office/applications', text: 'nav.all' },
    { to: '/office/standing', text: 'nav.standing' },
  ],
  AD: [{ to: '/office/accounts', text: 'nav.accounts' }],
}

const PUBLIC: Place[] = [
  { to: '/check', text: 'nav.check' },
  { to: '/try', text: 'nav.try' },
  { to: '/notices', text: 'nav.notices' },
]

export function places(): Place[] {
  const mine = (session.me?.roles ?? []).flatMap((role) => PLACES[role] ?? [])
  const seen = new Set<string>()
  return [...mine, ...(mine.length ? [PUBLIC[0]!, PUBLIC[2]!] : PUBLIC)].filter(
    ({ to }) => !seen.has(to) && seen.add(to),
  )
}

export function home(): string {
  return session.me ? (places()[0]?.to ?? '/check') : '/'
}
