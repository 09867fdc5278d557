import { sampleRules } from '#modules/ballot/testing.ts'
import type { Rows } from './world.ts'

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
