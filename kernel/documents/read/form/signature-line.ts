import { keyOf } from './words.ts'

const SIGNED = /(?:签字|签名)\s*[:：]/u
const DATE_LINE = /^\s*\S{0,4}\s*年\s*\S{0,2}\s*月\s*\S{0,2}\s*日\s*$/u

/**
 * A cell's words above its signature and from the signature on. The line is known by the form's own mark; else by 签字：
 * as it is retyped, else by a date alone at the end.
 */
export const splitAtSignature = (text: string, mark: string): { above: string; signature: string } => {
  const lines = text.split('\n')
  const own = keyOf(mark)
  const tests = [
    (line: string) => own !== '' && keyOf(line).startsWith(own),
    (line: string) => SIGNED.test(line),
    (line: string) => DATE_LINE.test(line),
  ]
  const at = tests.map(test => lines.findLastIndex(test)).find(index => index >= 0) ?? lines.length
  return { above: lines.slice(0, at).join('\n'), signature: lines.slice(at).join('\n') }
}
