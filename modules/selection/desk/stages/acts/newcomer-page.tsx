import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Answered, Page, useEndpoint, useRemembered } from '#platform/ui/desk/index.ts'
import { actsApi } from '../../../shared/index.ts'
import { emptyNewcomer, type NewcomerDraft } from './newcomer-draft.ts'
import { NewcomerForm } from './newcomer-form.tsx'
import { NewcomerHead } from './newcomer-head.tsx'

/** 增补 of somebody whom no unit has put up: unit and category, the form, the grounds. Kept in this browser until done. */
const NewcomerPage = () => {
  const { id, stage } = useParams()
  const params = { id: Number(id), stage: stage! }
  const stageLink = `/selection/campaigns/${id}/stages/${stage}`
  const [kept, keep] = useRemembered<NewcomerDraft>(`newcomer.${id}.${stage}`, emptyNewcomer)
  const [draft, setDraft] = useState(kept)
  const change = (part: Partial<NewcomerDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keep(next)
  }
  const { submissionId, category } = draft
  const chosen = submissionId !== undefined && category !== undefined
  const form = useEndpoint(
    actsApi.getNewcomerForm,
    { params, query: { submissionId: submissionId ?? 0, category: category ?? '' } },
    { enabled: chosen },
  )
  return (
    <Page title="增补新的推荐对象" meta={<Link to={stageLink}>返回本环节</Link>} narrow>
      <NewcomerHead params={params} draft={draft} onChange={change} />
      {chosen && (
        <Answered of={form}>
          {asked => <NewcomerForm params={params} asked={asked} draft={draft} onChange={change} backTo={stageLink} />}
        </Answered>
      )}
    </Page>
  )
}

export default NewcomerPage
