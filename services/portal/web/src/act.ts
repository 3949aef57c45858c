// Doing something: one act at a time, its key kept while no answer came, its fault said in plain words.
import { ElMessage } from 'element-plus/es/components/message/index.mjs'
import { ref, type Ref } from 'vue'
import { newKey } from './api/client'
import { ApiProblem, type FieldFault } from './api/problem'
import { i18n, prose } from './i18n'

/** What is said when it is done, by name. */
type Done<T> = string | ((answer: T) => string)

export interface Acting {
  busy: Ref<boolean>
  faults: Ref<readonly FieldFault[]>
  problem: Ref<ApiProblem | null>
  /** Do it; gives the answer, or null when it failed (and says so). */
  run: <T>(act: (key: string) => Promise<T>, done?: Done<T>) => Promise<T | null>
}

/** `refresh` loads again what is shown: after an act, and when somebody else was first; only then the next act may begin. */
export function useAct(refresh?: () => Promise<unknown>): Acting {
  const busy = ref(false)
  const faults = ref<readonly FieldFault[]>([])
  const problem = ref<ApiProblem | null>(null)
  let key = newKey()

  async function run<T>(act: (key: string) => Promise<T>, done?: Done<T>): Promise<T | null> {
    if (busy.value) return null
    busy.value = true
    faults.value = []
    problem.value = null
    try {
      const answer = await act(key)
      key = newKey()
      await refresh?.()
      if (done) ElMessage.success({ message: typeof done === 'function' ? done(answer) : done, grouping: true })
      return answer
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      problem.value = error
      faults.value = error.faults
      if (!error.unanswered) key = newKey()
      ElMessage.error({ message: words(error), grouping: true, duration: 6000, showClose: true })
      if (error.status === 409 || error.status === 412) await refresh?.()
      return null
    } finally {
      busy.value = false
    }
  }
  return { busy, faults, problem, run }
}

/** A fault in plain words. */
export function words(problem: ApiProblem): string {
  const { t } = i18n.global
  if (problem.unanswered) return t('state.offline')
  if (problem.status === 412) return t('state.stale')
  if (problem.status === 401) return t('state.signedOut')
  if (problem.status >= 500) return t('state.failed', { id: problem.requestId })
  return prose(problem.message)
}
