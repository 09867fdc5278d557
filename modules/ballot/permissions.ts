import { type Actor, hasRole, reaches } from '#kernel/access/index.ts'

export type OfUnit = { unitPath: string }

/** The office that holds the vote, its checker, its issuer, its leaders. */
export const followsElection = (actor: Actor, election: OfUnit) =>
  hasRole(actor, 'organiser', 'checker', 'issuer', 'leader') && reaches(actor, election.unitPath)

export const runsElection = (actor: Actor, election: OfUnit) =>
  hasRole(actor, 'organiser') && reaches(actor, election.unitPath)

/** 复核: who decides what another proposed, and audits. */
export const checksElection = (actor: Actor, election: OfUnit) =>
  hasRole(actor, 'checker') && reaches(actor, election.unitPath)

/** Either of the two officers of a void: proposing and deciding are still two people. */
export const cleansUp = (actor: Actor, election: OfUnit) =>
  runsElection(actor, election) || checksElection(actor, election)

export const issuesResult = (actor: Actor, election: OfUnit) =>
  hasRole(actor, 'issuer') && reaches(actor, election.unitPath)
