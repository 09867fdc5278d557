import { Link } from 'react-router'
import { dateWords, Sheet } from '#platform/ui/desk/index.ts'
import './vet/vet.css'

type Step = { key: string; kind: string; title: string; dueOn: string | null }

/** Pages of the steps that a unit takes within the recommendation: its pre-review and its own vetting. */
const pages: Record<string, { path: string; says: string }> = {
  consult: { path: 'consultations', says: '把初步名单报主办单位听取意见' },
  vet: { path: 'vetting', says: '向各部门征求意见，或代录盖章的汇总表' },
}

type StepLinksProps = {
  submissionId: number
  steps: Step[]
  /** Whether this reader may look at the vetting. */
  vetting: boolean
}

export const StepLinks = ({ submissionId, steps, vetting }: StepLinksProps) => {
  const own = steps.filter(({ kind }) => kind in pages && (kind !== 'vet' || vetting))
  if (own.length === 0) return null
  return (
    <Sheet title="上报前的步骤">
      <ul className="step-links">
        {own.map(({ key, kind, title, dueOn }) => (
          <li key={key}>
            <Link to={`/selection/submissions/${submissionId}/${pages[kind]!.path}/${key}`}>{title}</Link>
            <span className="num">
              {pages[kind]!.says}
              {dueOn && `，${dateWords(dueOn)}前`}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
