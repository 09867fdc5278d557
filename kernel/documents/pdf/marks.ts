import type { Mark } from '../model.ts'
import type { DocumentProfile } from '../profiles.ts'
import { mm, stroke } from './literal.ts'
import { paragraphsSource } from './paragraph.ts'
import { imageSource } from './picture.ts'
import type { Press } from './setting.ts'

const drawn = (mark: Mark, profile: DocumentProfile, press: Press): string => {
  switch (mark.kind) {
    case 'line':
      return `line(start: (0pt, 0pt), end: (${mm(mark.toX - mark.x)}, ${mm(mark.toY - mark.y)}), stroke: ${stroke(mark.weight, mark.color)})`
    case 'frame':
      return `rect(width: ${mm(mark.width)}, height: ${mm(mark.height)}, stroke: ${stroke(mark.weight, mark.color)})`
    case 'image':
      return imageSource(mark, press)
    case 'text':
      return `block(width: ${mm(mark.width)})[${paragraphsSource([mark.paragraph], profile, press)}]`
    case 'circle': {
      const words = mark.text
        ? paragraphsSource(
            [{ kind: 'paragraph', style: 'small', align: 'center', runs: [{ text: mark.text }] }],
            profile,
            press,
          )
        : ''
      const line = stroke(mark.weight, mark.color, mark.dashed)
      return `circle(radius: ${mm(mark.diameter / 2)}, inset: 0pt, stroke: ${line})[#set align(center + horizon)\n${words}]`
    }
  }
}

/** A drawing at its place on the paper; it stands at the beginning of its section's text. */
export const markSource = (mark: Mark, profile: DocumentProfile, press: Press): string => {
  const { left, top } = profile.margins
  return `#place(top + left, dx: ${mm(mark.x - left)}, dy: ${mm(mark.y - top)}, ${drawn(mark, profile, press)})`
}
