/** Draws a long list bit by bit: more of it each time its end comes near, so that the page stays quick under the hand. */
import { nextTick, onUnmounted, ref, watch, type Ref } from 'vue'

const STEP = 50
const AHEAD = '600px'

/** How many rows to draw; `end` stands behind the last of them while there are more. */
export function useDrawn(end: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const most = ref(STEP)
  const near = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) most.value += STEP
  }, { rootMargin: AHEAD })
  // Looked at anew after each step: the end may still be in sight.
  watch([end, most], async () => {
    await nextTick()
    near.disconnect()
    if (end.value) near.observe(end.value)
  }, { flush: 'post' })
  onUnmounted(() => near.disconnect())
  return most
}
