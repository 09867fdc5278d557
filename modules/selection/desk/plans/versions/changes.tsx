import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { plansApi } from '../../../shared/index.ts'
import { changeWords } from './change-words.ts'

/** What changed between two versions of a plan, or between a version and the draft. */
export const Changes = ({ planId, from, to, plan }: { planId: number; from: number; to?: number; plan: unknown }) => {
  const query = { from, ...(to !== undefined && { to }) }
  const answer = useEndpoint(plansApi.comparePlan, { params: { id: planId }, query })
  return (
    <Answered of={answer}>
      {({ changes }) => {
        if (changes.length === 0) return <p className="plan-help">内容没有变化。</p>
        return (
          <ul className="plan-changes">
            {changes.map(change => {
              const { where, kind, before, after } = changeWords(change, plan)
              return (
                <li key={change.path.join('.')}>
                  <b>{where}</b>
                  {before !== undefined && <del>{before}</del>}
                  <span>{kind}</span>
                  {after !== undefined && <ins>{after}</ins>}
                </li>
              )
            })}
          </ul>
        )
      }}
    </Answered>
  )
}
