import { Descriptions } from 'antd'
import { Answered, dateWords, Page, Sheet, Sheets, StateTag, useEndpoint } from '#platform/ui/desk/index.ts'
import { getObjection, type Objection } from '../shared/objection-api.ts'
import { objectionChannels, objectionOutcomes, objectionStates } from '../shared/states.ts'
import { ConclusionForm } from './conclusion-form.tsx'
import { objectionTones } from './objection-inbox.tsx'
import { PointsForm } from './points-form.tsx'
import './publicity.css'

/** One objection: what was said and by whom, the points for the unit concerned, its reply, the conclusion. */
export const ObjectionCase = ({ id }: { id: number }) => {
  const objection = useEndpoint(getObjection, { params: { id } })
  return <Answered of={objection}>{data => <Case objection={data} />}</Answered>
}

const Case = ({ objection }: { objection: Objection }) => {
  const open = objection.state !== 'concluded'
  return (
    <Page
      title={`异议：${objection.itemName}`}
      meta={
        <>
          <StateTag tone={objectionTones[objection.state]}>{objectionStates[objection.state]}</StateTag>{' '}
          {objection.noticeTitle} · 回执号 {objection.receipt}
        </>
      }
    >
      <Sheets>
        <div>
          <Words objection={objection} />
          <Sheet title="有关单位核查">
            {open ? (
              <PointsForm key={objection.state} objection={objection} />
            ) : (
              <p>{objection.points ?? '未交单位核查'}</p>
            )}
            {objection.unitReply && (
              <>
                <h3>{objection.concernedUnit?.name}答复</h3>
                <p className="objection-words">{objection.unitReply}</p>
              </>
            )}
          </Sheet>
        </div>
        <Sheet title="书面结论">
          {open ? <ConclusionForm objection={objection} /> : <Concluded objection={objection} />}
        </Sheet>
      </Sheets>
    </Page>
  )
}

const Words = ({ objection }: { objection: Objection }) => (
  <Sheet title="反映的情况" extra="仅本单位受理人可见">
    <Descriptions
      size="small"
      column={2}
      items={[
        { key: 'who', label: '反映人', children: objection.anonymous ? '匿名' : objection.objectorName },
        { key: 'phone', label: '电话', children: objection.objectorPhone ?? '无' },
        { key: 'channel', label: '方式', children: channelOf(objection) },
        { key: 'at', label: '收到', children: dateWords(objection.receivedAt) },
      ]}
    />
    <p className="objection-words">{objection.words}</p>
    <ul>
      {objection.evidence.map(file => (
        <li key={file.key}>
          <a href={`/api/publicity/objections/${objection.id}/evidence/${file.key}`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  </Sheet>
)

const channelOf = ({ channel, enteredBy }: Objection) =>
  enteredBy ? `${objectionChannels[channel]}（${enteredBy}代录）` : objectionChannels[channel]

const Concluded = ({ objection }: { objection: Objection }) => (
  <>
    <p>
      <b>{objection.outcome && objectionOutcomes[objection.outcome]}</b>
    </p>
    <p className="objection-words">{objection.conclusion}</p>
    <h3>给反映人的答复</h3>
    <p className="objection-words">{objection.publicReply ?? '未填写'}</p>
  </>
)
