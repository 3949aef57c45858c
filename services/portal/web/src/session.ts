// Who is signed in, in this tab; and the way back in when a sign-in ends, without losing what is on the page.
import { computed, reactive, readonly } from 'vue'
import type { Me } from './api/types'

const STORE = 'dajian.session'

interface Session {
  token: string
  me: Me | null
  /** The sign-in ended while a page was open: a dialog asks for the password, the calls wait. */
  expired: boolean
}

function stored(): Session {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORE) ?? 'null') as { token: string; me: Me } | null
    if (kept?.token) return { token: kept.token, me: kept.me, expired: false }
  } catch {
    sessionStorage.removeItem(STORE)
  }
  return { token: '', me: null, expired: false }
}

const state = reactive<Session>(stored())
let waiting: ((signedIn: boolean) => void)[] = []

export const session = readonly(state)
export const signedIn = computed(() => state.token !== '')

export function hasRole(...roles: readonly string[]): boolean {
  return state.me?.roles.some((role) => roles.includes(role)) ?? false
}

export function begin(token: string, me: Me): void {
  Object.assign(state, { token, me, expired: false })
  sessionStorage.setItem(STORE, JSON.stringify({ token, me }))
  waiting.forEach((go) => go(true))
  waiting = []
}

export function end(): void {
  Object.assign(state, { token: '', me: null, expired: false })
  sessionStorage.removeItem(STORE)
  waiting.forEach((go) => go(false))
  waiting = []
}

/** Wait until the person has signed in again; false when he gave up. */
export function again(): Promise<boolean> {
  state.expired = true
  return new Promise((resolve) => waiting.push(resolve))
}
