import { glob, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Ink, type InkPoint, inkSchema } from '#modules/micro-projects/shared/index.ts'

/** A signature written with a real pen: whose name it is, and by whose hand. */
export type Signature = { name: string; genuine: boolean; ink: Ink }

/**
 * Signatures as the First International Signature Verification Competition (SVC2004) gives them, laid on our field: a
 * file `U<name>S<number>.TXT` each, of which 1 to 20 are genuine and the others forged by people who had practised.
 */
export const signaturesIn = async (folder: string): Promise<Signature[]> => {
  const root = resolve(process.env.INIT_CWD ?? '.', folder)
  const files = (await Array.fromAsync(glob('**/U*S*.{TXT,txt}', { cwd: root }))).toSorted()
  const all = await Promise.all(
    files.map(async file => {
      const [, name, number] = /U(\d+)S(\d+)\.txt$/i.exec(file)!
      const ink = onField(strokesOf(await readFile(join(root, file), 'latin1')))
      return { name: name!, genuine: Number(number) <= 20, ink }
    }),
  )
  return all.filter(({ ink }) => inkSchema.safeParse(ink).success)
}

/** Lines of x, y, time in ms and whether the pen is down; the pen lifted ends a stroke. */
const strokesOf = (text: string): Ink => {
  const strokes: Ink = []
  let writing = false
  for (const line of text.trim().split(/\r?\n/u).slice(1)) {
    const [x, y, ms, down] = line.trim().split(/\s+/u).map(Number)
    if (down && !writing) strokes.push([])
    if (down) strokes.at(-1)!.push([x!, -y!, ms!])
    writing = down === 1
  }
  return strokes
}

/** As the pad takes it: nine tenths of the field wide or high, whole numbers, points at least three apart. */
const onField = (strokes: Ink): Ink => {
  const points = strokes.flat()
  if (points.length === 0) return []
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = Math.min(900 / (Math.max(...xs) - left || 1), 450 / (Math.max(...ys) - top || 1))
  const began = points[0]![2]
  return strokes.map(stroke => {
    const laid = stroke.map(
      ([x, y, ms]): InkPoint => [
        Math.round(50 + (x - left) * scale),
        Math.round(25 + (y - top) * scale),
        Math.max(0, ms - began),
      ],
    )
    return spaced(laid)
  })
}

const spaced = (points: InkPoint[]): InkPoint[] => {
  const kept: InkPoint[] = []
  for (const point of points) if (apart(kept.at(-1), point) >= 3) kept.push(point)
  return kept
}

const apart = (last: InkPoint | undefined, next: InkPoint) =>
  last ? Math.hypot(next[0] - last[0], next[1] - last[1]) : Number.POSITIVE_INFINITY
