import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { submissionsApi } from '../../shared/index.ts'

/** 上一个 / 下一个 in the unit's list, in its order. */
export const Neighbours = ({ submissionId, id }: { submissionId: number; id: number }) => {
  const { data } = useEndpoint(submissionsApi.getSubmission, { params: { id: submissionId } }, { freshMs: 60_000 })
  if (!data) return null
  const order = data.categories.flatMap(({ key }) =>
    data.nominations.filter(each => each.category === key && each.state !== 'removed'),
  )
  const at = order.findIndex(each => each.id === id)
  if (at < 0 || order.length < 2) return null
  return (
    <>
      <Step to={order[at - 1]?.id} icon={<LeftOutlined />} label="上一个" />
      <Step to={order[at + 1]?.id} icon={<RightOutlined />} label="下一个" />
    </>
  )
}

const Step = ({ to, icon, label }: { to: number | undefined; icon: React.ReactNode; label: string }) =>
  to === undefined ? (
    <Button icon={icon} disabled>
      {label}
    </Button>
  ) : (
    <Link to={`/selection/nominations/${to}`}>
      <Button icon={icon}>{label}</Button>
    </Link>
  )
