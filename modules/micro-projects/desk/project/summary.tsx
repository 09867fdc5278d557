import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { Sheet } from '#platform/ui/desk/index.ts'
import { type projectApi, yuan } from '../../shared/index.ts'
import { BudgetTable } from './budget-table.tsx'

/** 申报内容 as the form prints it, with its budget. */
export const Summary = ({ project }: { project: projectApi.ProjectView }) => (
  <Sheet title="申报内容">
    {project.place && <p>地点：{project.place}</p>}
    <p className="micro-paragraph">{project.paragraph ?? '项目简介还没有填齐。'}</p>
    <BudgetTable project={project} />
    {project.completion && (
      <>
        <h3>完成情况</h3>
        <p>
          {chineseDate(project.completion.finishedOn)}完工，{project.completion.participants}人参与，实用
          {yuan(project.spentFen)}元。
          {project.completion.text}
        </p>
        {project.completion.people && project.completion.people.length > 0 && (
          <p>参与的人：{project.completion.people.join('、')}</p>
        )}
      </>
    )}
    {project.acceptance && (
      <>
        <h3>验收表：项目完成具体情况</h3>
        <p>{project.acceptance.text}</p>
      </>
    )}
  </Sheet>
)
