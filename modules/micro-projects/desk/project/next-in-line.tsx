import { Button } from 'antd'
import { Link } from 'react-router'
import { Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { projectApi } from '../../shared/index.ts'

/** After a decision: the next project that waits for the same post, so that a pile is worked off without going back. */
export const NextInLine = ({ after }: { after: number }) => {
  const mine = useEndpoint(projectApi.listProjects, { query: { mine: '1' } })
  if (!mine.data) return null
  const [next] = mine.data.rows.filter(({ id }) => id !== after)
  return (
    <Sheet title="已办理">
      <p>{next ? `还有${mine.data.total}个项目等您办理。` : '没有等您办理的项目了。'}</p>
      <div className="micro-walk">
        <Link to="/micro">
          <Button size="large" block>
            返回列表
          </Button>
        </Link>
        {next && (
          <Link to={`/micro/projects/${next.id}`}>
            <Button size="large" type="primary" block>
              下一个：{next.title}
            </Button>
          </Link>
        )}
      </div>
    </Sheet>
  )
}
