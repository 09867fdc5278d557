import { type Actor, hasRole } from '#kernel/access/index.ts'
import { canFillSubmission, canRunCampaign, leads, organises, speaksFor } from '../../permissions.ts'
import type { VetRequest, Vetting } from './load.ts'

/** The clerk of the unit that asks. */
export const asks = (actor: Actor, { submission, run }: Vetting) =>
  submission ? canFillSubmission(actor, submission) : canRunCampaign(actor, run.campaign)

/** Named officers (异议受理人) of exactly the unit that asks: they alone read reasons, and conclude. */
export const concludes = (actor: Actor, { askerPath }: Vetting) =>
  hasRole(actor, 'objection-officer') && actor.unitPath !== '' && actor.unitPath === askerPath

/** Who may see where it stands: the asking unit, and the organiser once the unit has handed in. */
export const seesVetting = (actor: Actor, vetting: Vetting) => {
  const { submission, run } = vetting
  if (asks(actor, vetting) || concludes(actor, vetting)) return true
  if (submission && speaksFor(actor, submission)) return true
  const above = organises(actor, run.campaign) || leads(actor, run.campaign)
  return above && submission?.state !== 'open'
}

/** The department itself: whoever holds the request's slip, or a post with the role in the unit named for it. */
export const answers = (actor: Actor, { id, unitId }: VetRequest) =>
  actor.kind === 'slip'
    ? actor.slip?.purpose === 'vet' && actor.slip.subjectId === id
    : hasRole(actor, 'vetter') && unitId !== null && actor.unitId === unitId

export const asksThis = (actor: Actor, { vetting }: VetRequest) => asks(actor, vetting)
export const concludesThis = (actor: Actor, { vetting }: VetRequest) => concludes(actor, vetting)
