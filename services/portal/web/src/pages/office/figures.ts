// What the overview counts: months by the permit figures, the queue by when it is due, the newest applications by state and lane.
import { api, got } from '@/api/client'
import type { ApplicationRow, Figures, QueueCount } from '@/api/types'
import { day } from '@/format'
import { said } from '@/i18n'

export interface Cell { value: number | null; unit?: string; to?: string | undefined }
export interface Column { text: string; tone?: string; line?: boolean }
/** A chart and the table that says the same: a row of figures a category, each opening its list; columns without tone are in the table alone. */
export interface Chart { name: string; title: string; note?: string; lying?: boolean; columns: Column[]; rows: { key: string; text: string; cells: Cell[] }[] }
type Text = (key: string, values?: Record<string, unknown>) => string

const MONTHS = 6
const SAMPLE = 300
export const OVER = ['issued', 'terminated', 'not_accepted', 'rejected', 'withdrawn', 'deemed_withdrawn']
const IN_ORDER = ['submitted', 'precheck', 'correction', 'accepted', 'routed', 'survey', 'review', 'consult', 'approval', 'approved', ...OVER]
const STAGES = ['unclaimed', 'others', 'correction'] as const
const BANDS = [['overdue', 'bad'], ['today', 'gold'], ['soon', 'info'], ['later', 'el-color-primary-light-3']] as const
const LANES = [['instant', 'brand'], ['fast', 'info'], ['survey', 'gold']] as const
const MONTHLY = [['accepted_and_reviewed', 'line-strong'], ['decided', 'brand'], ['decided_automatically', 'el-color-primary-light-3'], ['issued', 'info'], ['refused', ''], ['on_time_rate', 'gold']] as const

/** The last months by Shanghai days, the oldest first; this one until today. */
function months(): { first: string; last: string }[] {
  const today = day(new Date())
  const [year = 0, month = 0] = today.split('-').map(Number)
  const iso = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10)
  return Array.from({ length: MONTHS }, (_, back) => month - MONTHS + back).map((at) => {
    const last = iso(year, at + 1, 0)
    return { first: iso(year, at, 1), last: last < today ? last : today }
  })
}

export const monthly = (): Promise<Figures[]> => Promise.all(months().map((query) => got(api.GET('/api/issuance/v1/public/figures', { params: { query } }))))

export async function queueCounts(): Promise<QueueCount[]> {
  return (await got(api.GET('/api/intake/v1/queue', { params: { query: { stage: 'unclaimed', limit: 1 } } }))).counts
}

export async function newest(): Promise<ApplicationRow[]> {
  const rows: ApplicationRow[] = []
  let cursor: string | undefined
  do {
    const page = await got(api.GET('/api/intake/v1/applications', { params: { query: { limit: 100, cursor } } }))
    rows.push(...page.items)
    cursor = page.next_cursor ?? undefined
  } while (cursor && rows.length < SAMPLE)
  return rows
}

export function cellOf(period: Figures, code: string): Cell {
  const figure = period.figures.find((one) => one.code === code)
  if (!figure) return { value: null }
  const behind = code === 'on_time_rate' ? 'decided_on_time' : code
  const to = figure.num ? `/office/figures/${behind}?first=${period.first}&last=${period.last}` : undefined
  return { value: figure.value === null ? null : Number(figure.value), unit: figure.percent ? '%' : '', to }
}

export function byMonth(periods: readonly Figures[], t: Text): Chart {
  const named = (code: string) => { const figure = periods[0]?.figures.find((one) => one.code === code); return figure ? said(figure) : code }
  return {
    name: 'months', title: t('office.byMonth'), note: t('office.byMonthNote'),
    columns: MONTHLY.map(([code, tone]) => ({ text: named(code), tone, line: code === 'on_time_rate' })),
    rows: periods.map((period) => ({ key: period.first, text: period.first.slice(0, 7), cells: MONTHLY.map(([code]) => cellOf(period, code)) })),
  }
}

export function byDue(counts: readonly QueueCount[], t: Text): Chart {
  const cell = (stage: string, band: string): Cell => ({ value: counts.find((one) => one.stage === stage && one.band === band)?.count ?? 0, to: `/desk?stage=${stage}&band=${band}` })
  return {
    name: 'due', title: t('office.byDue'), lying: true,
    columns: BANDS.map(([band, tone]) => ({ text: t(`team.band.${band}`), tone })),
    rows: STAGES.map((stage) => ({ key: stage, text: t(`team.stage.${stage}`), cells: BANDS.map(([band]) => cell(stage, band)) })),
  }
}

export function byState(applications: readonly ApplicationRow[], t: Text): Chart {
  const lanes = [...LANES.map(([lane, tone]) => ({ lane: lane as string | null, text: t(`lane.${lane}`), tone: tone as string })), { lane: null, text: t('office.noLane'), tone: 'line-strong' }]
  const cell = (status: string, lane: string | null): Cell => {
    const value = applications.filter((row) => row.status === status && row.lane === lane).length
    return { value, to: value ? `/office/applications?status=${status}&lane=${lane ?? 'none'}` : undefined }
  }
  return {
    name: 'states', title: t('office.byState'), note: t('office.sampleSize', { n: applications.length }), lying: true,
    columns: lanes,
    rows: IN_ORDER.filter((status) => applications.some((row) => row.status === status)).map((status) => ({ key: status, text: t(`status.${status}`), cells: lanes.map(({ lane }) => cell(status, lane)) })),
  }
}
