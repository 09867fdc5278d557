import { momentWords } from '#kernel/calendar/shared/index.ts'
import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { programmeApi } from '../../shared/index.ts'

/** 更改记录: what the programme said since its start, the newest change first. */
export const Changes = ({ programmeId }: { programmeId: number }) => {
  const versions = useEndpoint(programmeApi.listProgrammeChanges, { params: { id: programmeId } })
  return (
    <Answered of={versions}>
      {({ started, changes }) => (
        <section className="micro-changes">
          <h3>更改记录</h3>
          <ol className="micro-history" reversed>
            {changes.map(change => (
              <Change key={change.id} change={change} />
            ))}
            <li>
              <strong>启动</strong> <When {...started} />
            </li>
          </ol>
          {changes.length === 0 && <p className="micro-total">启动以来没有更改。</p>}
        </section>
      )}
    </Answered>
  )
}

const Change = ({ change: { at, by, reason, items } }: { change: programmeApi.ProgrammeChange }) => (
  <li>
    <strong>更改{items.map(({ name }) => name).join('、')}</strong> <When at={at} by={by} />
    {items.map(({ name, from, to }) => (
      <p key={name} className="num">
        {name}：由“{from}”改为“{to}”
      </p>
    ))}
    <p>原因：{reason}</p>
  </li>
)

const When = ({ at, by }: { at: string; by: string | null }) => (
  <span className="num">
    {by ?? '系统'} · {momentWords(at)}
  </span>
)
