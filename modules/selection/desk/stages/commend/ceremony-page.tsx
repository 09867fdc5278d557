import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Answered, Page, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { commendApi } from '../../../shared/index.ts'
import type { Ceremony, HonourView } from '../../../stages/commend/shared/api.ts'
import '../decide/papers/papers.css'
import type { Commendation } from './index.tsx'
import './commend.css'

/** 议程单: the order of the ceremony, award by award, with what is read out. */
const CeremonyPage = () => {
  const { id, stage } = useParams()
  const params = { id: Number(id), stage: stage! }
  const commendation = useEndpoint(commendApi.getCommendation, { params })
  return (
    <Page
      title="表彰仪式议程单"
      meta={<Link to={`/selection/campaigns/${id}/stages/${stage}`}>返回表彰</Link>}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
      }
    >
      <style>{'@page { size: A4 portrait; margin: 18mm 16mm; }'}</style>
      <Answered of={commendation}>
        {data => (
          <>
            {data.permissions.run && <Arrangements ceremony={data.ceremony} params={params} />}
            <RunSheet commendation={data} />
          </>
        )}
      </Answered>
    </Page>
  )
}

const fields = [
  { key: 'heldAt', label: '时间' },
  { key: 'place', label: '地点' },
  { key: 'host', label: '主持人' },
] as const

type ArrangementsProps = { ceremony: Ceremony; params: { id: number; stage: string } }

const Arrangements = ({ ceremony, params }: ArrangementsProps) => {
  const [given, setGiven] = useState(ceremony)
  const save = useAction(commendApi.saveCeremony, { success: '已保存' })
  return (
    <Sheet title="安排" className="no-print">
      <Form layout="vertical" onFinish={() => save.run({ params, body: given })}>
        <div className="ceremony-fields">
          {fields.map(({ key, label }) => (
            <Form.Item key={key} label={label} htmlFor={`ceremony-${key}`}>
              <Input
                id={`ceremony-${key}`}
                value={given[key]}
                onChange={({ target }) => setGiven({ ...given, [key]: target.value })}
              />
            </Form.Item>
          ))}
        </div>
        <Form.Item label="说明" htmlFor="ceremony-remarks">
          <Input.TextArea
            id="ceremony-remarks"
            value={given.remarks}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            onChange={({ target }) => setGiven({ ...given, remarks: target.value })}
          />
        </Form.Item>
        <Button htmlType="submit" loading={save.running}>
          保存安排
        </Button>
      </Form>
    </Sheet>
  )
}

const RunSheet = ({ commendation: { title, ceremony, items, honours } }: { commendation: Commendation }) => {
  const valid = honours.filter(({ state }) => state === 'valid')
  return (
    <article className="print-paper">
      <h2>{title}表彰仪式议程单</h2>
      <p>
        {fields
          .filter(({ key }) => ceremony[key])
          .map(({ key, label }) => `${label}：${ceremony[key]}`)
          .join('　')}
      </p>
      {ceremony.remarks && <p className="ceremony-remarks">{ceremony.remarks}</p>}
      {items.map(({ categories, items: steps }, n) => (
        <section key={steps.join()}>
          <h3>
            {n + 1}. {steps.join('、')}
          </h3>
          {valid
            .filter(({ category }) => categories.includes(category))
            .map(honour => (
              <Award key={honour.id} honour={honour} />
            ))}
        </section>
      ))}
    </article>
  )
}

const Award = ({ honour: { name, unitName, categoryName, story } }: { honour: HonourView }) => (
  <div className="ceremony-award">
    <p>
      <b>{name}</b>（{unitName}）　{categoryName}
    </p>
    <p>颁奖词：{story.citation || '（尚未撰写）'}</p>
    {story.comments.map(({ words, from }) => (
      <p key={words}>
        百姓评语：“{words}”{from && `——${from}`}
      </p>
    ))}
  </div>
)

export default CeremonyPage
