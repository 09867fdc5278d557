import type { Actor } from '#kernel/access/index.ts'
import { type TestClient, testApi, testTree } from '#kernel/access/testing.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { draftNotice, type NewNotice, publicityRoutes } from '../index.ts'
import { approveNotice, issueNotice, type NoticeContentInput, sendNotice } from '../shared/index.ts'

/** A list of three from two counties, with the answering unit of each. */
export const contentOf = (tree: { county: number; sibling: number }): NoticeContentInput => ({
  intro: '经推荐、审核，现将拟表彰名单公示如下，接受群众监督。',
  sections: [
    {
      heading: '党员服务标兵',
      items: [
        { key: 'n1', name: '丁薇', unit: '甲县人民医院', post: '护士长', unitId: tree.county },
        { key: 'n2', name: '王芳', unit: '甲县示例局', post: '科员', unitId: tree.county },
        { key: 'n3', name: '李强', unit: '乙县税务局', post: '四级主办', unitId: tree.sibling },
      ],
    },
  ],
  objection: { office: '示例办公室', phone: '000-0000000' },
})

/** An organising office with its three people and an objection officer, and a county's clerk; all sign in. */
export const house = async (db: Db) => {
  const tree = await testTree(db)
  const { app, api, signedIn } = testApi(db, publicityRoutes)
  const at = (unitId: number, ...roles: Actor['roles'][number][]) => signedIn({ unitId, roles })
  const people = {
    writer: await at(tree.city, 'organiser'),
    checker: await at(tree.city, 'checker'),
    issuer: await at(tree.city, 'issuer'),
    officer: await at(tree.city, 'objection-officer'),
    expert: await at(tree.city, 'expert'),
    // Every step's role on one post: what the three-person rule must still stop.
    everything: await at(tree.city, 'organiser', 'checker', 'issuer'),
    county: await at(tree.county, 'recommender'),
    sibling: await at(tree.sibling, 'recommender'),
    otherOfficer: await at(tree.county, 'objection-officer', 'organiser'),
  }
  let matter = 0
  const draft = async (over: Partial<NewNotice> = {}, by: TestClient = people.writer) => {
    matter += 1
    const notice: NewNotice = {
      module: 'test',
      matterId: matter,
      stage: 'publicise',
      unitId: tree.city,
      kind: 'publicity',
      title: '关于党员服务标兵拟表彰名单的公示',
      content: contentOf(tree),
      workdays: 3,
      ...over,
    }
    return inTransaction(db, tx => draftNotice(tx, actorOf(by), notice))
  }
  const issue = async (id: number) => {
    const body = { secrecyChecked: true as const }
    await people.writer.call(sendNotice, { params: { id }, body })
    await people.checker.call(approveNotice, { params: { id }, body })
    return people.issuer.call(issueNotice, { params: { id }, body: {} })
  }
  const issued = async (over?: Partial<NewNotice>) => {
    const { id, code } = await draft(over)
    await issue(id)
    return { id, code }
  }
  return { tree, app, api, signedIn, ...people, draft, issue, issued }
}

/** The actor behind a client, for calling what only modules call. */
export const actorOf = ({ ids }: TestClient): Actor => ({
  kind: 'account',
  id: `account:${ids.accountId}`,
  name: '测试员',
  accountId: ids.accountId,
  postId: ids.postId,
  postTitle: '',
  unitId: ids.unitId,
  unitName: '',
  unitPath: '',
  roles: [],
})
