// What is typed is kept in this browser until it is handed in, for each person apart.
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { session } from './session'

const WAIT_MS = 400

export interface Draft {
  savedAt: Ref<Date | null>
  restored: Ref<boolean>
  forget: () => void
}

/** Keep `value` under a name; what was kept before is put back at once. */
export function useDraft<T extends object>(name: string, value: T): Draft {
  const address = `dajian.draft.${session.me?.id ?? 'guest'}.${name}`
  const untouched = JSON.stringify(value)
  const savedAt = ref<Date | null>(null)
  const restored = ref(false)
  const kept = localStorage.getItem(address)
  if (kept) {
    try {
      Object.assign(value, JSON.parse(kept) as T)
      restored.value = true
    } catch {
      localStorage.removeItem(address)
    }
  }
  let timer = 0
  let ended = false

  function keep(): void {
    const text = JSON.stringify(value)
    if (ended) return
    if (text === untouched) {
      localStorage.removeItem(address)
      savedAt.value = null
      return
    }
    localStorage.setItem(address, text)
    savedAt.value = new Date()
  }

  watch(
    () => value,
    () => {
      clearTimeout(timer)
      timer = window.setTimeout(keep, WAIT_MS)
    },
    { deep: true },
  )
  const onLeave = () => {
    if (timer) keep()
  }
  window.addEventListener('pagehide', onLeave)
  onScopeDispose(() => {
    clearTimeout(timer)
    if (timer) keep()
    window.removeEventListener('pagehide', onLeave)
  })

  function forget(): void {
    clearTimeout(timer)
    ended = true
    localStorage.removeItem(address)
  }
  return { savedAt, restored, forget }
}
