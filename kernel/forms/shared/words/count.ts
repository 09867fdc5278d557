/** Each of these counts as one: ideographs, kana, hangul, CJK and full-width punctuation and symbols (D-01). */
const SINGLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303f\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6“”‘’…—·]/u
const SPACE = /\s/u
/** Marks that have no width of their own: joiners, variation selectors, byte order mark. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u

/**
 * 字数 as Word counts it (D-01): one for each ideograph and each full-width mark, one for each unbroken run of other
 * characters (2021, 3.5, 5G, a word), none for spaces and line ends. Iterates by code point, so rare characters
 * outside the basic plane count once.
 */
export const countWords = (text: string): number => {
  let count = 0
  let inRun = false
  for (const char of text) {
    if (INVISIBLE.test(char)) continue
    const single = SINGLE.test(char)
    const run = !single && !SPACE.test(char)
    if (single || (run && !inRun)) count += 1
    inRun = run
  }
  return count
}

/** “左右” (D-09): 80 %–120 % of the figure, both ends included. */
export const isAbout = (count: number, figure: number): boolean => count >= figure * 0.8 && count <= figure * 1.2
