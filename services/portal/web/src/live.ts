// Hearing at once what has changed: one stream of events a browser, however many pages are open; where there is none, the
// page looks every few seconds as before. The stream says which cases changed, never what: the page asks for that itself.
import { onScopeDispose, ref, type Ref } from 'vue'
import { guarded } from './api/client'
import { session } from './session'

/** The ids of what changed; none: anything may have. */
type Heard = (ids: readonly string[]) => void
/** What open pages say to each other; `asks`: one that is new wants to know whether somebody hears. */
interface Word { live: boolean; ids?: readonly string[]; asks?: boolean }

const RETRY_MS = [1000, 2000, 5000, 15_000, 30_000]
/** The server says something every 15 s: when it does not, the line is dead. */
const SILENCE_MS = 40_000
/** Changes that come together are told as one. */
const GATHER_MS = 150

export const QUEUE = '/api/intake/v1/queue/events'
/** How often a page looks by itself, hearing or not. */
export const pauseMs = (live: boolean): number => (live ? 60_000 : 10_000)

/** Tells `heard` of changes while the page stands; whether that works now. */
export function useLive(address: string, heard: Heard): Ref<boolean> {
  const live = ref(false)
  const end = new AbortController()
  let gathered: string[] | null = null
  const take = (word: Word): void => {
    live.value = word.live
    if (!word.ids) return
    if (gathered === null) setTimeout(() => {
      if (!end.signal.aborted) heard(gathered ?? [])
      gathered = null
    }, GATHER_MS)
    gathered = word.ids.length && gathered?.length !== 0 ? [...(gathered ?? []), ...word.ids] : []
  }
  // A secure origin is needed to agree on one stream among the open pages.
  if (navigator.locks) void follow(address, end.signal, take)
  onScopeDispose(() => end.abort())
  return live
}

/** Listen to the page that holds the stream; hold it oneself as soon as no other does. */
async function follow(address: string, ending: AbortSignal, take: (word: Word) => void): Promise<void> {
  const name = `dajian.live ${address} ${session.me?.id ?? ''}`
  const others = new BroadcastChannel(name)
  let hearing = false
  const say = (word: Word): void => {
    hearing = word.live
    take(word)
    others.postMessage(word)
  }
  others.onmessage = ({ data }: MessageEvent<Word>) => {
    if (!data.asks) take(data)
    else if (hearing) others.postMessage({ live: true })
  }
  others.postMessage({ live: false, asks: true })
  ending.addEventListener('abort', () => others.close())
  try {
    await navigator.locks.request(name, { signal: ending }, async () => {
      for (let failed = 0; !ending.aborted; failed++) {
        const opened = await stream(address, ending, say)
        if (ending.aborted) return
        say({ live: false })
        if (opened) failed = 0
        await pause(RETRY_MS[Math.min(failed, RETRY_MS.length - 1)]!, ending)
      }
    })
  } catch {
    // The page was left while another held the stream.
  }
}

/** One stream until it ends; whether it began. */
async function stream(address: string, ending: AbortSignal, say: (word: Word) => void): Promise<boolean> {
  const broken = new AbortController()
  const breakOff = (): void => broken.abort()
  ending.addEventListener('abort', breakOff)
  let silence = setTimeout(breakOff, SILENCE_MS)
  let opened = false
  try {
    const answer = await guarded(new Request(new URL(address, location.origin), { headers: { Accept: 'text/event-stream' }, signal: broken.signal }))
    if (!answer.ok || !answer.body) return false
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(silence)
      silence = setTimeout(breakOff, SILENCE_MS)
      const events = (rest + part.value).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const kind = /^event: (.*)$/m.exec(event)?.[1]
        const data = /^data: (.*)$/m.exec(event)?.[1]
        opened ||= kind === 'open'
        if (kind && data) say({ live: true, ids: (JSON.parse(data) as { ids?: string[] }).ids ?? [] })
      }
    }
    return opened
  } catch {
    // The line broke, or the page is left: the caller tries again, or does not.
    return opened
  } finally {
    clearTimeout(silence)
    ending.removeEventListener('abort', breakOff)
  }
}

function pause(ms: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    ending.addEventListener('abort', () => { clearTimeout(timer); resolve() }, { once: true })
  })
}
