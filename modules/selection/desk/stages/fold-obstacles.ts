import type { StageView } from './stage-props.ts'

type Obstacle = StageView['obstacles'][number]

/** One sentence with everyone it is said of, or one remark by itself. */
export type Fold = { sentence: string; about: { obstacle: Obstacle; words: string }[] }

const FEW = 2

/**
 * Remarks of one rule told once, with the names below; where the rule says something else of each, its whole remarks
 * stand below. One or two of a kind are left as they are.
 */
export const foldObstacles = (obstacles: readonly Obstacle[]): Fold[] =>
  [...Map.groupBy(obstacles, obstacle => obstacle.rule ?? parted(obstacle).sentence).values()].flatMap(alike =>
    alike.length > FEW
      ? [folded(alike)]
      : alike.map(obstacle => ({ sentence: obstacle.message, about: [own(obstacle)] })),
  )

const own = (obstacle: Obstacle) => ({ obstacle, words: obstacle.message })

const folded = (alike: Obstacle[]): Fold => {
  const first = parted(alike[0]!)
  const same = alike.every(obstacle => parted(obstacle).name && parted(obstacle).sentence === first.sentence)
  if (same)
    return { sentence: first.sentence, about: alike.map(obstacle => ({ obstacle, words: parted(obstacle).name! })) }
  return { sentence: `${first.sentence.replace(/。$/, '')}等同类情况`, about: alike.map(own) }
}

/** “姓名”, and what is said of it. */
const parted = ({ message }: Obstacle) => {
  const [, name, sentence] = message.match(/^“(.+?)”：?(.+)$/s) ?? []
  return name && sentence ? { name, sentence } : { sentence: message }
}
