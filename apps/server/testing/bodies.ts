import { sampleRules } from '#modules/ballot/testing.ts'
import { shippedProgrammes } from '#modules/micro-projects/index.ts'
import type { Rows } from './world.ts'

const anotherHousehold = { head: '李四', door: '2号', phone: '13712340002' }
const ink = [
  [
    [100, 100, 0],
    [600, 400, 200],
  ],
]
const actKey = '3f0e8c1a-7d52-4b7e-9a41-0c9a4f6f1d11'

/** Bodies that an endpoint's schema alone does not tell; everything else is made from the schema. */
export const bodies = (rows: Rows): Record<string, unknown> => ({
  'post /api/ballot/elections/{slug}/codes': { phone: '13900000000' },
  'post /api/ballot/elections/{slug}/admissions': { phone: '13900000000', code: '000000' },
  'post /api/ballot/elections/{slug}/credentials': { mode: 'plain', token: 'a'.repeat(43), serial: 'a'.repeat(64) },
  'post /api/ballot/elections/{slug}/ballots': {
    serial: 'a'.repeat(64),
    group: 'members',
    mode: 'plain',
    credential: 'aaaa',
    counter: 0,
    salt: 'a'.repeat(64),
    choices: [[1, 2], []],
  },
  'post /api/ballot/elections/{slug}/comments': { token: 'a'.repeat(43), candidate: 1, words: '很好。' },
  'post /api/ballot/desk/elections': { rules: sampleRules() },
  'put /api/ballot/desk/elections/{id}/rules': { rules: sampleRules({ id: String(rows.draftSlug) }) },
  'post /api/access/posts/{id}/holders': { rank: 'B', name: '新人', phone: '13900000001', login: 'new-holder' },
  'post /api/publicity/notices/{id}/objections': {
    channel: 'letter',
    anonymous: true,
    words: '反映的情况如下，请组织人员认真核实。',
  },
  'put /api/selection/letters/{id}': { revision: 0, title: '示例', content: { offices: ['示例'] } },
  'post /api/selection/letters/{id}/number': { organ: '示办发', issuedOn: '2017-03-20' },
  'post /api/files/uploads/{key}/file': { sha256: 'a'.repeat(64) },
  'put /api/micro/programmes/{id}': { programme: shippedProgrammes()[0], reason: '示例' },
  'post /api/micro/programmes': { programme: { ...shippedProgrammes()[0], year: 2018 } },
  'post /api/micro/projects': {
    ...{ title: '示例', programmeId: rows['micro.programme'], leadId: rows['micro.member'], brief: {}, lines: [] },
  },
  'put /api/micro/members/{id}': {
    ...{ name: '党员', phone: '13712340003', party: true, representative: false, reason: '补登号码' },
  },
  'put /api/micro/members/{id}/login': { accountId: 1 },
  'post /api/micro/members/{id}/removal': { reason: '任期届满' },
  'post /api/micro/members/{id}/readmission': { reason: '误移出' },
  'post /api/micro/villages/{id}/members': { name: '张三', phone: null, party: true, representative: false },
  'post /api/micro/projects/{id}/households': anotherHousehold,
  'put /api/micro/households/{id}': anotherHousehold,
  'post /api/micro/projects/{id}/signatures/paper': { sheetKey: rows.key, households: [anotherHousehold] },
  'post /api/micro/projects/{id}/signatures/face': { household: anotherHousehold, ink, actKey },
  'post /api/micro/projects/{id}/backings': { memberIds: [rows['micro.member']], sheetKey: rows.key },
  'post /api/micro/projects/{id}/links': { household: anotherHousehold },
  'post /api/micro/sign': { token: 'x', proof: '户主', ink, actKey },
  'post /api/selection/submissions/{id}/promises': {
    nominationId: rows.nomination,
    path: 'answers.unitOpinion',
    fileKey: rows.key,
  },
  'put /api/selection/submissions/{id}/intake/forms/{key}': { nominationId: rows.nomination },
  'post /api/selection/nominations/{id}/reveal': { path: 'idNumber' },
  'post /api/selection/plans': { from: { shipped: 'luoyang-2021' } },
  'post /api/selection/plans/another-year': { from: { shipped: 'luoyang-2021' }, year: 2026 },
  'post /api/selection/campaigns/{id}/stages/{stage}/judgements': {
    judgements: [{ nominationId: rows.nomination, outcome: 'pass' }],
  },
  'put /api/selection/campaigns/{id}/settings': { settings: { 'contact-phone': '000-0000000' } },
  'put /api/selection/vet-requests/{id}/recipient': { unitId: null },
  'post /api/selection/vet-requests/{id}/slip': {
    holder: '持条人',
    unitName: '示例部门',
    phone: '13900000000',
    validUntil: '2017-04-10',
  },
  'post /api/selection/campaigns/{id}/stages/{stage}/ballot/election': {
    opensAt: '2017-05-10T08:00:00+08:00',
    closesAt: '2017-05-12T18:00:00+08:00',
    apart: true,
    census: 'labels',
  },
  'put /api/selection/campaigns/{id}/stages/{stage}/ballot/window': {
    opensAt: '2017-05-10T08:00:00+08:00',
    closesAt: '2017-05-12T18:00:00+08:00',
  },
  'post /api/selection/submissions/{id}/return': {
    dueOn: '2017-04-10',
    items: [{ nominationId: rows.nomination, comment: '请补充' }],
  },
  'post /api/selection/campaigns/{id}/vetting/{stage}/requests': {
    submissionId: rows.submission,
    departments: ['discipline'],
  },
  'post /api/selection/campaigns/{id}/vetting/{stage}/reminders': { submissionId: rows.submission },
})
