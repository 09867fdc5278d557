import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { Answered, endpointKey, useEndpoint } from '#platform/ui/desk/index.ts'
import { plansApi } from '../../../shared/index.ts'
import { PlanEditor } from './plan-editor.tsx'
import '../plans.css'

/** One plan of the office: its draft, its rehearsal and its versions. */
const PlanPage = () => {
  const id = Number(useParams().id)
  // Kept until something is done: asking again while somebody types would bring nothing new.
  const plan = useEndpoint(plansApi.getPlan, { params: { id } }, { freshMs: Number.POSITIVE_INFINITY })
  const queries = useQueryClient()
  // The draft on the page runs ahead of what was read: whoever comes back reads it anew.
  useEffect(
    () => () => queries.removeQueries({ queryKey: endpointKey(plansApi.getPlan, { params: { id } }) }),
    [queries, id],
  )
  return <Answered of={plan}>{data => <PlanEditor key={data.id} plan={data} />}</Answered>
}
export default PlanPage
