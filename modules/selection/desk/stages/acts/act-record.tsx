import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { ConfirmAction, EmptyState, useAction } from '#platform/ui/desk/index.ts'
import { actKinds, actsApi } from '../../../shared/index.ts'
import { momentWords } from '../../words.ts'

type Acts = AnswerOf<typeof actsApi.listActs>
type Props = { params: { id: number; stage: string }; record: Acts; editable: boolean }

/** What newcomers still owe, then every act with its grounds, latest first. */
export const ActRecord = ({ params, record, editable }: Props) => (
  <>
    {record.owed.length > 0 && <OwedList params={params} owed={record.owed} editable={editable} />}
    {record.acts.length === 0 && <EmptyState title="还没有调整过名单" />}
    <ol className="act-list">
      {record.acts.map(act => (
        <ActLine key={act.id} act={act} params={params} editable={editable} />
      ))}
    </ol>
  </>
)

const OwedList = ({ params, owed, editable }: { params: Props['params']; owed: Acts['owed']; editable: boolean }) => {
  const settle = useAction(actsApi.settleOwed, { success: '已登记补办' })
  return (
    <section>
      <h3>待补办</h3>
      <ul className="act-list">
        {owed.map(({ nominationId, name, stage, title }) => (
          <li key={`${nominationId}-${stage}`}>
            {name}：{title}{' '}
            {editable && (
              <ConfirmAction
                label="登记补办"
                title={`“${name}”已补办“${title}”？`}
                button={{ size: 'small' }}
                reason={{ label: '何时、如何补办', required: true }}
                onConfirm={note => settle.run({ params, body: { nominationId, stage, note } })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const ActLine = ({
  act,
  params,
  editable,
}: {
  act: Acts['acts'][number]
  params: Props['params']
  editable: boolean
}) => {
  const undo = useAction(actsApi.undo, { success: '已撤销' })
  const title = act.undoes !== null ? `撤销${actKinds[act.kind]}` : actKinds[act.kind]
  return (
    <li className={act.undone ? 'act-undone' : ''}>
      <strong>{title}</strong> {act.name}
      {act.replaces && `，补${act.replaces}`}
      {act.undone && '（已撤销）'}
      <div className="act-grounds">
        理由：{act.reason}；依据：{act.basis}
      </div>
      <div className="act-grounds num">
        {act.by} {momentWords(act.at)}
      </div>
      {editable && !act.undone && act.undoes === null && (
        <ConfirmAction
          label="撤销"
          title={`撤销对“${act.name}”的${actKinds[act.kind]}？`}
          button={{ size: 'small' }}
          reason={{ label: '理由', required: true, hint: '原动议和撤销都留有记录。' }}
          onConfirm={reason => undo.run({ params: { ...params, actId: act.id }, body: { reason, basis: act.basis } })}
        />
      )}
    </li>
  )
}
