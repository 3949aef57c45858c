// Fields of an application by name: what a correction may be about, and which slips may be put right on the spot.
import type { Application } from '@/api/types'

type Say = (key: string, values?: Record<string, unknown>) => string
interface Field { pointer: string; parts: readonly string[] }

export const FIELDS: readonly Field[] = [
  { pointer: '/cargo/name', parts: ['form.name'] },
  ...(['length', 'width', 'height', 'mass'] as const).map((one) => ({ pointer: `/cargo/${one === 'mass' ? 'mass_kg' : `${one}_mm`}`, parts: ['form.cargo', `form.${one}`] })),
  { pointer: '/vehicle_set', parts: ['form.vehicles'] },
  { pointer: '/vehicle_set/axle_loads_kg', parts: ['form.load'] },
  { pointer: '/vehicle_set/axle_spacings_mm', parts: ['form.spacing'] },
  { pointer: '/vehicle_set/tyres', parts: ['form.tyres'] },
  { pointer: '/loaded/length_mm', parts: ['form.totalLength'] },
  { pointer: '/loaded/width_mm', parts: ['form.totalWidth'] },
  { pointer: '/loaded/height_mm', parts: ['form.totalHeight'] },
  { pointer: '/loaded/gross_mass_kg', parts: ['form.total'] },
  { pointer: '/trip/origin', parts: ['form.origin'] },
  { pointer: '/trip/destination', parts: ['form.destination'] },
  { pointer: '/trip/planned_start', parts: ['form.start'] },
  { pointer: '/trip/planned_end', parts: ['form.end'] },
]
const ENDS: Record<string, string> = { name: 'form.placeName', address: 'form.address' }

/** The field's name as people know it. */
export function fieldOf(t: Say, pointer: string): string {
  if (!pointer) return t('correction.whole')
  const bare = pointer.replace(/^\/facts(?=\/)/, '')
  const known = FIELDS.find((one) => one.pointer === bare)
  if (known) return known.parts.map((one) => t(one)).join(' ')
  const end = ENDS[bare.slice(bare.lastIndexOf('/') + 1)]
  const place = /^\/trip\/(origin|destination|via)/.exec(bare)?.[1]
  if (place && end) return `${t(place === 'via' ? 'structure.via' : `form.${place}`)} ${t(end)}`
  const set = /^\/further_sets\/(\d+)/.exec(bare)?.[1]
  if (set !== undefined) return t('review.set', { n: Number(set) + 2 })
  const nearest = FIELDS.filter((one) => bare.startsWith(`${one.pointer}/`)).sort((a, b) => b.pointer.length - a.pointer.length)[0]
  return nearest ? nearest.parts.map((one) => t(one)).join(' ') : bare
}

/** What may be put right on the spot, as it stands. */
export function slipsOf(application: Application): { pointer: string; was: string; text: string }[] {
  const { cargo, trip } = application.facts
  const places: [string, { name: string; address: string }][] = [['origin', trip.origin], ['destination', trip.destination], ...trip.via.map((one, index): [string, { name: string; address: string }] => [`via/${index}`, one])]
  return [
    ['/facts/cargo/name', cargo.name],
    ...places.flatMap(([where, place]) => [[`/facts/trip/${where}/name`, place.name], [`/facts/trip/${where}/address`, place.address]]),
    ...application.further_sets.map((one, index) => [`/further_sets/${index}/cargo/name`, one.cargo.name]),
  ].map(([pointer, was]) => ({ pointer: pointer!, was: was!, text: was! }))
}
