import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Ink } from '../../shared/index.ts'
import { inkPad, type Pad } from '../../shared/ink-pad.ts'

type InkPadProps = {
  /** Who signs, for a screen reader. */
  name: string
  onChange: (ink: Ink) => void
}

/** A field to sign on with a finger or a pen. Who cannot signs on paper. */
export const InkPad = ({ name, onChange }: InkPadProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad>(undefined)
  const changed = useRef(onChange)
  changed.current = onChange
  useEffect(() => {
    pad.current = inkPad(canvas.current!, ink => changed.current(ink))
    return () => pad.current?.detach()
  }, [])
  return (
    <div className="ink-pad">
      <canvas ref={canvas} role="img" aria-label={`${name}的签名框，请用手指书写`} />
      <div className="ink-pad-foot">
        <span className="ink-turn">手机横过来，签名框更宽。</span>
        <Button onClick={() => pad.current?.clear()}>清除重签</Button>
      </div>
    </div>
  )
}

/** A signature as it was written. */
export const InkPicture = ({ path, name }: { path: string; name: string }) => (
  <svg className="ink-picture" viewBox="0 0 1000 500" role="img" aria-label={`${name}的签名`}>
    <path d={path} />
  </svg>
)
