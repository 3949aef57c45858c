// How numbers, measures and moments are written: fixed units, aligned digits, the time of Shanghai.
const ZONE = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function pieces(moment: string | Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(moment)).map((part) => [part.type, part.value]))
}

/** 2026-12-07 */
export function day(moment: string | Date | null): string {
  if (!moment) return '—'
  const p = pieces(moment)
  return `${p.year}-${p.month}-${p.day}`
}

/** 12-07 08:00, with the year when it is not this one */
export function stamp(moment: string | Date | null): string {
  if (!moment) return '—'
  const p = pieces(moment)
  const year = p.year === pieces(new Date()).year ? '' : `${p.year}-`
  return `${year}${p.month}-${p.day} ${p.hour}:${p.minute}`
}

/** 2026-12-07T08:00, for a field */
export function fieldMoment(moment: string | Date): string {
  const p = pieces(moment)
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`
}

/** What a field holds, as the services take it. */
export function wireMoment(field: string): string {
  return field ? `${field.slice(0, 16)}:00+08:00` : ''
}

export function metres(mm: number | null): string {
  return mm === null ? '—' : (mm / 1000).toFixed(2)
}

export function tonnes(kg: number | null): string {
  return kg === null ? '—' : (kg / 1000).toFixed(kg % 100 === 0 ? 1 : 3)
}

export function kilometres(m: number): string {
  return (m / 1000).toFixed(1)
}

export function grouped(value: number): string {
  return value.toLocaleString('en-US').replaceAll(',', '\u2009')
}

/** A value with the unit a rule is written in. */
export function measured(value: unknown, unit: string): string {
  if (typeof value === 'number') return unit ? `${grouped(value)}\u00a0${unit}` : grouped(value)
  return value === null || value === undefined ? '—' : String(value)
}

/** Whole hours from now until a moment; negative: it is over. */
export function hoursUntil(moment: string): number {
  return Math.floor((new Date(moment).getTime() - Date.now()) / 3_600_000)
}
