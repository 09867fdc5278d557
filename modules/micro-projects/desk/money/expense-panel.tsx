import { Button } from 'antd'
import { useState } from 'react'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { Answered, ConfirmAction, FindingsPanel, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { moneyApi, yuan } from '../../shared/index.ts'
import { ExpenseForm } from './expense-form.tsx'
import './money.css'

type Money = moneyApi.ProjectMoney

/** 开支和票据: what was bought for a project, against what it was approved. */
export const ExpensePanel = ({ projectId }: { projectId: number }) => {
  const money = useEndpoint(moneyApi.getProjectMoney, { params: { id: projectId } })
  return (
    <Sheet title="开支和票据">
      <Answered of={money}>{data => <Expenses projectId={projectId} money={data} />}</Answered>
    </Sheet>
  )
}

const Expenses = ({ projectId, money }: { projectId: number; money: Money }) => {
  const [adding, setAdding] = useState(false)
  const { expenses, findings, permissions } = money
  return (
    <>
      <Balance money={money} />
      {expenses.length === 0 ? (
        <p className="micro-total">还没有登记开支。</p>
      ) : (
        <ul className="expense-list">
          {expenses.map(expense => (
            <ExpenseLine key={expense.id} projectId={projectId} expense={expense} removable={permissions.edit} />
          ))}
        </ul>
      )}
      {findings.length > 0 && <FindingsPanel findings={findings} />}
      {permissions.edit &&
        (adding ? (
          <ExpenseForm projectId={projectId} money={money} onClose={() => setAdding(false)} />
        ) : (
          <Button size="large" block onClick={() => setAdding(true)}>
            登记一笔开支
          </Button>
        ))}
    </>
  )
}

/** Approved, spent and what is left, as a bar with its words. */
const Balance = ({ money: { approvedFen, spentFen } }: { money: Money }) => {
  const approved = approvedFen ?? 0
  const share = approved === 0 ? 0 : Math.min(100, Math.round((spentFen / approved) * 100))
  return (
    <div className="expense-balance">
      <p>
        核定 <strong className="num">{yuan(approved)}</strong> 元，已开支{' '}
        <strong className="num">{yuan(spentFen)}</strong> 元，还可开支{' '}
        <strong className="num">{yuan(Math.max(0, approved - spentFen))}</strong> 元
      </p>
      <div className="expense-bar" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}

type LineProps = { projectId: number; expense: moneyApi.Expense; removable: boolean }

const ExpenseLine = ({ projectId, expense, removable }: LineProps) => {
  const { id, item, kindName, fen, boughtOn, receipt, enteredBy } = expense
  const remove = useAction(moneyApi.removeExpense, { success: '已删除' })
  return (
    <li>
      <span className="expense-what">
        {item}
        <small>
          {kindName} · {chineseDate(boughtOn)}
          {enteredBy && ` · ${enteredBy}登记`}
        </small>
      </span>
      <strong className="num">{yuan(fen)}元</strong>
      <span className="expense-acts">
        {receipt ? (
          <a href={`/api/files/${receipt.key}`} target="_blank" rel="noreferrer">
            票据
          </a>
        ) : (
          <span>无票据</span>
        )}
        {removable && (
          <ConfirmAction
            label="删除"
            title={`删除“${item}”${yuan(fen)}元？`}
            danger
            confirmLabel="删除"
            button={{ size: 'small', type: 'text', 'aria-label': `删除${item}` }}
            onConfirm={() => remove.run({ params: { id: projectId, expense: id } })}
          >
            删除后这笔开支不再计入合计，操作记录保留。
          </ConfirmAction>
        )}
      </span>
    </li>
  )
}
