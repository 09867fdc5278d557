import { momentWords } from '#kernel/calendar/shared/index.ts'
import { Sheet } from '#platform/ui/desk/index.ts'
import type { projectApi } from '../../shared/index.ts'

const outcomes = { pass: '同意', return: '退回修改', reject: '不同意', end: '终止' } as const

/** Who said what, in order, each on which post. */
export const History = ({ history }: { history: projectApi.ProjectView['history'] }) => (
  <Sheet title="办理过程">
    <ol className="micro-history">
      {history.map(({ step, stepName, outcome, actorName, postTitle, comment, at }) => (
        <li key={`${step}|${at}`} className={`micro-${outcome}`}>
          <strong>{stepName}</strong> {outcomes[outcome]}
          <span className="num">
            {' '}
            {postTitle} {actorName} · {momentWords(at)}
          </span>
          {comment && <p>{comment}</p>}
        </li>
      ))}
    </ol>
  </Sheet>
)
