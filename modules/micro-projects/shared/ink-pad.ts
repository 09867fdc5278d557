import { fieldRatio, type Ink, type InkPoint } from './ink.ts'

export type Pad = { clear: () => void; detach: () => void }

/** Points nearer than this to the last one say nothing; a field is 1000 wide. */
const step = 3
const mostPoints = 4800

/**
 * Lets one finger or pen write on a canvas that is `fieldRatio` as high as wide. What was written stays when the
 * telephone is turned. For the desk's pad and the public page alike, so without a framework.
 * @param changed is given the strokes after each of them
 */
export const inkPad = (canvas: HTMLCanvasElement, changed: (ink: Ink) => void): Pad => {
  const ink: Ink = []
  let began: number | undefined
  let pen: number | undefined

  const scale = () => 1000 / canvas.getBoundingClientRect().width
  const at = (event: PointerEvent): InkPoint => {
    const { left, top } = canvas.getBoundingClientRect()
    began ??= event.timeStamp
    const on = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value * scale())))
    const ms = Math.min(3_600_000, Math.round(event.timeStamp - began))
    return [on(event.clientX - left, 1000), on(event.clientY - top, 1000 * fieldRatio), ms]
  }
  const redraw = () => draw(canvas, ink)
  const down = (event: PointerEvent) => {
    if (pen !== undefined || ink.flat().length > mostPoints) return
    event.preventDefault()
    pen = event.pointerId
    canvas.setPointerCapture(pen)
    ink.push([at(event)])
    redraw()
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pen) return
    const stroke = ink.at(-1)!
    for (const each of event.getCoalescedEvents?.() ?? [event]) {
      const [last, next] = [stroke.at(-1)!, at(each)]
      if (Math.hypot(next[0] - last[0], next[1] - last[1]) >= step && stroke.length < 1400) stroke.push(next)
    }
    redraw()
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId !== pen) return
    pen = undefined
    changed(structured(ink))
  }
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up } as const
  for (const [name, listener] of Object.entries(listeners)) canvas.addEventListener(name, listener as EventListener)
  const resized = new ResizeObserver(redraw)
  resized.observe(canvas)
  return {
    clear: () => {
      ink.length = 0
      began = undefined
      redraw()
      changed([])
    },
    detach: () => {
      resized.disconnect()
      for (const [name, listener] of Object.entries(listeners))
        canvas.removeEventListener(name, listener as EventListener)
    },
  }
}

const structured = (ink: Ink): Ink => ink.map(stroke => [...stroke])

/** Width of the pen on a field 1000 wide: a gel pen on a hand's breadth. */
const thickness = 9

const draw = (canvas: HTMLCanvasElement, ink: Ink): void => {
  const { width } = canvas.getBoundingClientRect()
  const ratio = globalThis.devicePixelRatio || 1
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(width * fieldRatio * ratio)
  const on = canvas.getContext('2d')
  if (!on || width === 0) return
  on.scale(canvas.width / 1000, canvas.width / 1000)
  Object.assign(on, { lineWidth: thickness, lineCap: 'round', lineJoin: 'round', strokeStyle: '#211d18' })
  for (const [first, ...rest] of ink) {
    on.beginPath()
    on.moveTo(first![0], first![1])
    if (rest.length === 0) on.lineTo(first![0] + 0.1, first![1])
    for (const [x, y] of rest) on.lineTo(x, y)
    on.stroke()
  }
}
