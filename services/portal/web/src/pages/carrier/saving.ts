// Handing the form to intake as a draft: made once, replaced afterwards.
import { api, got, matching } from '@/api/client'
import type { Application } from '@/api/types'
import { factsOf, furtherOf, type Form } from './form'

export async function saveDraft(form: Form, key: string): Promise<Application> {
  const facts = factsOf(form)
  if (!form.id) {
    const made = await got(api.POST('/api/intake/v1/applications', { params: { header: { 'idempotency-key': key } }, body: { facts, further_sets: furtherOf(form) } }))
    form.id = made.id
    return made
  }
  const path = { application_id: form.id }
  const present = await got(api.GET('/api/intake/v1/applications/{application_id}', { params: { path } }))
  return got(api.PATCH('/api/intake/v1/applications/{application_id}', { params: { path, header: matching(present.version, key) }, body: { facts, further_sets: furtherOf(form) } }))
}
