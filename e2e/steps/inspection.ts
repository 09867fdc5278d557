import type { Page } from 'playwright-core'
import { inspectApi } from '#modules/selection/shared/index.ts'
import type { House } from '../house.ts'
import { ask } from './ask.ts'
import { confirm, sheet, told } from './desk.ts'

const team = [
  { name: '赵建国', branch: '机关第一党支部' },
  { name: '钱淑芬', branch: '机关第二党支部' },
]
const branch = '基层党支部'
const textOf = (title: string, length: number) => ({
  title,
  subtitle: '',
  paragraphs: [{ level: 0 as const, text: '经实地考察、走访党员群众，事迹属实。'.repeat(Math.ceil(length / 18)) }],
})

type At = { id: number; stage: string }

/** Writes of one candidate on the page of its unit: the team, the branch, the day, the material. */
export const writeOf = async (page: Page, name: string, visitedOn: string): Promise<void> => {
  const place = sheet(page, name)
  for (const [index, member] of team.entries()) {
    await place.getByLabel(`第${index + 1}名成员姓名`).fill(member.name)
    await place.getByLabel(`第${index + 1}名成员所在党支部`).fill(member.branch)
  }
  await place.getByLabel(/^考察对象所在党支部/).fill(branch)
  await place.getByLabel('实地考察日期').fill(visitedOn)
  await place.getByLabel('实地考察日期').press('Enter')
  const { title, paragraphs } = textOf('考察材料', 1000)
  await place.locator('[id$=".inspection.title"]').fill(title)
  await place.locator('[id$=".inspection.paragraphs"]').fill(paragraphs[0]!.text)
}

/** Writes the unit’s report and hands everything in. */
export const reportAndHandIn = async (page: Page, report: string): Promise<void> => {
  const place = sheet(page, report)
  const { title, paragraphs } = textOf(report, 300)
  await place.locator('[id$=".title"]').fill(title)
  await place.locator('[id$=".paragraphs"]').fill(paragraphs[0]!.text)
  await page.getByText('材料齐全，可以报送').waitFor()
  await confirm(page, '报送考察材料')
  await told(page, '已报送')
}

/** The same for whoever of the unit is left, or for all of it, by its clerk behind the scenes. */
export const inspect = async (
  house: House,
  login: string,
  at: At,
  { visitedOn, but, handIn }: { visitedOn: string; but?: string; handIn: boolean },
): Promise<void> => {
  const clerk = await house.behind(login)
  const { candidates, units } = await ask(clerk, inspectApi.listInspections, { params: at })
  for (const { nominationId, name } of candidates)
    if (name !== but)
      await ask(clerk, inspectApi.saveInspection, {
        params: { ...at, nominationId },
        body: { team, branch, visitedOn, articles: { inspection: textOf('考察材料', 1000) }, fileKeys: [] },
      })
  for (const { submissionId } of handIn ? units : []) {
    const params = { ...at, submissionId }
    await ask(clerk, inspectApi.saveReport, { params, body: { report: textOf('考察情况报告', 300), fileKeys: [] } })
    await ask(clerk, inspectApi.handIn, { params })
  }
  await clerk.close()
}
