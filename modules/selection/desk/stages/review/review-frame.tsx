import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useStepKeys } from './step-keys.ts'

type FrameProps = {
  /** Which of how many: “3 / 12”. */
  place: string
  onStep: (step: 1 | -1) => void
  onClose: () => void
  children: ReactNode
}

/** One nominee at a time: back to the list, to the one before and after, by buttons and by arrow keys. */
export const ReviewFrame = ({ place, onStep, onClose, children }: FrameProps) => {
  useStepKeys(onStep)
  const top = useRef<HTMLDivElement>(null)
  // What was in focus is gone with the list or the one before: the keyboard begins at the top of this one.
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <>
      <div ref={top} className="review-nav" tabIndex={-1}>
        <Button onClick={onClose}>返回名单</Button>
        <span className="num">{place}</span>
        <Button onClick={() => onStep(-1)}>上一个（←）</Button>
        <Button onClick={() => onStep(1)}>下一个（→）</Button>
      </div>
      {children}
    </>
  )
}

type SidesProps = { material: ReactNode; title: string; from: string; children: ReactNode }

/** The material to the left; to the right whom it is about and what is to be done. */
export const ReviewSides = ({ material, title, from, children }: SidesProps) => (
  <div className="review-sides">
    <div className="review-material">{material}</div>
    <aside className="review-panel" aria-label={title}>
      <h2>{title}</h2>
      <p>{from}</p>
      {children}
    </aside>
  </div>
)
