import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { plansApi } from '../../../shared/index.ts'

export type Original = { from: { shipped: string } | { planId: number }; title: string; year?: number }
type Preview = AnswerOf<typeof plansApi.previewYear>

/** A plan in another year: the dates it would have and what to check, before a draft is made. */
export const AnotherYear = ({ original, onClose }: { original: Original; onClose: () => void }) => {
  const { today } = useSession()
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const [slug, setSlug] = useState('')
  const navigate = useNavigate()
  const preview = useEndpoint(plansApi.previewYear, { body: { from: original.from, year } }, { keepPrevious: true })
  const { run, running } = useAction(plansApi.addPlan, { onDone: ({ id }) => navigate(`/selection/plans/${id}`) })
  const own = slug.trim()
  return (
    <Modal
      open
      width={720}
      title={`换一个年度：${original.title}`}
      okText="建立草稿"
      confirmLoading={running}
      okButtonProps={{ disabled: !preview.data || preview.isFetching }}
      onOk={() => run({ body: { from: original.from, year, ...(own && { slug: own }) } })}
      onCancel={onClose}
    >
      <div className="another-year">
        <label htmlFor="plan-year">
          年度
          <InputNumber id="plan-year" value={year} min={2004} max={2100} onChange={next => next && setYear(next)} />
        </label>
        <label htmlFor="plan-slug">
          代号
          <Input
            id="plan-slug"
            value={slug}
            placeholder={preview.data?.slug ?? ''}
            onChange={({ target }) => setSlug(target.value)}
          />
        </label>
      </div>
      <Answered of={preview}>{data => <PreviewDates preview={data} />}</Answered>
    </Modal>
  )
}

const PreviewDates = ({ preview: { stages, notes } }: { preview: Preview }) => (
  <>
    <div className="plan-scroll">
      <table className="moved-dates num">
        <thead>
          <tr>
            <th>环节</th>
            <th>开始</th>
            <th>截止</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ key, title, opens, dueBy, closes }) => (
            <tr key={key}>
              <td>{title}</td>
              <td>
                <Moved {...opens} />
              </td>
              <td>
                <Moved {...(dueBy.to ? dueBy : closes)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <h3>起草后请核对</h3>
    <ul>
      {notes.map(note => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  </>
)

const Moved = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => {
  if (!to) return <span className="plan-help">—</span>
  return (
    <>
      {chineseDate(to)}
      {from && <small className="plan-slug">原{chineseDate(from)}</small>}
    </>
  )
}
