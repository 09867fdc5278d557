import type { Actor, Api } from '#kernel/access/index.ts'
import { recordTaking } from '#kernel/audit/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { closeElection, drain } from '../after/close.ts'
import { finish } from '../after/finish.ts'
import { auditElection, publish } from '../after/publish.ts'
import { suspicionsOf } from '../after/review.ts'
import { decideVoid, proposeVoids } from '../after/void.ts'
import { commentSheet } from '../comment-sheet.ts'
import { decideComment } from '../comments.ts'
import { commentsIn, turnoutOf } from '../election/desk-queries.ts'
import { type Election, findElection, phaseOf } from '../election/load.ts'
import { checksElection, cleansUp, followsElection, issuesResult, runsElection } from '../permissions.ts'
import { ballotDeskApi } from '../shared/index.ts'
import { done, load, lock } from './desk.ts'
import { recordFile } from './log.ts'

/** From the close to the publication, and the board. */
export const countRoutes = (api: Api): void => {
  api.handle(ballotDeskApi.closeElection, {
    load: lock,
    allow: runsElection,
    act: async ({ db, actor, loaded }) => {
      if (loaded.state === 'draft' || loaded.state === 'open') await closeElection(db, actor, loaded)
      await drain(db, loaded.id)
      return done
    },
  })
  api.handle(ballotDeskApi.finishElection, {
    load: lock,
    allow: runsElection,
    act: ({ db, actor, loaded }) => finish(db, actor, loaded),
  })
  api.handle(ballotDeskApi.auditElection, {
    load,
    allow: checksElection,
    streams: true,
    act: ({ actor, loaded }) => audit(api.db, actor, loaded),
  })
  api.handle(ballotDeskApi.getDeskRecord, {
    load,
    allow: checksElection,
    act: async ({ db, loaded }) => {
      requireFrozen(loaded)
      return recordFile(db, loaded, true)
    },
  })
  api.handle(ballotDeskApi.publishElection, {
    load: lock,
    allow: issuesResult,
    act: async ({ db, actor, loaded }) => {
      await publish(db, actor, loaded)
      return done
    },
  })
  cleaningRoutes(api)
  commentRoutes(api)
  api.handle(ballotDeskApi.getBoard, { load, allow: followsElection, act: ({ db, loaded }) => board(db, loaded) })
}

const requireFrozen = ({ state }: Election) => {
  if (state === 'draft') throw refuse('ballot.draft', '规则还没有冻结，没有投票记录。')
}

const audit = async (db: Db, actor: Actor, { id }: Election) => {
  const election = (await findElection(db, id))!
  requireFrozen(election)
  const { ok, leaves, findings } = await auditElection(db, actor, election)
  return { ok, leaves, findings }
}

const cleaningRoutes = (api: Api) => {
  api.handle(ballotDeskApi.reviewBallots, {
    load,
    allow: cleansUp,
    act: async ({ db, loaded }) => {
      if (['draft', 'open', 'closed'].includes(loaded.state))
        throw refuse('ballot.not-cleaning', '异常核查在投票截止、全部入账之后进行。')
      return { suspicions: await suspicionsOf(db, loaded.id) }
    },
  })
  api.handle(ballotDeskApi.proposeVoids, {
    load: lock,
    allow: cleansUp,
    act: async ({ db, actor, loaded, body }) => {
      await proposeVoids(db, actor, loaded, body)
      return done
    },
  })
  api.handle(ballotDeskApi.decideVoid, {
    load: lock,
    allow: cleansUp,
    act: async ({ db, actor, loaded, params, body }) => {
      await decideVoid(db, actor, loaded, { id: params.proposalId, approve: body.approve })
      return done
    },
  })
}

const commentRoutes = (api: Api) => {
  api.handle(ballotDeskApi.listDeskComments, {
    load,
    allow: cleansUp,
    act: async ({ db, loaded, query }) => {
      const names = new Map(loaded.rules.categories.flatMap(({ candidates }) => candidates.map(c => [c.no, c.name])))
      const comments = await commentsIn(db, loaded.id, query.state)
      return { comments: comments.map(each => ({ ...each, name: names.get(each.candidate) ?? '' })) }
    },
  })
  api.handle(ballotDeskApi.exportComments, {
    load,
    allow: cleansUp,
    act: async ({ db, actor, loaded }) => {
      const about = { subjectKind: 'election', subjectId: loaded.id, detail: { list: 'comments' } }
      await recordTaking(db, actor, { action: 'ballot.comment.export', ...about })
      return commentSheet(db, loaded)
    },
  })
  api.handle(ballotDeskApi.decideComment, {
    load,
    allow: cleansUp,
    act: async ({ db, actor, loaded, params, body }) => {
      await decideComment(db, actor, loaded, { commentId: params.commentId, show: body.show })
      return done
    },
  })
}

const board = async (db: Db, election: Election) => {
  const { rules } = election
  const turnout = await turnoutOf(db, election)
  const issued = (group: string) =>
    turnout?.issued.reduce((sum, each) => sum + (each.group === group ? each.count : 0), 0) ?? 0
  const published = election.state === 'published'
  return {
    title: rules.title,
    organiser: rules.organiser,
    phase: phaseOf(election),
    opensAt: election.opensAt,
    closesAt: election.closesAt,
    now: election.now,
    fingerprint: election.fingerprint,
    groups: rules.groups.map(({ key, name }) => ({ key, name, issued: issued(key) })),
    turnout,
    result: published ? election.result : null,
    rules: published ? { categories: rules.categories, groups: rules.groups } : null,
  }
}
