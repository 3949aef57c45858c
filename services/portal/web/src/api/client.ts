// The one client of the services: typed by their documents, signed in, asking for the password again when that ends.
import createClient from 'openapi-fetch'
import { language } from '@/i18n'
import { again, session } from '@/session'
import type { paths as Classification } from './generated/classification'
import type { paths as Fieldwork } from './generated/fieldwork'
import type { paths as Intake } from './generated/intake'
import type { paths as Issuance } from './generated/issuance'
import type { paths as Registry } from './generated/registry'
import type { paths as Roads } from './generated/route-advisory'
import { ApiProblem, problemOf } from './problem'

type Paths = Classification & Fieldwork & Intake & Issuance & Registry & Roads

async function send(request: Request): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('Accept-Language', language())
  if (session.token) headers.set('Authorization', `Bearer ${session.token}`)
  try {
    return await fetch(new Request(request, { headers }))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, 'network/unanswered', '')
  }
}

export async function guarded(request: Request): Promise<Response> {
  const spare = request.clone()
  const wasSignedIn = session.token !== ''
  const answer = await send(request)
  const signsIn = request.url.endsWith('/tokens')
  if (answer.status !== 401 || !wasSignedIn || signsIn) return answer
  return (await again()) ? send(spare) : answer
}

export const api = createClient<Paths>({ baseUrl: location.origin, fetch: guarded })

interface Answered<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The data of an answer; throws ApiProblem for every other outcome. */
export async function got<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) throw problemOf(response, error)
  return data as T
}

/** A file that only the signed-in may read, as an address this page can open. */
export async function fileUrl(address: string): Promise<string> {
  const answer = await guarded(new Request(new URL(address, location.origin)))
  if (!answer.ok) throw problemOf(answer, await answer.json().catch(() => null))
  return URL.createObjectURL(await answer.blob())
}

/** A random key of one act (crypto.randomUUID exists on secure origins alone). */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface ActHeaders {
  'idempotency-key': string
  'if-match': string
}

export function matching(version: number, key: string): ActHeaders {
  return { 'idempotency-key': key, 'if-match': `"${version}"` }
}
