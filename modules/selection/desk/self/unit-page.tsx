import { Link, useParams } from 'react-router'
import { Answered, Page, useEndpoint, useKeyset } from '#platform/ui/desk/index.ts'
import { KeysetPager } from '#platform/ui/desk/pager.tsx'
import { selfApi } from '../../shared/index.ts'
import { SelfInbox } from './inbox.tsx'

/** 群众自荐、举荐 that lie with a unit. */
const UnitSelfPage = () => {
  const id = Number(useParams().id)
  const keyset = useKeyset()
  const query = keyset.cursor ? { after: keyset.cursor } : {}
  const list = useEndpoint(selfApi.listOfUnit, { params: { id }, query }, { keepPrevious: true })
  return (
    <Answered of={list}>
      {({ campaignTitle, unitName, rows, next }) => (
        <Page
          title="群众自荐、举荐"
          meta={
            <>
              {unitName} · <Link to={`/selection/submissions/${id}`}>{campaignTitle}</Link>
            </>
          }
        >
          <SelfInbox rows={rows} />
          <KeysetPager keyset={keyset} next={next} shownRows={rows.length} />
        </Page>
      )}
    </Answered>
  )
}

export default UnitSelfPage
