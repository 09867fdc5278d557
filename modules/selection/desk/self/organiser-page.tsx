import { Link, useParams } from 'react-router'
import { Answered, Page, useEndpoint, useKeyset } from '#platform/ui/desk/index.ts'
import { KeysetPager } from '#platform/ui/desk/pager.tsx'
import { selfApi } from '../../shared/index.ts'
import { SelfInbox } from './inbox.tsx'

/** 群众自荐、举荐 that came to the organiser and wait to be passed on. */
const OrganiserSelfPage = () => {
  const id = Number(useParams().id)
  const keyset = useKeyset()
  const query = keyset.cursor ? { after: keyset.cursor } : {}
  const list = useEndpoint(selfApi.listOfOrganiser, { params: { id }, query }, { keepPrevious: true })
  return (
    <Answered of={list}>
      {({ campaignTitle, rows, next, units }) => (
        <Page title="群众自荐、举荐" meta={<Link to={`/selection/campaigns/${id}`}>{campaignTitle}</Link>}>
          <SelfInbox rows={rows} passTo={units} />
          <KeysetPager keyset={keyset} next={next} shownRows={rows.length} />
        </Page>
      )}
    </Answered>
  )
}

export default OrganiserSelfPage
