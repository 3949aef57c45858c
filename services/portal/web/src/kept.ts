// A choice that stays for this person in this browser, such as the filters of a list.
import { reactive, watch } from 'vue'
import { session } from './session'

/** `first`, or what was chosen last time. */
export function useKept<T extends object>(name: string, first: T): T {
  const address = `dajian.kept.${session.me?.id ?? 'guest'}.${name}`
  let before: Partial<T> = {}
  try {
    before = JSON.parse(localStorage.getItem(address) ?? '{}') as Partial<T>
  } catch {
    localStorage.removeItem(address)
  }
  const value = reactive({ ...first, ...before }) as T
  watch(() => value, () => localStorage.setItem(address, JSON.stringify(value)), { deep: true })
  return value
}
