import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { projectApi } from '../shared/index.ts'
import { draft, type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld

beforeAll(async () => {
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
})

type Decisions = { projectId: number; outcome: 'pass' | 'reject'; comment?: string }[]

const decide = (decisions: Decisions) =>
  world.people.member.call(projectApi.recordMeeting, {
    params: { id: world.programmeId },
    body: {
      ...{ heldOn: '2023-10-07', attendees: '应到7人，实到7人', resolution: '同意其中1个项目。' },
      decisions: decisions.map(decision => ({ comment: '', ...decision })),
    },
  })
const stateOf = async (id: number) => (await world.people.office.call(projectApi.getProject, { params: { id } })).state

/** A project whose amount is fixed, signed by members of its own. */
const waiting = async (title: string, from: number) => {
  const id = await readyDraft(world, { ...draft, title }, world.memberIds.slice(from, from + 3))
  await passUpTo(world, id, 'amount')
  return id
}

describe('a meeting on a batch', () => {
  it('leaves for the next what it did not come to, and says why it did not agree', async () => {
    const [agreed, refused, later] = [await waiting('修路', 0), await waiting('修桥', 3), await waiting('修亭', 6)]
    await expect(decide([{ projectId: refused, outcome: 'reject' }])).rejects.toMatchObject({
      status: 422,
      findings: [{ path: 'decisions.0.comment', message: '请写明不同意的原因' }],
    })
    await decide([
      { projectId: agreed, outcome: 'pass' },
      { projectId: refused, outcome: 'reject', comment: '已有同类设施' },
    ])
    expect([await stateOf(agreed), await stateOf(refused), await stateOf(later)]).toEqual([
      ...['building', 'rejected', 'meeting'],
    ])
    const { waiting: left, meetings } = await world.people.member.call(projectApi.listMeetings, {
      params: { id: world.programmeId },
    })
    expect(left.map(({ title }) => title)).toEqual(['修亭'])
    expect(
      meetings.map(({ minutesKey, projects }) => [minutesKey, projects.map(({ title, passed }) => [title, passed])]),
    ).toEqual([
      [
        null,
        [
          ['修路', true],
          ['修桥', false],
        ],
      ],
    ])
  })
})
