import type { Actor } from '#kernel/access/index.ts'
import { canFillSubmission, canRunCampaign, seesCampaign, speaksFor } from '../../permissions.ts'
import type { Consulting } from './load.ts'

export const sends = (actor: Actor, { submission }: Consulting) => canFillSubmission(actor, submission)

export const remarks = (actor: Actor, { run }: Consulting) => canRunCampaign(actor, run.campaign)

/** The unit and the organiser; what the organiser sees of a draft is the list that was sent, and no more. */
export const seesConsultation = (actor: Actor, { run, submission }: Consulting) =>
  speaksFor(actor, submission) || seesCampaign(actor, run.campaign)
