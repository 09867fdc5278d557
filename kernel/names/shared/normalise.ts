/** A person's name as it is stored and compared, with what was changed and why it may not be taken. */
export interface NormalisedName {
  name: string
  /** What was tidied, in words for the person who typed it; empty if nothing. */
  changes: string[]
  /** Why the name cannot be accepted as it stands, with advice; empty if it can. */
  problems: string[]
}

/** Characters people type for the separator of ethnic names; only U+00B7 is kept (GB 18030 input practice). */
const separators = /[\u2022\u2027\u2219\u22C5\u30FB\uFF65]/gu
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu
const spacesBesideHan = /(?<=[\p{Script=Han}·])\s+|\s+(?=[\p{Script=Han}·])/gu
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const controls = /\p{Cc}/u
const privateUse = /\p{Co}/gu
const unpaired = /\p{Cs}/u

/**
 * Normalises a name: NFC, one separator `·`, no zero-width characters, no alignment spaces (王　芳 → 王芳).
 * Never drops a visible character: what cannot be stored is reported in `problems`.
 */
export function normaliseName(input: string): NormalisedName {
  const changes: string[] = []
  const step = (text: string, next: string, change: string) => {
    if (next !== text) changes.push(change)
    return next
  }
  let name = step(input, input.normalize('NFC'), '已改用规范编码的字形')
  name = step(name, name.replaceAll(invisible, ''), '已去掉看不见的字符')
  name = step(name, name.replaceAll(separators, '·'), '间隔号已统一为“·”')
  name = step(name, name.trim().replaceAll(spacesBesideHan, '').replaceAll(/ +/g, ' '), '已去掉空格')
  return { name, changes, problems: problemsOf(name) }
}

function problemsOf(name: string): string[] {
  const own = [...new Set(name.match(privateUse))]
  return [
    name === '' && '请填写姓名。',
    (bidiControls.test(name) || controls.test(name)) && '姓名中含有控制字符，可能是粘贴带入的，请删去后手工输入。',
    own.length > 0 &&
      `姓名中有${own.length}个自造字（${codes(own)}），别的电脑上显示不出来，请换用国家标准GB 18030收录的字。`,
    unpaired.test(name) && '姓名中有残缺的字符，请重新输入。',
  ].filter(problem => problem !== false)
}

const codes = (characters: readonly string[]) =>
  characters.map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`).join('、')
