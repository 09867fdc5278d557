import { type projectApi, yuan } from '../../shared/index.ts'

/** 经费预算 line by line with its sum, and the amount that was approved. */
export const BudgetTable = ({ project }: { project: projectApi.ProjectView }) => (
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
)

const kindName = ({ programme }: projectApi.ProjectView, key: string) =>
  programme.expenseKinds.find(kind => kind.key === key)?.name ?? key
