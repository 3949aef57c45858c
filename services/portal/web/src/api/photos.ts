// A photo goes up as its own bytes.
import { guarded } from './client'
import { problemOf } from './problem'

export async function sendPhoto(file: File, key: string): Promise<{ id: string }> {
  const address = new URL('/api/fieldwork/v1/photos', location.origin)
  address.searchParams.set('name', file.name || 'photo')
  const headers = { 'Content-Type': file.type || 'image/jpeg', 'Idempotency-Key': key }
  const answer = await guarded(new Request(address, { method: 'POST', body: file, headers }))
  const body = (await answer.json().catch(() => null)) as { id: string } | null
  if (!answer.ok || !body) throw problemOf(answer, body)
  return body
}
