import { Button } from 'antd'
import { FindingsPanel, useAction } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'
import { BudgetTable } from '../project/budget-table.tsx'
import { Refusal } from '../refusal.tsx'
import { Enclosed } from './enclosed.tsx'

/** Where in the steps a finding is mended, counted from 0. */
export const stepOf = (path = ''): number => {
  if (path.startsWith('lines')) return 2
  if (path.startsWith('pictures')) return 3
  if (path.startsWith('signatures') || path.startsWith('households') || path.startsWith('backings')) return 4
  return ['brief.effect', 'brief.funding', 'brief.startsOn', 'brief.finishesOn'].includes(path) ? 1 : 0
}

type Props = { project: projectApi.ProjectView; onJump: (step: number) => void }

/** The whole once more as the form will print it, what is still missing, and the button that sends it. */
export const ReviewStep = ({ project, onJump }: Props) => {
  const submit = useAction(projectApi.submitProject, { success: '已提交村（社区）党组织', quiet: true })
  const blocks = project.findings.filter(({ severity }) => severity === 'block')
  return (
    <>
      <h3>项目简介</h3>
      <p className="micro-paragraph">{project.paragraph ?? '六项内容填齐以后，这里会自动连成一段话。'}</p>
      <h3>经费预算</h3>
      <BudgetTable project={project} />
      <h3>照片和签名</h3>
      <Enclosed projectId={project.id} />
      <h3>检查</h3>
      <FindingsPanel
        findings={project.findings}
        onJump={path => onJump(stepOf(path))}
        clear="没有发现问题，可以提交。"
      />
      <Refusal problem={submit.problem} />
      <Button
        className="micro-submit"
        type="primary"
        size="large"
        block
        disabled={blocks.length > 0}
        loading={submit.running}
        onClick={() => submit.run({ params: { id: project.id }, body: {} })}
      >
        提交村（社区）党组织
      </Button>
    </>
  )
}
