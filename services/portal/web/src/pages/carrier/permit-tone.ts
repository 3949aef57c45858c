// The tone a permit's state is shown in.
import type { Permit } from '@/api/types'

export function permitTone(state: Permit['state'], hold: boolean): 'good' | 'warn' | 'info' | 'plain' | 'bad' {
  if (hold) return 'warn'
  if (state === 'active') return 'good'
  if (state === 'issued') return 'info'
  return state === 'expired' || state === 'used_up' || state === 'superseded' ? 'plain' : 'bad'
}
