export const rules = [
  ...['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09', 'B10'],
  ...['B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17', 'B18', 'B19', 'B20'],
] as const
export type Rule = `B${number}`

export type Fault = { rule: Rule /** “第12行”, “序号9” */; where: string; what: string }

/** A rule that failed: how often, and the first places. */
export type Failure = { rule: Rule; count: number; places: { where: string; what: string }[] }

const shown = 10

/** Gathers what failed; keeps a few places of each rule, however broken a record is. */
export const faultList = () => {
  const failures = new Map<Rule, Failure>()
  return {
    add: ({ rule, where, what }: Fault): void => {
      const failure = failures.get(rule) ?? { rule, count: 0, places: [] }
      failures.set(rule, failure)
      failure.count += 1
      if (failure.places.length < shown) failure.places.push({ where, what })
    },
    all: (): Failure[] => [...failures.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1)),
  }
}
export type FaultList = ReturnType<typeof faultList>
