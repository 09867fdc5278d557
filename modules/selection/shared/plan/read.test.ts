import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlan } from './index.ts'
import { briefly, edited, exampleText, lineOf, shipped } from './testing/example.ts'

const faultsOf = (text: string) => readPlan({ 'plan.yaml': text }).faults

/** What is changed, into what, the fault expected, and words on the line where it must be found. */
const cases: [name: string, from: string, to: string, code: string, line: string][] = [
  ['a misspelt key', 'minWorkdays: 5\n    mediaLevels', 'minWorkDay: 5\n    mediaLevels', 'unknown-key', 'minWorkDay'],
  ['an impossible date', 'dueBy: 2026-04-10', 'dueBy: 2026-02-30', 'impossible-date', '2026-02-30'],
  ['a date written otherwise', 'dueBy: 2026-04-10', 'dueBy: 2026/4/10', 'date-format', '2026/4/10'],
  ['a number where words belong', 'shortTitle: 市道德模范', 'shortTitle: 2026', 'wrong-type', 'shortTitle'],
  ['words where a number belongs', 'awards: 10', 'awards: 十', 'wrong-type', 'awards: 十'],
  ['a negative quota', 'kind: fixed, count: 1 } }', 'kind: fixed, count: -1 } }', 'out-of-range', 'count: -1'],
  ['a word that is no choice', 'subject: person\n', 'subject: persn\n', 'wrong-value', 'persn'],
  ['a kind of stage that does not exist', 'kind: vet\n', 'kind: vett\n', 'wrong-value', 'kind: vett'],
  ['a key that is no key', 'key: east', 'key: 东区', 'bad-key', 'key: 东区'],
  ['a region code that became a number of five digits', "code: '990100'", "code: '99010'", 'region-code', "'99010'"],
  [
    'a key said twice',
    'year: 2026\nsettings',
    'year: 2026\nyear: 2026\nsettings',
    'duplicate-key',
    'year: 2026\nsettings',
  ],
  ['two units of one name', 'key: west', 'key: east', 'duplicate', 'key: east\n    name: 西区'],
  [
    'a unit of no class',
    'class: direct }\n  - { key: women',
    'class: dirct }\n  - { key: women',
    'unknown-reference',
    'dirct',
  ],
  ['a form that is missing', 'form: team\n', 'form: teams\n', 'unknown-reference', 'form: teams'],
  ['a quota for an unknown class', 'classes: [district]\n', 'classes: [distrit]\n', 'unknown-reference', 'distrit'],
  [
    'a class without a quota',
    'classes: [district, direct]',
    'classes: [district]',
    'quota-missing',
    'key: direct, name',
  ],
  [
    'a quota given twice',
    'classes: [district, direct], categories: [team]',
    'classes: [district, direct], categories: all',
    'quota-twice',
    'categories: all',
  ],
  [
    'a quota without the population it is reckoned from',
    '    population: { value: 350000, year: 2025, kind: resident, source: 示例市2025年统计公报 }\n',
    '',
    'quota-basis',
    'key: east',
  ],
  [
    'more awards than candidates',
    'candidates: { count: 5 }',
    'candidates: { count: 2 }',
    'awards-candidates',
    'count: 2 }',
  ],
  [
    'a signature that ends otherwise',
    'recommender: 示例市东区精神文明建设委员会',
    'recommender: 示例市东区',
    'recommender',
    'recommender: 示例市东区',
  ],
  ['a region code from elsewhere', "'990102'", "'410102'", 'region-outside', "'410102'"],
  [
    'a stage that waits for itself in a circle',
    'dueBy: 2026-04-17\n',
    'dueBy: 2026-04-17\n    after: [review]\n',
    'stage-cycle',
    'after: [review]',
  ],
  [
    'a stage that waits for itself',
    'dueBy: 2026-04-17\n',
    'dueBy: 2026-04-17\n    after: [vet]\n',
    'stage-cycle',
    'after: [vet]',
  ],
  ['a step of units without a home', '    within: recommend\n', '', 'stage-within', 'key: unit-publicity'],
  ['dates that run backwards', 'dueBy: 2026-05-29', 'dueBy: 2026-05-19', 'date-order', '2026-05-19'],
  ['a stage that opens after it is due', 'opens: 2026-05-12', 'opens: 2026-05-25', 'date-order', 'dueBy: 2026-05-22'],
  ['self-recommendation that ends too late', 'dueBy: 2026-03-20', 'dueBy: 2026-04-20', 'date-order', '2026-04-20'],
  ['criteria that do not add up', 'weight: 60', 'weight: 50', 'weights', 'key: deeds, name: 事迹, weight'],
  [
    'scores that do not add up',
    'stage: review, weight: 70',
    'stage: review, weight: 60',
    'weights',
    '- { stage: review, weight: 60',
  ],
  [
    'a vote for reference that is weighed',
    'effect: weighted',
    'effect: reference',
    'ranking-source',
    'stage: ballot, weight: 30',
  ],
  [
    'a score from a stage that gives none',
    'stage: ballot, weight: 30',
    'stage: vet, weight: 30',
    'ranking-source',
    'stage: vet, weight: 30',
  ],
  ['a shortlist without its number', '    candidates: { count: 5 }\n', '', 'stage-settings', 'to: candidates'],
  [
    'publicity that cannot fit before its deadline',
    'minWorkdays: 5\n    mediaLevels',
    'minWorkdays: 30\n    mediaLevels',
    'publicity-too-late',
    'minWorkdays: 30',
  ],
  [
    'a form that is about something else',
    'form: team\n',
    'form: citizen\n',
    'form-subject',
    'form: citizen\n    awards: 3',
  ],
  [
    'a rule that no function carries out',
    '\nforms:',
    '\nrules:\n  - { id: A-01, rule: noSuchRule, severity: block, clause: 一, at: [edit], message: 不行 }\n\nforms:',
    'rule',
    'rule: noSuchRule',
  ],
  [
    'a stage that follows one listed later',
    'dueBy: 2026-04-17\n',
    'dueBy: 2026-04-17\n    after: [publicity]\n',
    'stage-cycle',
    'after: [publicity]',
  ],
  [
    'a publicity that must end before a stage already past',
    'mustEndBefore: decide',
    'mustEndBefore: ballot',
    'stage-order',
    'mustEndBefore: ballot',
  ],
  [
    'a last stage that is no commendation',
    'key: commend\n    kind: commend',
    'key: commend\n    kind: consult',
    'stage-missing',
    '- key: recommend',
  ],
  [
    'a class of no units',
    '  - { key: direct, name: 市直单位, open: true }',
    '  - { key: direct, name: 市直单位, open: true }\n  - { key: college, name: 高校 }',
    'class-empty',
    'key: college',
  ],
  [
    'units one under the other in a circle',
    'fullName: 示例市总工会, class: direct',
    'fullName: 示例市总工会, class: direct, under: union',
    'unit-cycle',
    'under: union',
  ],
  [
    'a leader of a person',
    'subject: person\n',
    'subject: person\n    leaderBecomes: team\n',
    'leader',
    'leaderBecomes: team',
  ],
  [
    'a range upside down',
    '{ kind: fixed, count: 1 } }\n    - { classes: [district, direct]',
    '{ kind: range, min: 3, max: 1 } }\n    - { classes: [district, direct]',
    'quota-range',
    'kind: range',
  ],
  ['a vote of at least more than at most', 'min: 5, max: 10', 'min: 11, max: 10', 'stage-settings', 'min: 11, max: 10'],
  ['broken YAML', 'title: 示例市第三届道德模范推选活动\n', 'title: "示例市\n', 'syntax', 'title: "示例市'],
]

describe('reading a plan', () => {
  it('takes the example as it stands', () => {
    expect(faultsOf(exampleText)).toEqual([])
    expect(readPlan({ 'plan.yaml': exampleText }).plan?.id).toBe('model-citizens-2026')
  })

  it.each(cases)('finds %s and its line', (_name, from, to, code, words) => {
    const text = edited(from, to)
    const found = briefly(faultsOf(text))
    const expected = { code, line: lineOf(text, words) }
    if (code === 'syntax') expect(found[0]?.code).toBe(code)
    else expect(found).toContainEqual(expected)
  })

  it.each(cases)('says for %s what is wrong and what to do', (_name, from, to) => {
    for (const { message, advice } of faultsOf(edited(from, to))) {
      expect(message).toMatch(/[\u4e00-\u9fff]/)
      expect(advice).toMatch(/[\u4e00-\u9fff]|[？。]$/)
    }
  })

  it('suggests the nearest spelling', () => {
    const [fault] = faultsOf(edited('shortTitle:', 'shortTitel:')).filter(({ code }) => code === 'unknown-key')
    expect(fault).toMatchObject({ message: '不认识的键 shortTitel', advice: '是否应为 shortTitle？', column: 1 })
  })

  it('says what is missing, at the line above it', () => {
    const text = edited('    title: 专家评审\n', '')
    expect(faultsOf(text)).toMatchObject([
      { code: 'missing-key', message: '缺少 title', line: lineOf(text, 'key: review') },
    ])
  })

  it('finds awards that cannot be reached once the list of units is closed', () => {
    const text = edited(
      'name: 市直单位, open: true',
      'name: 市直单位',
      edited('awards: 3', 'awards: 7', edited('{ count: 5 }', '{ count: 7 }')),
    )
    expect(briefly(faultsOf(text))).toEqual([{ code: 'awards-unreachable', line: lineOf(text, 'awards: 7') }])
  })
})

describe('a plan in several files', () => {
  it('refuses a form whose unit is an address, or a field that it lacks, at its line', () => {
    const sources = shipped('luoyang-2021')
    const faults = (unit: string) => {
      const form = edited('unit: workUnit', `unit: ${unit}`, sources['forms/member.yaml'])
      const found = readPlan({ ...sources, 'forms/member.yaml': form }).faults
      return found.map(({ file, line, code }) => ({ file, code, there: line === lineOf(form, `unit: ${unit}`) }))
    }
    expect(faults('homeAddress')).toEqual([{ file: 'forms/member.yaml', code: 'form-subject', there: true }])
    expect(faults('workUnits')).toEqual([{ file: 'forms/member.yaml', code: 'unknown-reference', there: true }])
    expect(faults('birthDate')).toMatchObject([{ code: 'form-subject' }])
    expect(faults('workUnit')).toEqual([])
  })

  it('finds a fault in the file in which it stands', () => {
    const sources = shipped('luoyang-2021')
    const units = edited(
      "class: county, regionCode: '410303'",
      "class: conty, regionCode: '410303'",
      sources['units.yaml'],
    )
    expect(readPlan({ ...sources, 'units.yaml': units }).faults).toMatchObject([
      { file: 'units.yaml', line: lineOf(units, 'conty'), code: 'unknown-reference', advice: '是否应为 county？' },
    ])
  })

  it('finds a share judged by a field or an answer that the form does not have', () => {
    const sources = shipped('jiaozuo-2017')
    const main = sources['plan.yaml']!
    const check = (text: string) => briefly(readPlan({ ...sources, 'plan.yaml': text }).faults)
    const field = edited('fact: rank', 'fact: ranks', main)
    expect(check(field)).toContainEqual({ code: 'unknown-reference', line: lineOf(field, 'fact: ranks') })
    const value = edited('values: [乡科级]', 'values: [科级]', main)
    expect(check(value)).toEqual([{ code: 'unknown-reference', line: lineOf(value, '[科级]') }])
  })

  it('names a file that is not there, at the line that asks for it', () => {
    const { 'units.yaml': _, ...sources } = shipped('luoyang-2021')
    const line = lineOf(sources['plan.yaml']!, '{ file: units.yaml }')
    expect(briefly(readPlan(sources).faults)).toEqual([{ code: 'missing-file', line }])
  })

  it('asks for plan.yaml', () => {
    expect(briefly(readPlan({ 'units.yaml': '[]' }).faults)).toEqual([{ code: 'missing-file', line: 1 }])
  })
})

describe('bad input', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[index]}`).join(', ')}]`)
    .join('\n')}`
  const inputs: [string, string, string][] = [
    ['nothing', '', 'empty'],
    ['a comment only', '# 空\n', 'empty'],
    ['a list', '- 1\n', 'wrong-type'],
    ['a word', '方案', 'wrong-type'],
    ['more than 1 MB', `title: ${'长'.repeat(350_000)}`, 'too-large'],
    ['an alias bomb', bomb, 'aliases'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'too-deep'],
    ['five hundred brackets, closed', `title: ${'['.repeat(500)}${']'.repeat(500)}`, 'too-deep'],
    ['a tab for indentation', 'notice:\n\ttitle: 一\n', 'syntax'],
    ['a prototype', '__proto__: { format: 1 }\n', 'unknown-key'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'syntax'],
  ]
  it.each(inputs)('refuses %s clearly', (_name, text, code) => {
    const { plan, faults } = readPlan({ 'plan.yaml': text })
    expect(plan).toBeUndefined()
    expect(faults.map(fault => fault.code)).toContain(code)
  })

  it('never throws, wherever a plan is cut off', () => {
    for (let end = 0; end < exampleText.length; end += 397) {
      expect(() => readPlan({ 'plan.yaml': exampleText.slice(0, end) })).not.toThrow()
    }
  })
  it('never throws, whatever line is lost, doubled or moved in', () => {
    const lines = exampleText.split('\n')
    const place = fc.integer({ min: 0, max: lines.length - 1 })
    fc.assert(
      fc.property(place, place, fc.boolean(), (from, to, keep) => {
        const text = keep ? lines.toSpliced(to, 0, lines[from]!) : lines.toSpliced(from, 1)
        const { plan, faults } = readPlan({ 'plan.yaml': text.join('\n') })
        expect(plan === undefined).toBe(faults.length > 0)
        for (const { line, column } of faults)
          expect([line >= 1, line <= text.length + 1, column >= 1]).toEqual([true, true, true])
      }),
      { numRuns: 60 },
    )
  })
})
