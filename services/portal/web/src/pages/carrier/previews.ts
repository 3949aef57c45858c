// The answer while typing, for every vehicle set: the newest question wins, and what is known is not asked again.
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { api, got } from '@/api/client'
import type { ApiProblem, FieldFault } from '@/api/problem'
import type { Assessment } from '@/api/types'
import { asProblem } from '@/load'
import { factsOfSet, missing, setsOf, type Form } from './form'

const WAIT_MS = 300
const KEPT = 60
const CLASSES = ['I', 'II', 'III'] as const
const LANES = ['instant', 'fast', 'survey'] as const

interface Answer { assessment: Assessment | null; faults: readonly FieldFault[]; problem: ApiProblem | null }
const NOTHING: Answer = { assessment: null, faults: [], problem: null }

export interface Previews {
  answers: Ref<readonly Answer[]>
  computing: Ref<boolean>
  /** The strictest class and lane of all sets: those of the case. */
  whole: ComputedRef<{ cls: Assessment['class']; lane: Assessment['lane'] }>
}

export function usePreviews(form: Form): Previews {
  const answers = ref<readonly Answer[]>([])
  const computing = ref(false)
  const known = new Map<string, Answer>()
  let timer = 0
  let round = 0

  async function answer(set: Form): Promise<Answer> {
    if (missing(set).length) return NOTHING
    const facts = factsOfSet(form, set)
    const key = JSON.stringify(facts)
    const before = known.get(key)
    if (before) return before
    try {
      const found = { ...NOTHING, assessment: await got(api.POST('/api/classification/v1/previews', { body: facts })) }
      if (known.size >= KEPT) known.clear()
      known.set(key, found)
      return found
    } catch (error) {
      const problem = asProblem(error)
      return { assessment: null, faults: problem.faults, problem }
    }
  }
  async function ask(): Promise<void> {
    const mine = ++round
    computing.value = true
    const found = await Promise.all(setsOf(form).map(answer))
    if (mine !== round) return
    // What was shown stays while the service does not answer.
    answers.value = found.map((one, index) => (one.problem && !one.faults.length ? { ...one, assessment: answers.value[index]?.assessment ?? null } : one))
    computing.value = false
  }
  watch(form, () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), WAIT_MS)
  }, { deep: true })
  void ask()

  function strictest<T extends string>(order: readonly T[], of: (one: Assessment) => T | null): T | null {
    const found = answers.value.map((one) => one.assessment && of(one.assessment)).filter((one) => one !== null)
    return found.length ? order[Math.max(...found.map((one) => order.indexOf(one)))]! : null
  }
  const whole = computed(() => ({ cls: strictest(CLASSES, (one) => one.class), lane: strictest(LANES, (one) => one.lane) }))
  return { answers, computing, whole }
}
