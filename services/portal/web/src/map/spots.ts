// Places of a route worth a mark: where it begins and ends, and its tightest spots (put at their segment's share of the way).
import type { Facts, RouteFinding } from '@/api/types'
import type { Spot } from '@/components/RouteMap.vue'

type Point = readonly number[]

const apart = (a: Point, b: Point) => Math.hypot(((a[0] ?? 0) - (b[0] ?? 0)) * 0.77, (a[1] ?? 0) - (b[1] ?? 0))

function along(line: readonly Point[], share: number): Point {
  const lengths = line.slice(1).map((point, index) => apart(line[index]!, point))
  let left = lengths.reduce((sum, one) => sum + one, 0) * share
  for (const [index, length] of lengths.entries()) {
    const from = line[index]!
    const to = line[index + 1]!
    if (left <= length || index === lengths.length - 1) {
      const part = length ? Math.min(1, left / length) : 0
      return [(from[0] ?? 0) + ((to[0] ?? 0) - (from[0] ?? 0)) * part, (from[1] ?? 0) + ((to[1] ?? 0) - (from[1] ?? 0)) * part]
    }
    left -= length
  }
  return line[0] ?? [0, 0]
}

export function ends(facts: Facts): Spot[] {
  const { origin, destination, via } = facts.trip
  return [
    { lon: origin.lon, lat: origin.lat, label: origin.name, tone: 'start' },
    ...via.map((place): Spot => ({ lon: place.lon, lat: place.lat, label: place.name, tone: 'via' })),
    { lon: destination.lon, lat: destination.lat, label: destination.name, tone: 'end' },
  ]
}

export function tightSpots(
  findings: readonly RouteFinding[],
  segments: readonly { id: number; length_m: number }[],
  line: readonly Point[],
  text: (finding: RouteFinding) => string,
): Spot[] {
  const total = segments.reduce((sum, one) => sum + one.length_m, 0)
  if (!total || line.length < 2) return []
  return findings.flatMap((finding) => {
    const index = segments.findIndex((segment) => segment.id === finding.segment_id)
    if (index < 0 || finding.verdict === 'clear') return []
    const before = segments.slice(0, index).reduce((sum, one) => sum + one.length_m, 0)
    const [lon, lat] = along(line, (before + segments[index]!.length_m / 2) / total)
    return [{ lon: lon ?? 0, lat: lat ?? 0, label: text(finding), tone: finding.verdict }]
  })
}
