import { useEffect } from 'react'

/** Left and right arrow go to the previous and the next one, unless something is being typed. */
export const useStepKeys = (onStep: (step: 1 | -1) => void) =>
  useEffect(() => {
    const onKey = ({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      const typing =
        target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role=dialog]')
      if (typing || altKey || ctrlKey || metaKey) return
      if (key === 'ArrowLeft') onStep(-1)
      if (key === 'ArrowRight') onStep(1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onStep])
