// A file goes up as its own bytes.
import { guarded } from './client'
import { sendInParts } from './parts'
import { problemOf } from './problem'
import type { MaterialFile } from './types'

/** Bytes above which a file goes up in parts. */
const LARGE = 4 << 20

async function sent<T>(address: string, query: Record<string, string>, file: File, key: string, type: string): Promise<T> {
  const url = new URL(address, location.origin)
  url.search = new URLSearchParams(query).toString()
  const headers = { 'Content-Type': file.type || type, 'Idempotency-Key': key }
  const answer = await guarded(new Request(url, { method: 'POST', body: file, headers }))
  const body = (await answer.json().catch(() => null)) as T | null
  if (!answer.ok || !body) throw problemOf(answer, body)
  return body
}

export function sendPhoto(file: File, key: string): Promise<{ id: string }> {
  return sent('/api/fieldwork/v1/photos', { name: file.name || 'photo' }, file, key, 'image/jpeg')
}

/** `code` is the material that the file is. The end of a long name is kept: it says the kind of file. */
export function sendMaterial(applicationId: string, code: string, file: File, key: string): Promise<MaterialFile> {
  const name = file.name.slice(-200) || code
  if (file.size > LARGE) return sendInParts(applicationId, code as MaterialFile['code'], name, file)
  return sent(`/api/intake/v1/applications/${applicationId}/materials`, { code, name }, file, key, 'application/octet-stream')
}
