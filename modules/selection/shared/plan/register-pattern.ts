/** 编号 of a register form: year, the category's place in the plan, the unit's in the official order, a running number. */
export const registerPattern = '{年}{奖项码}{单位码}{3位}'

export type RegisterParts = { year: number; category: number; unit: number }

const running = /\{([1-6])位\}/

/** What stands before and after the running number, and how many digits it has; a pattern that forgot it gets three at its end. */
export const registerStem = (pattern: string, { year, category, unit }: RegisterParts) => {
  const whole = running.test(pattern) ? pattern : `${pattern}{3位}`
  const [before, digits, after] = whole.split(running) as [string, string, string]
  const filled = (text: string) =>
    text
      .replaceAll('{年}', String(year))
      .replaceAll('{奖项码}', String(category))
      .replaceAll('{单位码}', String(unit).padStart(2, '0'))
  return { before: filled(before), digits: Number(digits), after: filled(after) }
}

/** The next running numbers after those that stand, which are never given again. */
export const nextRegisterNumbers = (
  { before, digits, after }: ReturnType<typeof registerStem>,
  taken: readonly string[],
  count: number,
): string[] => {
  const highest = taken.reduce((most, number) => {
    const middle = number.slice(before.length, number.length - after.length)
    const own = number.startsWith(before) && number.endsWith(after) && /^\d{1,9}$/.test(middle)
    return own ? Math.max(most, Number(middle)) : most
  }, 0)
  return Array.from({ length: count }, (_, n) => before + String(highest + n + 1).padStart(digits, '0') + after)
}
