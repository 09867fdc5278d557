import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { UnitSheet, UnitTree } from '#kernel/units/desk/index.tsx'
import { exportUnits, getUnit } from '#kernel/units/shared/index.ts'
import { Answered, Page, Sheet, Sheets, useEndpoint } from '#platform/ui/desk/index.ts'
import { useSession } from '../session.ts'
import { PostSheet } from './post-sheet.tsx'

const linkTo = (id: number) => `/units/${id}`

/** Units, posts and people within reach: the tree at the left, one unit at the right. */
export const UnitsPage = () => {
  const { post } = useSession()
  const { id } = useParams()
  const current = id ? Number(id) : post.unit.id
  const unit = useEndpoint(getUnit, { params: { id: current } })
  return (
    <Page
      title="单位与人员"
      meta={`${post.unit.name}和下级单位`}
      actions={
        <>
          <Button href={exportUnits.path}>导出</Button>
          <Link to="/units/import">
            <Button>从 Excel 导入</Button>
          </Link>
        </>
      }
    >
      <Sheets ratio="minmax(240px, 300px) minmax(0, 1fr)">
        <Sheet>
          <UnitTree current={current} above={unit.data?.above.map(({ id }) => id) ?? []} linkTo={linkTo} />
        </Sheet>
        <div>
          <Answered of={unit}>
            {detail => (
              <>
                <UnitSheet key={`unit-${detail.id}`} unit={detail} linkTo={linkTo} />
                <PostSheet key={`posts-${detail.id}`} unit={detail} />
              </>
            )}
          </Answered>
        </div>
      </Sheets>
    </Page>
  )
}
