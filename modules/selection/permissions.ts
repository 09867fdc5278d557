import { type Actor, hasRole, reaches } from '#kernel/access/index.ts'
import { type CampaignState, editable, type NominationState, type SubmissionState } from './shared/index.ts'

/** Whatever stands in a campaign knows whose campaign it is. */
export type InCampaign = { organiserPath: string; campaignState: CampaignState }
/** … and what a unit put up knows its unit. */
export type OfUnit = InCampaign & { unitPath: string }

/** The organising office: clerk, checker or issuer at the campaign's unit or above it. */
export const organises = (actor: Actor, subject: InCampaign) =>
  hasRole(actor, 'organiser', 'checker', 'issuer') && reaches(actor, subject.organiserPath)

export const leads = (actor: Actor, subject: InCampaign) =>
  hasRole(actor, 'leader') && reaches(actor, subject.organiserPath)

/** The whole campaign, all its units at a glance. */
export const seesCampaign = (actor: Actor, campaign: InCampaign) => organises(actor, campaign) || leads(actor, campaign)

/** A clerk or principal of exactly this unit: drafts are seen by nobody else. */
export const speaksFor = (actor: Actor, subject: { unitPath: string }) =>
  hasRole(actor, 'recommender', 'principal') && actor.unitPath === subject.unitPath

/** A clerk of a unit above this one, through which its recommendations go up. */
export const standsAbove = (actor: Actor, subject: { unitPath: string }) =>
  hasRole(actor, 'recommender', 'principal') && actor.unitPath !== subject.unitPath && reaches(actor, subject.unitPath)

export const canPlan = (actor: Actor) => hasRole(actor, 'organiser')

export const canRunCampaign = (actor: Actor, campaign: InCampaign) =>
  hasRole(actor, 'organiser') && reaches(actor, campaign.organiserPath)

type Submitted = OfUnit & { state: SubmissionState }

/** What was handed in is seen by the unit, the units above it and the organiser; nothing by a sibling. */
export const canSeeSubmission = (actor: Actor, submission: Submitted) =>
  speaksFor(actor, submission) ||
  standsAbove(actor, submission) ||
  organises(actor, submission) ||
  leads(actor, submission)

export const canFillSubmission = (actor: Actor, submission: Submitted) =>
  hasRole(actor, 'recommender') && speaksFor(actor, submission)

/** Whoever receives it: the unit above, or the organiser where there is none. */
export const canReceiveSubmission = (actor: Actor, submission: Submitted & { abovePath: string | null }) =>
  submission.abovePath === null
    ? canRunCampaign(actor, submission)
    : hasRole(actor, 'recommender') && actor.unitPath === submission.abovePath

type Nominated = OfUnit & { state: NominationState; originPath: string }

/** A draft is its unit's own; what was handed in may be read upward. */
export const canSeeNomination = (actor: Actor, nomination: Nominated) => {
  if (speaksFor(actor, nomination)) return true
  if (nomination.state === 'draft' || nomination.state === 'removed') return false
  const putUpHere = speaksFor(actor, { unitPath: nomination.originPath })
  return putUpHere || standsAbove(actor, nomination) || organises(actor, nomination) || leads(actor, nomination)
}

/** Hidden answers are asked for by whoever fills in, receives or checks the form; who only follows the work does not need them. */
export const canRevealAnswer = (actor: Actor, nomination: Nominated) =>
  canSeeNomination(actor, nomination) &&
  (speaksFor(actor, nomination) || standsAbove(actor, nomination) || organises(actor, nomination))

export const canEditNomination = (actor: Actor, nomination: Nominated) =>
  editable.includes(nomination.state) && hasRole(actor, 'recommender') && speaksFor(actor, nomination)

/** Reasons that the plan wants confirmed are confirmed by the unit's principal, never by who wrote them. */
export const canConfirmReason = (actor: Actor, nomination: Nominated) =>
  hasRole(actor, 'principal') && speaksFor(actor, nomination)
