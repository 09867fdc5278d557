import { choiceFlaws } from '../../shared/choices.ts'
import type { Choices } from '../../shared/record.ts'
import { all, byId, show } from './dom.ts'
import type { Page } from './page.ts'

const boxes = (category: HTMLElement) => all<HTMLInputElement>('input[type=checkbox]', category)
const chosenIn = (category: HTMLElement) => boxes(category).filter(({ checked }) => checked)

/** The paper, one category at a time, with a count that says where one stands. */
export const chooseStep = (page: Page, done: () => void) => {
  const form = byId<HTMLFormElement>('step-choose')
  const categories = all('.ballot-category', form)
  const submit = form.querySelector<HTMLButtonElement>('button[type=submit]')!
  let current = 0

  const choices = (): Choices =>
    categories.map(category =>
      chosenIn(category)
        .map(({ value }) => Number(value))
        .sort((a, b) => a - b),
    )
  const flawOf = (at: number) =>
    choiceFlaws(page.rules, choices()).find(({ category }) => category === categories[at]!.dataset.category)?.message

  const count = (category: HTMLElement) => {
    const { min, max, blank } = category.dataset
    const chosen = chosenIn(category).length
    const range = min === max ? `须选${min}名` : `须选${min}—${max}名`
    const over = chosen - Number(max)
    const status = category.querySelector<HTMLElement>('.ballot-count')!
    status.hidden = false
    status.textContent = `已选${chosen}名，${range}${blank === 'yes' ? '，也可以不选' : ''}${over > 0 ? `。多了${over}名，请去掉` : ''}`
    status.classList.toggle('over', over > 0)
  }
  const mark = (at: number, flaw: string | undefined) => {
    const category = categories[at]!
    category.classList.toggle('field-wrong', flaw !== undefined)
    const error = category.querySelector<HTMLElement>('.error')!
    error.textContent = flaw ?? ''
    error.hidden = flaw === undefined
    if (flaw) category.setAttribute('aria-describedby', `rule-${category.dataset.category} ${error.id}`)
  }
  const open = (at: number) => {
    current = at
    categories.forEach((category, n) => {
      category.hidden = n !== at
    })
    show('previous', at > 0)
    show('next', at < categories.length - 1)
    submit.hidden = at < categories.length - 1
    categories[at]!.focus()
    categories[at]!.scrollIntoView()
  }
  const leave = (to: number) => {
    const flaw = to > current ? flawOf(current) : undefined
    mark(current, flaw)
    if (flaw) categories[current]!.focus()
    else open(to)
  }

  form.addEventListener('change', () => {
    page.store.change({ choices: choices() })
    count(categories[current]!)
    if (!flawOf(current)) mark(current, undefined)
  })
  byId('previous').addEventListener('click', () => leave(current - 1))
  byId('next').addEventListener('click', () => leave(current + 1))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const wrong = categories.findIndex((_, at) => flawOf(at) !== undefined)
    if (wrong >= 0) {
      open(wrong)
      mark(wrong, flawOf(wrong))
    } else done()
  })
  show('saved')

  return {
    open,
    choices,
    /** Ticks what was chosen before the interruption. */
    restore: (kept: Choices | undefined) => {
      categories.forEach((category, at) => {
        for (const box of boxes(category)) if (kept) box.checked = kept[at]?.includes(Number(box.value)) ?? false
        count(category)
      })
    },
    /** What was chosen, in words, for the review. */
    named: () =>
      categories.map((category, at) => ({
        at,
        name: category.dataset.name!,
        names: chosenIn(category).map(({ dataset }) => dataset.name!),
      })),
  }
}
export type ChooseStep = ReturnType<typeof chooseStep>
