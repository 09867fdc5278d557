import type { Actor, Api } from '#kernel/access/index.ts'
import { hasRole } from '#kernel/access/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { announcementsOf, draftAnnouncement } from '../announcement/announcement.ts'
import { checklist } from '../election/checklist.ts'
import { auditsOf, listedVoters, proposalsOf, signalsOf, turnoutOf, witnessesOf } from '../election/desk-queries.ts'
import { createElection, saveRules } from '../election/election.ts'
import { freeze } from '../election/freeze.ts'
import { type Election, electionsBelow, findElection, phaseOf } from '../election/load.ts'
import { replaceCensus } from '../identity/census.ts'
import { censusTemplateFile, readCensus } from '../identity/census-sheet.ts'
import { checksElection, cleansUp, followsElection, issuesResult, runsElection } from '../permissions.ts'
import { ballotDeskApi } from '../shared/index.ts'

export const done = { ok: true as const }
type At = { db: Db; params: { id: number } }
export const load = ({ db, params }: At): Promise<Election | undefined> => findElection(db, params.id)
export const lock = ({ db, params }: At): Promise<Election | undefined> => findElection(db, params.id, true)

const mayFollow = (actor: Actor) => hasRole(actor, 'organiser', 'checker', 'issuer', 'leader')
const mayCreate = (actor: Actor) => hasRole(actor, 'organiser') && actor.unitId !== null

/** Elections in the desk: reading, preparing, freezing. */
export const deskRoutes = (api: Api): void => {
  api.handle(ballotDeskApi.listDeskElections, {
    allow: mayFollow,
    act: async ({ db, actor }) => ({
      elections: (await electionsBelow(db, actor.unitPath)).map(brief),
      permissions: { create: mayCreate(actor) },
    }),
  })
  api.handle(ballotDeskApi.createElection, {
    allow: mayCreate,
    act: async ({ db, actor, body }) => ({ id: await createElection(db, actor, { unitId: actor.unitId!, ...body }) }),
  })
  api.handle(ballotDeskApi.getDeskElection, {
    load,
    allow: followsElection,
    act: ({ db, actor, loaded }) => present(db, actor, loaded),
  })
  api.handle(ballotDeskApi.saveRules, {
    load: lock,
    allow: runsElection,
    act: async ({ db, actor, loaded, body }) => {
      await saveRules(db, actor, loaded, body)
      return done
    },
  })
  api.handle(ballotDeskApi.freezeElection, {
    load: lock,
    allow: issuesResult,
    act: async ({ db, actor, loaded, body }) => ({ fingerprint: await freeze(db, actor, loaded, body.algorithm) }),
  })
  api.handle(ballotDeskApi.draftAnnouncement, {
    load: lock,
    allow: runsElection,
    act: async ({ db, actor, loaded }) => ({ noticeId: await draftAnnouncement(db, actor, loaded) }),
  })
  censusRoutes(api)
}

const censusRoutes = (api: Api) => {
  api.handle(ballotDeskApi.censusTemplate, {
    load,
    allow: runsElection,
    act: ({ loaded }) => censusTemplateFile(loaded.rules),
  })
  api.handle(ballotDeskApi.importCensus, {
    load,
    allow: runsElection,
    streams: true,
    act: async ({ actor, loaded, c }) => {
      const lines = await readCensus(c, loaded.rules)
      await inTransaction(api.db, async tx => {
        await replaceCensus(tx, actor, (await findElection(tx, loaded.id, true))!, lines)
      })
      const groups = Map.groupBy(lines, ({ group }) => group)
      return { listed: lines.length, groups: [...groups].map(([key, of]) => ({ key, count: of.length })) }
    },
  })
}

const brief = (election: Election) => ({
  id: election.id,
  slug: election.slug,
  title: election.rules.title,
  unitName: election.unitName,
  state: election.state,
  phase: phaseOf(election),
  opensAt: election.opensAt,
  closesAt: election.closesAt,
})

const present = async (db: Db, actor: Actor, election: Election) => ({
  ...brief(election),
  rules: election.rules,
  witnesses: runsElection(actor, election) ? await witnessesOf(db, election.id) : [],
  census: await listedVoters(db, election.id),
  fingerprint: election.fingerprint,
  now: election.now,
  checklist: election.state === 'draft' ? await checklist(db, election) : [],
  turnout: await turnoutOf(db, election),
  signals: await signalsOf(db, election.id),
  proposals: await proposalsOf(db, election.id, actor.accountId),
  audits: await auditsOf(db, election.id),
  announcements: await announcementsOf(db, election.id),
  result: election.result,
  permissions: permissionsOf(actor, election),
})

const permissionsOf = (actor: Actor, election: Election) => {
  const { state } = election
  return {
    edit: state === 'draft' && runsElection(actor, election),
    freeze: state === 'draft' && issuesResult(actor, election) && election.createdBy !== actor.accountId,
    announce: (state === 'published' || (state === 'open' && !election.ended)) && runsElection(actor, election),
    close: state === 'open' && election.ended && runsElection(actor, election),
    review: state === 'drained' && cleansUp(actor, election),
    finish: state === 'drained' && runsElection(actor, election),
    audit: state !== 'draft' && checksElection(actor, election),
    publish: state === 'final' && issuesResult(actor, election) && election.finishedBy !== actor.accountId,
    moderate: state !== 'draft' && cleansUp(actor, election),
  }
}
