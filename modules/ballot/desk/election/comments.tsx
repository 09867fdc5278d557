import { Button, Segmented, Space } from 'antd'
import { useState } from 'react'
import { Answered, EmptyState, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { ballotDeskApi } from '../../shared/index.ts'
import type { Election } from './election-types.ts'

const states = [
  { value: 'waiting', label: '待审' },
  { value: 'shown', label: '展示' },
  { value: 'hidden', label: '不展示' },
] as const
type State = (typeof states)[number]['value']

/** 百姓评语: read by an officer before anybody sees them; they are linked to no ballot. */
export const Comments = ({ election }: { election: Election }) => {
  const [state, setState] = useState<State>('waiting')
  const params = { id: election.id }
  const comments = useEndpoint(ballotDeskApi.listDeskComments, { params, query: { state } })
  const decide = useAction(ballotDeskApi.decideComment)
  return (
    <Sheet
      title="百姓评语"
      extra={
        <Space wrap>
          <Segmented aria-label="评语状态" value={state} options={[...states]} onChange={setState} />
          <Button href={ballotDeskApi.exportComments.path.replace('{id}', String(election.id))}>下载展示的评语</Button>
        </Space>
      }
    >
      <Answered of={comments}>
        {data =>
          data.comments.length === 0 ? (
            <EmptyState title="没有评语" />
          ) : (
            <ul className="checks">
              {data.comments.map(({ id, name, words, sentOn }) => (
                <li key={id}>
                  <strong>{name}</strong>：{words} <span className="num quiet">{sentOn}</span>{' '}
                  {state !== 'shown' && (
                    <Button
                      size="small"
                      onClick={() => decide.run({ params: { ...params, commentId: id }, body: { show: true } })}
                    >
                      展示
                    </Button>
                  )}{' '}
                  {state !== 'hidden' && (
                    <Button
                      size="small"
                      onClick={() => decide.run({ params: { ...params, commentId: id }, body: { show: false } })}
                    >
                      不展示
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Sheet>
  )
}
