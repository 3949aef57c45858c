// A large file goes up in parts: what has arrived stays there when the connection is lost, and the rest follows.
import { api, got, guarded, newKey } from './client'
import { ApiProblem, problemOf } from './problem'
import type { MaterialFile } from './types'

const TRIES = 5
const PAUSE_MS = 1500

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const lost = (error: unknown) => error instanceof ApiProblem && (error.status === 0 || error.status >= 500)

export async function sendInParts(applicationId: string, code: MaterialFile['code'], name: string, file: File): Promise<MaterialFile> {
  const path = { application_id: applicationId }
  const header = () => ({ 'idempotency-key': newKey() })
  const begun = await got(api.POST('/api/intake/v1/applications/{application_id}/uploads', { params: { path, header: header() }, body: { code, name, size_bytes: file.size, pointer: null, sha256: null } }))
  const place = { ...path, upload_id: begun.id }
  let at = 0
  for (let tries = 0; at < file.size; ) {
    try {
      const address = new URL(`/api/intake/v1/applications/${applicationId}/uploads/${begun.id}/parts?offset=${at}`, location.origin)
      const headers = { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': newKey() }
      const answer = await guarded(new Request(address, { method: 'POST', body: file.slice(at, at + begun.part_max_bytes), headers }))
      const body = (await answer.json().catch(() => null)) as { received_bytes: number } | null
      if (!answer.ok || !body) throw problemOf(answer, body)
      at = body.received_bytes
      tries = 0
    } catch (error) {
      if (!lost(error) || ++tries >= TRIES) throw error
      await wait(PAUSE_MS * tries)
      at = (await got(api.GET('/api/intake/v1/applications/{application_id}/uploads/{upload_id}', { params: { path: place } })).catch(() => ({ received_bytes: at }))).received_bytes
    }
  }
  return got(api.POST('/api/intake/v1/applications/{application_id}/uploads/{upload_id}/completion', { params: { path: place, header: header() } }))
}
