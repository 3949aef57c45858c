// Loading what a page shows: the data, whether it is still coming, what went wrong; again at will or every few seconds.
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ApiProblem } from './api/problem'

export interface Loading<T> {
  data: ShallowRef<T | null>
  problem: Ref<ApiProblem | null>
  busy: Ref<boolean>
  again: () => Promise<void>
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  throw error
}

/** Load now; `everyMs`: also while the page is looked at (asked each time). What is shown stays while it is loaded again. */
export function useLoad<T>(fetchIt: () => Promise<T>, everyMs: number | (() => number) = 0): Loading<T> {
  const data = shallowRef<T | null>(null)
  const problem = ref<ApiProblem | null>(null)
  const busy = ref(false)
  let round = 0

  async function again(): Promise<void> {
    const mine = ++round
    busy.value = true
    try {
      const found = await fetchIt()
      if (mine !== round) return
      data.value = found
      problem.value = null
    } catch (error) {
      if (mine === round) problem.value = asProblem(error)
    } finally {
      if (mine === round) busy.value = false
    }
  }

  if (everyMs) {
    const pause = typeof everyMs === 'function' ? everyMs : () => everyMs
    let timer = setTimeout(look, pause())
    function look(): void {
      if (document.visibilityState === 'visible' && !busy.value) void again()
      timer = setTimeout(look, pause())
    }
    onScopeDispose(() => clearTimeout(timer))
  }
  void again()
  return { data, problem, busy, again }
}
