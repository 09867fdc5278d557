import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Answered, EmptyState, Page, Sheet, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { type signatureApi as Api, signatureApi } from '../../shared/index.ts'
import { CallBackForm } from './call-back-form.tsx'
import { timeText } from './words.ts'
import './signatures.css'

/** 回访: the random sample of signing households, to be called or visited. */
const CallBacksPage = () => {
  const [search] = useSearchParams()
  const [done, setDone] = useState(false)
  const [after, setAfter] = useState<number>()
  const projectId = Number(search.get('project')) || undefined
  const list = useEndpoint(
    signatureApi.listCallBacks,
    { query: { ...(done && { done: '1' as const }), projectId, after } },
    { keepPrevious: true },
  )
  const turn = (value: boolean) => {
    setDone(value)
    setAfter(undefined)
  }
  return (
    <Page title="签名回访" meta="随机抽取的签名户，请打电话或上门核实是否本人签名。" narrow>
      <Answered of={list}>
        {({ rows, next, open }) => (
          <Sheet
            extra={projectId ? <Link to={`/micro/projects/${projectId}`}>回到项目</Link> : undefined}
            title={
              <Segmented
                value={done}
                onChange={turn}
                options={[
                  { value: false, label: `待回访 ${open}` },
                  { value: true, label: '已回访' },
                ]}
              />
            }
          >
            {rows.length === 0 && <EmptyState title={done ? '还没有登记过回访' : '没有待回访的签名户'} />}
            <ul className="call-backs">
              {rows.map(row => (
                <CallBackLine key={row.id} row={row} />
              ))}
            </ul>
            <div className="signing-acts">
              {after !== undefined && <Button onClick={() => setAfter(undefined)}>回到开头</Button>}
              {next !== null && <Button onClick={() => setAfter(next)}>下一页</Button>}
            </div>
          </Sheet>
        )}
      </Answered>
    </Page>
  )
}

const tones = { confirmed: 'done', denied: 'bad', unreachable: 'near' } as const

const CallBackLine = ({ row }: { row: Api.CallBackRow }) => (
  <li>
    <div>
      <strong>{row.household.head}</strong>{' '}
      {row.outcome && <StateTag tone={tones[row.outcome]}>{signatureApi.outcomes[row.outcome]}</StateTag>}
      <p>
        {row.villageName} · <Link to={`/micro/projects/${row.projectId}`}>{row.projectTitle}</Link>
      </p>
      <p className="num">
        {timeText(row.signedAt)} {signatureApi.ways[row.way]}
      </p>
      <p className="num">
        {row.household.door}{' '}
        {row.household.phone ? (
          <a href={`tel:${row.household.phone}`}>{row.household.phone}</a>
        ) : (
          '未登记电话，请上门核实'
        )}
      </p>
      {row.doneAt && (
        <p>
          {timeText(row.doneAt)} {row.doneBy}登记{row.note && `：${row.note}`}
        </p>
      )}
    </div>
    <Outcome row={row} />
  </li>
)

/** Who could not be reached is called again, and a slip of the finger is put right; a denial stands. */
const Outcome = ({ row: { id, outcome, household, mayEnter } }: { row: Api.CallBackRow }) => {
  const [again, setAgain] = useState(false)
  const [entered, setEntered] = useState(false)
  const done = () => {
    setAgain(false)
    setEntered(true)
  }
  if (!mayEnter) return outcome === null ? <p>项目不在审批中，暂不登记。</p> : null
  // Until the list has come anew the line is settled: the next touch is meant for the next household.
  if (outcome === null && entered) return null
  if (outcome === null || again) return <CallBackForm id={id} head={household.head} onDone={done} />
  return (
    <div className="signing-acts">
      <Button onClick={() => setAgain(true)}>{outcome === 'unreachable' ? '再次回访' : '更正结果'}</Button>
    </div>
  )
}

export default CallBacksPage
