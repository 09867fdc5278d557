import { Answered, RedlineText, useEndpoint } from '#platform/ui/desk/index.ts'
import { nominationsApi } from '../../shared/index.ts'
import './changes.css'

/** What changed between the last two times a nominee was handed in, field by field. */
export const Changes = ({ nominationId }: { nominationId: number }) => {
  const changes = useEndpoint(nominationsApi.getChanges, { params: { id: nominationId } })
  return (
    <Answered of={changes} rows={2}>
      {({ version, changes: list }) =>
        list.length === 0 ? (
          <p>{version < 2 ? '第一次上报，没有可以比较的版本。' : '没有改动。'}</p>
        ) : (
          <dl className="changes">
            {list.map(({ path, label, redline }) => (
              <div key={path}>
                <dt>{label}</dt>
                <dd>
                  <RedlineText parts={redline} />
                </dd>
              </div>
            ))}
          </dl>
        )
      }
    </Answered>
  )
}
