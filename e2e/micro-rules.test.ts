import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { sceneJpeg, sheetJpeg } from '#database/demo/micro/scenes.ts'
import { makeStreet } from '#database/demo/micro/street.ts'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { moneyApi, pictureApi, projectApi, signatureApi } from '#modules/micro-projects/shared/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { look, openHouse } from './house.ts'
import { ask } from './steps/ask.ts'

const house = await openHouse({ today: '2026-03-02' })
const { db } = house
const county = await inTransaction(db, tx => addUnit(tx, { name: '示例县', kind: 'county' }))
const street = await makeStreet(db, county, 2026)
const [own, next] = [street.villages[0]!, street.villages[1]!]

const people = new Map<string, BrowserContext>()
const who = async (login: string): Promise<BrowserContext> => {
  const known = people.get(login) ?? (await house.behind(login))
  people.set(login, known)
  return known
}
const [rep, staff, secretary] = ['village-rep', 'village-staff', 'village-secretary'] as const
const [office, leader, finance, member] = ['street-office', 'street-leader', 'street-finance', 'street-member'] as const

type Ask = typeof ask
const as = async <E extends Parameters<Ask>[1]>(login: string, endpoint: E, input: Parameters<typeof ask<E>>[2]) =>
  ask(await who(login), endpoint, input)
/** What the refusal of an act says, with its findings; the empty string where it was not refused. */
const refusal = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => '',
    (error: Error) => error.message,
  )

const upload = async (login: string, file: Buffer, name: string): Promise<string> => {
  const { request } = await who(login)
  const reply = await request.put(`/api/files?name=${encodeURIComponent(name)}`, { data: file })
  return ((await reply.json()) as StoredFile).key
}

/** Strokes as no other seed has them. */
const hand = (seed: number) =>
  Array.from({ length: 12 }, (_, stroke): [number, number, number][] =>
    Array.from({ length: 6 }, (_, at) => [
      60 + stroke * 70 + ((seed * 31 + at * 17) % 60),
      60 + ((seed * 53 + stroke * 97 + at * 71) % 330),
      stroke * 200 + at * 20,
    ]),
  )

const brief = {
  scale: '装灯2盏',
  effect: '照亮巷口',
  funding: '街道服务群众专项经费',
  startsOn: '2026-03-20',
  finishesOn: '2026-04-20',
}
const lines = [{ kind: 'material', item: '太阳能路灯', quantity: '2盏', fen: 56_000 }]

const propose = async (title: string): Promise<number> => {
  const body = { programmeId: street.programmeId, leadId: own.members[0]!, title, brief: {}, lines: [] }
  return (await as(rep, projectApi.createProject, { body })).id
}
const save = async (id: number, part: object = {}) => {
  const { revision, title } = await as(rep, projectApi.getProject, { params: { id } })
  await as(rep, projectApi.saveProject, { params: { id }, body: { title, brief, lines, revision, ...part } })
}
const back = async (id: number, memberIds: number[], seed: number) => {
  const sheetKey = await upload(rep, await sheetJpeg('signatures', seed), '签名表.jpg')
  await as(rep, signatureApi.addBackings, { params: { id }, body: { memberIds, sheetKey } })
}
const signs = (id: number, head: string, seed: number, of = rep) =>
  as(of, signatureApi.signFaceToFace, {
    params: { id },
    body: {
      household: { head, door: `3组${seed}号`, phone: null },
      ...{ ink: hand(seed), deviceAt: `2026-03-02T${10 + Math.floor(seed / 50)}:${10 + (seed % 50)}:00+08:00` },
      actKey: randomUUID(),
    },
  })
const picture = async (id: number, part: 'before' | 'after' | 'notice', file: Buffer) =>
  as(staff, pictureApi.attachPicture, {
    params: { id },
    body: { part, fileKey: await upload(staff, file, `${part}.jpg`), privacy: 'none' },
  })
const step = async (
  login: string,
  id: number,
  body: { step: 'secretary' | 'office' | 'leader' | 'amount' | 'committee'; fen?: number; comment?: string },
) => {
  const { revision } = await as(login, projectApi.getProject, { params: { id } })
  return as(login, projectApi.takeStep, {
    params: { id },
    body: { outcome: 'pass', comment: '', revision, ...body } as never,
  })
}
const submit = (id: number) => as(rep, projectApi.submitProject, { params: { id }, body: {} })
const stateOf = async (id: number) =>
  (await sql<{ state: string }>`select state from micro.project where id = ${id}`.execute(db)).rows[0]!.state

let first = 0
let second = 0

it('A neighbour’s project uses the allowances of two, and its picture stands on record', async () => {
  first = await propose('修补巷口路面')
  await save(first)
  await back(first, own.members.slice(0, 3), 1)
  for (const n of [1, 2, 3, 4, 5]) await signs(first, `户主${n}`, n)
  await picture(first, 'before', await sceneJpeg('road', 7, 'before'))
  await submit(first)
  await step(secretary, first, { step: 'secretary' })
  await step(office, first, { step: 'office', comment: '已逐户回访核实。' })
  await step(leader, first, { step: 'leader' })
  await step(finance, first, { step: 'amount', fen: 56_000 })
  expect(await stateOf(first)).toBe('meeting')
})

it('The second is not submitted while anything of it is missing or forbidden; each is said, mended, and the next is said', async () => {
  second = await propose('安装巷口路灯')
  const page = await house.as(rep)
  await page.setViewportSize({ width: 375, height: 760 })
  const blocked = async (mended: () => Promise<unknown>, said: string) => {
    await mended()
    expect(await refusal(submit(second))).toContain(said)
    await page.goto(`/desk/micro/projects/${second}?step=6`)
    await page.getByText(said).first().waitFor()
  }
  await blocked(async () => {}, '项目简介缺少规模数量')
  await look(page, 'micro-rules')
  await blocked(() => save(second, { organiser: 'village' }), '统一组织实施')
  const wage = [...lines, { kind: 'material', item: '请瓦工师傅', quantity: '3天', fen: 30_000 }]
  await blocked(() => save(second, { organiser: 'members', lines: wage }), '劳务工资不得在专项经费中列支')
  const gift = [{ kind: 'allowance', item: '慰问金', quantity: '', fen: 30_000 }]
  await blocked(() => save(second, { lines: [{ ...lines[0], kind: 'other' }] }), '不在专项经费支出范围')
  await blocked(() => save(second, { lines: gift }), '不得用于发放补助慰问')
  await blocked(() => save(second), '关联群众户签名0户，不少于5户')
  for (const n of [11, 12, 13, 14]) await signs(second, `户主${n}`, n)
  await blocked(async () => {}, '关联群众户签名4户，不少于5户')
  expect(await refusal(signs(second, '户主14', 14))).toContain('一个项目一户只签一次')
  await signs(second, '户主15', 15)
  await blocked(async () => {}, '经费上限0元')
  await blocked(() => back(second, [own.members[3]!], 2), '经费上限200元')
  await blocked(() => back(second, own.members.slice(0, 2), 3), '额度')
  expect(
    await refusal(
      as(rep, signatureApi.addBackings, {
        params: { id: second },
        body: { memberIds: [next.members[0]!], ink: hand(9) },
      }),
    ),
  ).toContain('没有找到这名党员、代表')
  expect(await stateOf(second)).toBe('draft')
  await back(second, own.members.slice(4, 7), 4)
  await picture(second, 'before', await sceneJpeg('lamp', 8, 'before'))
  await submit(second)
})

it('Nobody steps before another, and the office does not pass over what households say', async () => {
  expect(await refusal(step(leader, second, { step: 'leader' }))).toContain('请先完成')
  expect(await refusal(step(rep, second, { step: 'secretary' }))).toContain('没有')
  await step(secretary, second, { step: 'secretary' })
  expect(await refusal(step(office, second, { step: 'office' }))).toContain('回访')
  const { rows } = await as(office, signatureApi.listCallBacks, { query: { projectId: second } })
  const answer = (id: number, outcome: 'confirmed' | 'denied') =>
    as(office, signatureApi.enterCallBack, { params: { id }, body: { outcome, note: '电话回访' } })
  await answer(rows[0]!.id, 'denied')
  expect(await refusal(step(office, second, { step: 'office', comment: '已核实。' }))).toContain(
    '关联群众户签名4户，不少于5户',
  )
})

const sentBack = async () => {
  const { revision } = await as(office, projectApi.getProject, { params: { id: second } })
  const body = {
    step: 'office' as const,
    outcome: 'return' as const,
    comment: '有一户否认签名，请补足后再报。',
    revision,
  }
  await as(office, projectApi.takeStep, { params: { id: second }, body })
}

it('No more is granted than was asked for, and the meeting is not held before the amount is fixed', async () => {
  await sentBack()
  for (const n of [16, 17]) await signs(second, `户主${n}`, n)
  await submit(second)
  await step(secretary, second, { step: 'secretary' })
  const { rows } = await as(office, signatureApi.listCallBacks, { query: { projectId: second } })
  for (const { id } of rows.filter(({ outcome }) => outcome === null))
    await as(office, signatureApi.enterCallBack, { params: { id }, body: { outcome: 'confirmed', note: '' } })
  await step(office, second, { step: 'office', comment: '已逐户回访核实。' })
  await step(leader, second, { step: 'leader' })
  expect(await refusal(step(finance, second, { step: 'amount', fen: 60_000 }))).toContain('核定金额不超过申请金额')
  await step(finance, second, { step: 'amount', fen: 56_000 })
  await house.goTo('2026-03-04')
  const meet = async (heldOn: string) => {
    const ids = [first, second]
    const revisions = await Promise.all(
      ids.map(async id => (await as(member, projectApi.getProject, { params: { id } })).revision),
    )
    const decisions = ids.map((projectId, n) => ({
      projectId,
      outcome: 'pass' as const,
      comment: '',
      revision: revisions[n]!,
    }))
    const body = { heldOn, attendees: '应到7人，实到7人', resolution: '同意上述项目。', decisions }
    await as(member, projectApi.recordMeeting, { params: { id: street.programmeId }, body })
  }
  expect(await refusal(meet('2026-02-27'))).toContain('2026年3月2日')
  await meet('2026-03-04')
  expect([await stateOf(first), await stateOf(second)]).toEqual(['building', 'building'])
})

const pay = (fen: number, reason?: string) =>
  as(finance, moneyApi.payProject, {
    params: { id: second },
    body: {
      fen,
      voucher: '记-0420-1',
      payee: '示例东村集体账户',
      paidOn: '2026-04-20',
      ...(reason && { reason }),
    } as never,
  })
const receipt = async (item: string, fen: number, seed: number, kind = 'material') =>
  as(staff, moneyApi.addExpense, {
    params: { id: second },
    body: {
      kind,
      item,
      fen,
      boughtOn: '2026-03-10',
      receiptKey: await upload(staff, await sheetJpeg('receipt', seed), '票据.jpg'),
    },
  })
const finish = () =>
  as(staff, projectApi.completeProject, {
    params: { id: second },
    body: { finishedOn: '2026-04-01', participants: 9, text: '两盏路灯已安装，由党员群众义务完成。' },
  })

it('It is not finished on a wage, on more than was granted, or on the picture of another project', async () => {
  await house.goTo('2026-04-01')
  expect(await refusal(pay(50_000))).toContain('尚未验收')
  expect(await refusal(receipt('安装人工费', 10_000, 20))).toContain('劳务工资不得')
  expect(await refusal(receipt('太阳能路灯2盏', 60_000, 21))).toContain('核定')
  await receipt('太阳能路灯2盏', 54_000, 22)
  expect(await refusal(finish())).toContain('照片')
  const taken = await sceneJpeg('road', 7, 'before')
  const { width, height } = await sharp(taken).metadata()
  const cut = { left: 0, top: 0, width: Math.round(width * 0.85), height: Math.round(height * 0.9) }
  const reused = await sharp(taken).extract(cut).jpeg({ quality: 55 }).toBuffer()
  const { id: copy } = await picture(second, 'after', reused)
  expect(await refusal(finish())).toContain('另一项目中已经用过的照片高度相似')
  await as(staff, pictureApi.removePicture, { params: { id: second, pictureId: copy } })
  const same = await sharp(await sceneJpeg('lamp', 8, 'before'))
    .jpeg({ quality: 50 })
    .toBuffer()
  const { id: twin } = await picture(second, 'after', same)
  expect(await refusal(finish())).toContain('照片高度相似')
  await as(staff, pictureApi.removePicture, { params: { id: second, pictureId: twin } })
  await picture(second, 'after', await sceneJpeg('lamp', 8, 'after'))
  await finish()
  expect(await stateOf(second)).toBe('completed')
})

it('It is accepted after five working days and not before, and paid once, what it cost', async () => {
  const params = { id: second }
  await as(staff, projectApi.publishProject, { params, body: {} })
  const { revision } = await as(secretary, projectApi.getProject, { params })
  await as(secretary, projectApi.approveNotice, { params, body: { secrecyChecked: true, revision } as never })
  await as(office, projectApi.issueNotice, { params, body: {} })
  await as(staff, projectApi.postNotice, { params, body: { postedOn: '2026-04-01' } })
  const accept = () =>
    as(secretary, projectApi.fillAcceptance, { params, body: { text: '两盏路灯已安装，质量合格。' } })
  await house.goTo('2026-04-09')
  expect(await refusal(accept())).toContain('公示仅满4个工作日')
  await house.goTo('2026-04-20')
  expect(await refusal(accept())).toContain('请上传这份公示在党群服务中心张贴的照片')
  await picture(second, 'notice', await sheetJpeg('notice', 3))
  await accept()
  await step(member, second, { step: 'committee' })
  expect(await refusal(pay(54_000))).toContain('标牌')
  await as(office, projectApi.orderPlaque, { params, body: { textKey: 'representatives' } })
  expect(await refusal(pay(56_000))).toContain('540元')
  await pay(54_000)
  expect(await refusal(pay(54_000))).toContain('已拨付540元')
  const { rows } = await sql<{ sum: number; paid: number }>`
    select sum(balance_fen)::int as sum, sum(balance_fen) filter (where kind = 'paid')::int as paid
    from micro.account`.execute(db)
  expect(rows).toEqual([{ sum: 0, paid: 54_000 }])
})
