// A list that is loaded page by page.
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { ApiProblem } from './api/problem'
import { asProblem } from './load'

interface Page<T> { items: T[]; next_cursor: string | null }
export interface Pages<T> {
  items: ShallowRef<readonly T[]>
  next: Ref<string | null>
  busy: Ref<boolean>
  problem: Ref<ApiProblem | null>
  more: () => Promise<void>
  restart: () => Promise<void>
}

export function useMore<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Pages<T> {
  const items = shallowRef<readonly T[]>([])
  const next = ref<string | null>(null)
  const busy = ref(false)
  const problem = ref<ApiProblem | null>(null)

  async function load(cursor: string | undefined): Promise<void> {
    busy.value = true
    try {
      const found = await page(cursor)
      items.value = cursor ? [...items.value, ...found.items] : found.items
      next.value = found.next_cursor
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      busy.value = false
    }
  }
  const more = () => load(next.value ?? undefined)
  const restart = () => load(undefined)
  void restart()
  return { items, next, busy, problem, more, restart }
}
