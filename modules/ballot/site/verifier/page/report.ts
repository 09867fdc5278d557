import type { Rule } from '../core/faults.ts'
import { rules } from '../core/faults.ts'
import type { Report } from '../core/verify.ts'
import { hex } from '../crypto/bytes.ts'
import { element } from './dom.ts'
import { resultTables } from './result-tables.ts'
import { type Given, ruleWords, stageWords, unchecked } from './words.ts'

const facts = (rows: [string, string][]) =>
  element(
    'dl',
    {},
    ...rows.map(([term, value]) => element('div', {}, element('dt', {}, term), element('dd', {}, value))),
  )

/** The whole outcome, in the order people ask: right or not, what is wrong, what was looked at, the counts. */
export const reportView = (report: Report, given: Given, seconds: number): HTMLElement =>
  element(
    'section',
    { 'aria-labelledby': 'verdict' },
    element('h2', { id: 'verdict', class: report.sound ? 'sound' : 'unsound', tabindex: '-1' }, verdict(report)),
    element(
      'p',
      {},
      `用时${seconds.toFixed(1)}秒。${report.sound ? '' : '没有通过的规则和位置列在下面，请保存本页，向主办单位和见证单位反映。'}`,
    ),
    basics(report),
    receiptLines(report),
    element('h3', {}, '查了什么'),
    ruleList(report, given),
    ...(report.log?.result && report.document ? resultTables(report.document, report.log.result) : []),
  )

const verdict = ({ sound, failures }: Report) =>
  sound ? '通过：能查的每一条都成立' : `没有通过：${failures.map(({ rule }) => rule).join('、')}`

const basics = ({ document, fingerprint, stage, log }: Report) => {
  const head = log?.lastHead
  return facts([
    ['评议', document ? `${document.title}（${document.organiser}）` : '读不出来'],
    ['记录的阶段', stageWords[stage]],
    ['规则指纹', fingerprint],
    ...(log ? countRows(log) : []),
    ...(head ? ([['最后的树头', `${head.size}项，${hex(head.root)}，签于${head.time}`]] as [string, string][]) : []),
  ])
}

const countRows = (log: NonNullable<Report['log']>): [string, string][] => {
  const { leaves, ballots, superseded, voters, voided, heads } = log
  return [
    ['记录', `共${leaves}项，其中选票${ballots}张，树头${heads}个`],
    ['选票', `${voters}份凭证投了票；${superseded}张被改票替代；${voided}张作废；计入${voters - voided}张`],
  ]
}

const receiptLines = ({ receipts }: Report) =>
  receipts.length > 0 &&
  element(
    'ul',
    {},
    ...receipts.map(({ number, index }) =>
      element('li', {}, index === undefined ? `回执${number}：记录里还没有` : `回执${number}：在记录的第${index}项`),
    ),
  )

const ruleList = (report: Report, given: Given) =>
  element('ol', { class: 'rules' }, ...rules.map(rule => ruleItem(rule as Rule, report, given)))

const ruleItem = (rule: Rule, report: Report, given: Given) => {
  const failure = report.failures.find(each => each.rule === rule)
  const why = failure ? undefined : unchecked(rule, report, given)
  const state = failure ? '不成立' : why ? '未查' : '成立'
  return element(
    'li',
    { class: failure ? 'failed' : why ? 'skipped' : 'passed' },
    element('b', {}, `${rule} ${state}`),
    element('span', {}, `${ruleWords[rule]}${why ? `（${why}）` : ''}`),
    failure && places(failure),
  )
}

const places = ({ count, places }: Report['failures'][number]) =>
  element(
    'ul',
    {},
    ...places.map(({ where, what }) => element('li', {}, `${where}：${what}`)),
    count > places.length && element('li', {}, `……共${count}处`),
  )
