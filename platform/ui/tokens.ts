/** Reads `--name: value;` pairs of the first block of tokens.css (the ordinary mode). */
export const readTokens = (css: string): Record<string, string> => {
  const block = css.slice(css.indexOf('{') + 1, css.indexOf('}'))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.replace(/\s+/g, ' ')]),
  )
}
