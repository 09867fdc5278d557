import { Button, Checkbox, Input, InputNumber } from 'antd'
import type { Particulars as Content, HandedIn, Plan, PlanMaterial } from '../../shared/index.ts'
import { PaperLine } from '../papers/paper-line.tsx'

type Props = {
  plan: Plan
  category: string
  papers: PlanMaterial[]
  particulars: Content
  readOnly: boolean
  onChange: (particulars: Content) => void
}

/** What the plan asks beside the form: tags, declarations, 重点推荐, branch votes, papers. */
export const Particulars = (props: Props) => {
  const { plan, category, papers, particulars, readOnly, onChange } = props
  const set = (change: Partial<Content>) => onChange({ ...particulars, ...change })
  return (
    <>
      <Tags {...props} set={set} />
      <Emphasis {...props} set={set} />
      {declarationsOf(plan, category).map(({ key, label }) => (
        <p key={key} data-path={`declarations.${key}`}>
          <Checkbox
            checked={particulars.declarations[key] ?? false}
            disabled={readOnly}
            onChange={({ target }) => set({ declarations: { ...particulars.declarations, [key]: target.checked } })}
          >
            {label}
          </Checkbox>
        </p>
      ))}
      {votesWanted(plan) && <BranchVotes {...props} set={set} />}
      {papers.map(({ key, name, required, clause }) => (
        <PaperLine
          key={key}
          label={name}
          required={required}
          clause={clause ?? ''}
          path={`materials.${key}`}
          readOnly={readOnly}
          given={particulars.materials[key]}
          onChange={given => set({ materials: withPaper(particulars.materials, key, given) })}
        />
      ))}
    </>
  )
}

type Part = Props & { set: (change: Partial<Content>) => void }

const Tags = ({ plan, category, particulars, readOnly, set }: Part) => (
  <>
    {(plan.categories.find(({ key }) => key === category)?.tags ?? []).map(({ key, name, options }) => (
      <fieldset key={key} className="particular" data-path={`tags.${key}`}>
        <legend>{name}</legend>
        {options.length > 0 ? (
          <Checkbox.Group
            disabled={readOnly}
            options={options}
            value={particulars.tags[key] ?? []}
            onChange={chosen => set({ tags: { ...particulars.tags, [key]: chosen } })}
          />
        ) : (
          <Input
            aria-label={name}
            disabled={readOnly}
            maxLength={100}
            value={particulars.tags[key]?.[0] ?? ''}
            onChange={({ target }) => set({ tags: { ...particulars.tags, [key]: target.value ? [target.value] : [] } })}
          />
        )}
      </fieldset>
    ))}
  </>
)

const Emphasis = ({ plan, particulars, readOnly, set }: Part) => {
  if (!plan.rules.some(({ rule }) => rule === 'emphasisExplained' || rule === 'emphasisAllowed')) return null
  return (
    <div className="particular" data-path="emphasised">
      <Checkbox
        checked={particulars.emphasised}
        disabled={readOnly}
        onChange={({ target }) => set({ emphasised: target.checked })}
      >
        重点推荐
      </Checkbox>
      {particulars.emphasised && (
        <div data-path="emphasisReason">
          <Input.TextArea
            aria-label="重点推荐理由"
            placeholder="重点推荐的理由"
            value={particulars.emphasisReason}
            disabled={readOnly}
            maxLength={1000}
            showCount
            autoSize={{ minRows: 2 }}
            onChange={({ target }) => set({ emphasisReason: target.value })}
          />
        </div>
      )}
    </div>
  )
}

const BranchVotes = ({ particulars, readOnly, set }: Part) => {
  const votes = particulars.branchVotes
  const change = (index: number, part: Partial<(typeof votes)[number]>) =>
    set({ branchVotes: votes.map((vote, at) => (at === index ? { ...vote, ...part } : vote)) })
  return (
    <fieldset className="particular" data-path="branchVotes">
      <legend>党支部推选</legend>
      {votes.map((vote, index) => (
        <div key={index} className="branch-vote">
          <Input
            aria-label="党支部"
            placeholder="党支部全称"
            value={vote.branch}
            disabled={readOnly}
            maxLength={120}
            onChange={({ target }) => change(index, { branch: target.value })}
          />
          <InputNumber
            aria-label={`${vote.branch || '党支部'}到会人数`}
            min={0}
            disabled={readOnly}
            value={vote.present}
            prefix="到会"
            suffix="人"
            onChange={present => change(index, { present: present ?? 0 })}
          />
          <InputNumber
            aria-label={`${vote.branch || '党支部'}赞成票数`}
            min={0}
            disabled={readOnly}
            value={vote.votes}
            prefix="赞成"
            suffix="票"
            onChange={given => change(index, { votes: given ?? 0 })}
          />
          {!readOnly && (
            <Button type="link" onClick={() => set({ branchVotes: votes.filter((_, at) => at !== index) })}>
              删去
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button onClick={() => set({ branchVotes: [...votes, { branch: '', present: 0, votes: 0 }] })}>
          加一个党支部
        </Button>
      )}
    </fieldset>
  )
}

const votesWanted = (plan: Plan) => plan.stages.some(stage => stage.kind === 'recommend' && stage.branchVote)

const declarationWords: Record<string, string> = {
  deceased: '推荐对象已去世',
  'secretary-barred': '该组织书记不符合推荐条件，不自动列入',
}

/** Declarations that a rule of the plan for this category looks at. */
export const declarationsOf = (plan: Plan, category: string): { key: string; label: string }[] => {
  const keys = plan.rules
    .filter(rule => !rule.category || rule.category.includes(category))
    .flatMap(({ with: params }) => [params.declaration, params.organisations === category ? params.unless : undefined])
    .filter(key => typeof key === 'string')
  return [...new Set(keys)].map(key => ({ key, label: declarationWords[key] ?? key }))
}

/** The papers with one put in or taken away. */
const withPaper = (papers: Record<string, HandedIn>, key: string, given: HandedIn | undefined) => {
  const { [key]: _, ...others } = papers
  return given === undefined ? others : { ...others, [key]: given }
}

/** Whether there is anything to ask beside the form. */
export const asksParticulars = (plan: Plan, category: string, papers: PlanMaterial[]): boolean =>
  papers.length > 0 ||
  votesWanted(plan) ||
  declarationsOf(plan, category).length > 0 ||
  (plan.categories.find(({ key }) => key === category)?.tags.length ?? 0) > 0 ||
  plan.rules.some(({ rule }) => rule === 'emphasisExplained')
