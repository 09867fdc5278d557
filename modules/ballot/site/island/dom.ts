export const byId = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind
export const all = <Kind extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind[] => [...within.querySelectorAll<Kind>(selector)]
export const show = (id: string, shown = true): void => {
  byId(id).hidden = !shown
}
export const input = (id: string) => byId<HTMLInputElement>(id)

/** Says what went wrong or what is going on, where a screen reader hears it. */
export const say = (text: string): void => {
  const message = byId('message')
  message.textContent = text
  message.hidden = text === ''
  if (text) message.scrollIntoView({ block: 'center' })
}

/** A button that works on something cannot be pressed again meanwhile. */
export const whileBusy = async (button: HTMLButtonElement, work: () => Promise<void>): Promise<void> => {
  if (button.disabled) return
  button.disabled = true
  say('')
  try {
    await work()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
  button.disabled = false
}

const stepIds = ['step-credential', 'step-choose', 'step-review', 'step-receipt']

/** Shows one of the four steps; takes the reader to its heading, unless the page was only just opened. */
export const goTo = (at: number, { quietly = false } = {}): void => {
  stepIds.forEach((id, n) => {
    show(id, n === at)
  })
  all('#steps li').forEach((step, n) => {
    step.className = n === at ? 'now' : n < at ? 'past' : 'next'
    if (n === at) step.setAttribute('aria-current', 'step')
    else step.removeAttribute('aria-current')
  })
  byId('steps').firstElementChild?.setAttribute('aria-label', `第${at + 1}步，共${stepIds.length}步`)
  if (quietly) return
  byId(stepIds[at]!).querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
  byId('vote').scrollIntoView()
}
