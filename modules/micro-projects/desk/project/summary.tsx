import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { Sheet } from '#platform/ui/desk/index.ts'
import { type projectApi, yuan } from '../../shared/index.ts'

/** 申报内容 as the form prints it, with its budget. */
export const Summary = ({ project }: { project: projectApi.ProjectView }) => (
  <Sheet title="申报内容">
    {project.place && <p>地点：{project.place}</p>}
    <p className="micro-paragraph">{project.paragraph ?? '项目简介还没有填齐。'}</p>
    <table className="micro-budget num" aria-label="经费预算">
      <thead>
        <tr>
          <th scope="col">开支项目</th>
          <th scope="col">数量</th>
          <th scope="col">金额（元）</th>
        </tr>
      </thead>
      <tbody>
        {project.lines.map(({ kind, item, quantity, fen }) => (
          <tr key={`${kind}|${item}|${quantity}|${fen}`}>
            <th scope="row">
              {item}
              <small> {kindName(project, kind)}</small>
            </th>
            <td>{quantity}</td>
            <td>{yuan(fen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <td />
          <td>{yuan(project.askedFen)}</td>
        </tr>
        {project.approvedFen !== null && (
          <tr>
            <th scope="row">核定</th>
            <td />
            <td>{yuan(project.approvedFen)}</td>
          </tr>
        )}
      </tfoot>
    </table>
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

const kindName = ({ programme }: projectApi.ProjectView, key: string) =>
  programme.expenseKinds.find(kind => kind.key === key)?.name ?? key
