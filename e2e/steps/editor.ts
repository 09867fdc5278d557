import type { Locator, Page } from 'playwright-core'
import { bodyText, type Field, type FormDefinition, fieldsOf, type OpinionAnswer } from '#kernel/forms/shared/index.ts'
import type { Articles } from '#modules/selection/shared/index.ts'

type Row = Record<string, unknown>
export type Upload = { name: string; mimeType: string; buffer: Buffer }

/** Pictures that a form wants: the portrait, and the page with the seal. */
export type Papers = { photo: Upload; scan: Upload }

export const jpegFile = (name: string, buffer: Buffer): Upload => ({ name, mimeType: 'image/jpeg', buffer })

/** The place of a field on the page: its label, its input, what is said of it. */
export const at = (page: Page, path: string): Locator => page.locator(`[data-path="${path}"]`).first()

/** What the page says is wrong at a field. */
export const faultsAt = (page: Page, path: string): Promise<string[]> =>
  at(page, path).locator('.field-findings .finding').allInnerTexts()

/** The input of a path itself; paths of cells carry dots. */
const input = (page: Page, path: string): Locator => page.locator(`[id="${path}"]`)

/** Types into a line and leaves it, as one does with Tab. */
export const typeAt = async (page: Page, path: string, text: string): Promise<void> => {
  await input(page, path).fill(text)
  await input(page, path).press('Tab')
}

/** Fills in a whole form as a clerk would, field by field with what each kind of field offers. */
export const fillForm = async (page: Page, form: FormDefinition, answers: Row, papers: Papers, unitClass: string) => {
  for (const field of fieldsOf(form))
    if (field.filledBy === 'unit' && (field.unitClasses?.includes(unitClass) ?? true))
      await fillField(page, field, field.key, answers[field.key], papers)
}

const isEmpty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const fillField = async (page: Page, field: Field, path: string, value: unknown, papers: Papers): Promise<void> => {
  if (isEmpty(value) && field.kind !== 'photo') return
  switch (field.kind) {
    case 'group':
      for (const inner of field.fields)
        await fillField(page, inner as Field, `${path}.${inner.key}`, (value as Row)[inner.key], papers)
      return
    case 'rows':
    case 'resume':
    case 'awards':
    case 'mediaReports':
      return fillRows(page, path, value as Row[])
    case 'opinion':
      return fillSeal(page, path, value as OpinionAnswer, field.words, papers)
    case 'photo':
      return attach(page, at(page, path), papers.photo)
    case 'choices':
      for (const option of value as string[]) await at(page, path).getByLabel(option).check()
      return
    case 'organisations':
      for (const name of value as string[]) await pick(page, path, name)
      return
    case 'choice':
    case 'gender':
    case 'ethnicGroup':
    case 'politicalStatus':
      return choose(page, path, String(value))
    default:
      return typeAt(page, path, String(value))
  }
}

const choose = async (page: Page, path: string, option: string): Promise<void> => {
  const radio = at(page, path).getByRole('radio', { name: option, exact: true })
  if (await radio.count()) await radio.check()
  else await pick(page, path, option)
}

/** From a list: types what is looked for and takes it with Enter. */
const pick = async (page: Page, path: string, words: string): Promise<void> => {
  await input(page, path).click()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
}

const fillRows = async (page: Page, path: string, rows: Row[]): Promise<void> => {
  for (const [index, row] of rows.entries()) {
    await input(page, path).click()
    for (const [key, value] of Object.entries(row)) {
      const cell = `${path}.${index}.${key}`
      if (key !== 'level') await typeAt(page, cell, String(value))
      else {
        await input(page, cell).click()
        await page
          .locator('.ant-select-dropdown:visible .ant-select-item-option-content')
          .getByText(String(value), { exact: true })
          .click()
      }
    }
  }
}

const fillSeal = async (page: Page, path: string, answer: OpinionAnswer, words: boolean, papers: Papers) => {
  if (words) await input(page, `${path}.opinion`).fill(answer.opinion)
  await typeAt(page, `${path}.date`, answer.date)
  await attach(page, at(page, `${path}.evidence`), papers.scan)
}

/** Chooses a file and waits until the page shows that it has it. */
const attach = async (page: Page, place: Locator, file: Upload): Promise<void> => {
  const stored = page.waitForResponse(reply => reply.url().includes('/api/files') && reply.request().method() === 'PUT')
  await place.locator('input[type=file]').setInputFiles(file)
  await stored
  await place.getByText(/^更换/).waitFor()
}

/** Types the texts that stand beside the form. */
export const writeTexts = async (page: Page, articles: Articles): Promise<void> => {
  for (const [key, article] of Object.entries(articles)) {
    await typeAt(page, `articles.${key}.title`, article.title)
    await typeAt(page, `articles.${key}.subtitle`, article.subtitle)
    await input(page, `articles.${key}.paragraphs`).fill(bodyText(article))
  }
}

/** Waits until the page says that all is saved. */
export const saved = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+s')
  await page.locator('.autosave-saved').first().waitFor()
}
