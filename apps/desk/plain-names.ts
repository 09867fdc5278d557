import type { Plugin } from 'vite'

type Change = { file: RegExp; from: string; to: string }

/**
 * What the component library says to a screen reader in English, and cannot be told otherwise: names of icons, which
 * are ornaments beside words, and of small parts of controls.
 */
const changes: Change[] = [
  {
    file: /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/,
    from: 'role: "img",\n    "aria-label": icon.name',
    to: '...(restProps["aria-label"] ? { role: "img" } : { "aria-hidden": true })',
  },
  { file: /@rc-component\/input-number\/es\/StepHandler\.js$/, from: "'Increase Value'", to: "'增加'" },
  { file: /@rc-component\/input-number\/es\/StepHandler\.js$/, from: "'Decrease Value'", to: "'减少'" },
  { file: /@rc-component\/segmented\/es\/index\.js$/, from: '"segmented control"', to: '"切换"' },
  {
    file: /@rc-component\/dialog\/es\/Dialog\/Content\/Panel\.js$/,
    from: '"aria-label": "Close"',
    to: '"aria-label": "关闭"',
  },
  {
    file: /@rc-component\/notification\/es\/Notification\.js$/,
    from: '"aria-label": "Close"',
    to: '"aria-label": "关闭"',
  },
  {
    file: /@rc-component\/input\/es\/BaseInput\.js$/,
    from: 'type: "button",\n',
    to: 'type: "button",\n"aria-label": "清空",\n',
  },
  { file: /antd\/es\/table\/hooks\/useSelection\.js$/, from: "'Select all'", to: "'全选'" },
  {
    file: /antd\/es\/input\/Search\.js$/,
    from: 'key: "enterButton",\n',
    to: 'key: "enterButton",\n"aria-label": "查找",\n',
  },
]

/** Puts Chinese in their place; fails where a newer library no longer says what it said. */
export const plainName = (code: string, id: string): string | null => {
  const meant = changes.filter(({ file }) => file.test(id.split('?')[0]!))
  if (meant.length === 0) return null
  return meant.reduce((text, { from, to }) => {
    if (!text.includes(from)) throw new Error(`${id} no longer has ${from}: look at what a screen reader hears there`)
    return text.replace(from, to)
  }, code)
}

export const plainNames: Plugin = { name: 'plain-names', enforce: 'pre', transform: plainName }
