// The road network as a picture's ground: lines by kind, loaded once.
export interface Roads {
  attribution: string
  lines: { expressway: number[][][]; main: number[][][]; local: number[][][] }
}

let asked: Promise<Roads | null> | null = null

async function load(): Promise<Roads | null> {
  const answer = await fetch('/api/route-advisory/v1/public/roads').catch(() => null)
  return answer?.ok ? ((await answer.json()) as Roads) : null
}

/** The roads; null when they cannot be had now: the route is still drawn. */
export function loadRoads(): Promise<Roads | null> {
  asked ??= load().then((roads) => {
    if (!roads) asked = null
    return roads
  })
  return asked
}
