import type { Page } from 'playwright-core'

/** What a thumb would miss on a telephone: controls of a page lower than 44 px (WCAG 2.2 §2.5.5), links in running text aside. */
export const smallControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within = '.ant-select, .ant-input-number, .ant-input-affix-wrapper, .ant-picker, label'
    const controls =
      'main :is(button, a, input:not([type=file]), textarea, .ant-select, .ant-checkbox-wrapper, summary)'
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter(one => one.getClientRects().length > 0 && !one.closest('p, .ant-table'))
      .filter(one => !one.parentElement?.closest(within))
      .filter(one => one.getBoundingClientRect().height < 43.5)
      .map(one => `${one.tagName} ${one.className} ${one.innerText.slice(0, 20)}`)
  })
