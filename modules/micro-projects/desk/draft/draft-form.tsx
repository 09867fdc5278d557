import { useQueryClient } from '@tanstack/react-query'
import { Button, Steps } from 'antd'
import { useSearchParams } from 'react-router'
import { AutosaveStatus, call, endpointKey, Sheet, useNarrow } from '#platform/ui/desk/index.ts'
import { type Draft, useDraft } from '#platform/ui/desk/use-draft.ts'
import { type Brief, projectApi } from '../../shared/index.ts'
import { PicturePanel } from '../pictures/index.tsx'
import { SignaturePanel } from '../signatures/index.tsx'
import { BudgetStep } from './budget-step.tsx'
import { ReviewStep, stepOf } from './review-step.tsx'
import { WhatStep, WhenStep } from './words-steps.tsx'

export type DraftValue = {
  title: string
  place: string
  organiser: projectApi.ProjectView['organiser']
  brief: Partial<Brief>
  lines: projectApi.BudgetLine[]
}
export type StepProps = {
  project: projectApi.ProjectView
  value: DraftValue
  change: (part: Partial<DraftValue>) => void
}

const steps = ['办什么', '好处和时间', '花多少钱', '现状照片', '签名', '核对提交'] as const

/** 申报 in plain steps, one question after the other; what is typed saves itself and survives a lost network. */
export const DraftForm = ({ project }: { project: projectApi.ProjectView }) => {
  const [search, setSearch] = useSearchParams()
  const step = stepIn(search.get('step'))
  const narrow = useNarrow()
  const queries = useQueryClient()
  const { title, place, organiser, brief, lines, revision, id } = project
  const draft: Draft<DraftValue> = useDraft<DraftValue>({
    key: `micro-project-${id}`,
    value: { title, place, organiser, brief, lines },
    revision,
    save: async (value, known) =>
      (await call(projectApi.saveProject, { params: { id }, body: { ...complete(value), revision: known } })).revision,
    theirs: current => {
      const theirs = current as DraftValue & { revision: number }
      return { value: { ...draft.value, ...theirs }, revision: theirs.revision }
    },
  })
  const props: StepProps = {
    project,
    value: draft.value,
    change: part => draft.change({ ...draft.value, ...part }),
  }
  const go = async (to: number) => {
    await draft.saveNow()
    void queries.invalidateQueries({ queryKey: endpointKey(projectApi.getProject) })
    setSearch({ step: String(to + 1) })
    window.scrollTo({ top: 0 })
  }
  return (
    <Sheet
      title={`第${step + 1}步${narrow ? `（共${steps.length}步）` : ''}：${steps[step]}`}
      extra={<AutosaveStatus state={draft.state} />}
    >
      {!narrow && <Steps current={step} onChange={go} items={itemsOf(project, step)} size="small" />}
      <div className="micro-step">
        {step === 0 && <WhatStep {...props} />}
        {step === 1 && <WhenStep {...props} />}
        {step === 2 && <BudgetStep {...props} />}
        {step === 3 && <PicturePanel projectId={id} />}
        {step === 4 && <SignaturePanel projectId={id} />}
        {step === 5 && <ReviewStep project={project} onJump={go} />}
      </div>
      {draft.conflict && (
        <Conflicting onTake={draft.resolve} mine={draft.conflict.mine} theirs={draft.conflict.theirs} />
      )}
      <div className="micro-walk">
        <Button size="large" disabled={step === 0} onClick={() => go(step - 1)}>
          上一步
        </Button>
        {step < steps.length - 1 && (
          <Button size="large" type="primary" onClick={() => go(step + 1)}>
            下一步
          </Button>
        )}
      </div>
    </Sheet>
  )
}

/** The step stands in the address: reloading stays on it, and the telephone's own way back leads to the one before. */
const stepIn = (text: string | null): number => {
  const at = Number(text) - 1
  return at in steps ? at : 0
}

/** A step that was passed and still lacks something shows it. */
const itemsOf = ({ findings }: projectApi.ProjectView, now: number) => {
  const lacking = new Set(findings.filter(({ severity }) => severity === 'block').map(({ path }) => stepOf(path)))
  return steps.map((title, at) => ({ title, ...(at < now && lacking.has(at) && { status: 'error' as const }) }))
}

/** Lines that are still being typed are not sent; they stay on the page. */
const complete = (value: DraftValue): DraftValue => ({
  ...value,
  title: value.title.trim(),
  brief: Object.fromEntries(Object.entries(value.brief).filter(([, said]) => said !== '' && said !== null)),
  lines: value.lines.filter(({ kind, item, fen }) => kind && item.trim() && fen > 0),
})

type ConflictingProps = { mine: DraftValue; theirs: DraftValue; onTake: (value: DraftValue) => void }

const Conflicting = ({ mine, theirs, onTake }: ConflictingProps) => (
  <div className="micro-conflict" role="alert">
    <p>有人在您之后保存过这个项目。</p>
    <Button onClick={() => onTake(mine)}>用我填的</Button>
    <Button onClick={() => onTake(theirs)}>用已保存的</Button>
  </div>
)
