// Signing in: name and password for a token, then who one is.
import { begin } from '@/session'
import { ApiProblem, problemOf } from './problem'
import type { Me } from './types'
import { language } from '@/i18n'

async function asked<T>(address: string, options: RequestInit): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(address, options)
  } catch {
    throw new ApiProblem(0, 'network/unanswered', '')
  }
  const body: unknown = await answer.json().catch(() => null)
  if (!answer.ok) throw problemOf(answer, body)
  return body as T
}

export async function signIn(username: string, password: string): Promise<void> {
  const headers = { 'Accept-Language': language() }
  const body = new URLSearchParams({ username, password })
  const { access_token: token } = await asked<{ access_token: string }>('/api/registry/v1/tokens', { method: 'POST', body, headers })
  const me = await asked<Me>('/api/registry/v1/me', { headers: { ...headers, Authorization: `Bearer ${token}` } })
  begin(token, me)
}
