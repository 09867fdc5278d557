import { z } from 'zod'
import type { ProblemFinding } from '#platform/http/shared/problem.ts'

const words = (what: string, max = 200) => z.string().trim().min(1, `请填写${what}`).max(max, `${what}不超过${max}字`)

/** The six elements of 项目简介 (R004-11); the budget is the sum of the lines and is not typed. */
export const briefSchema = z.object({
  scale: words('规模数量'),
  effect: words('预期效果'),
  funding: words('经费来源', 60),
  startsOn: z.iso.date('请选择实施时间'),
  finishesOn: z.iso.date('请选择完成时间'),
})
export type Brief = z.output<typeof briefSchema>

/** What is said when the work is done: 附件3 asks for people, money and how it turned out. */
export const completionSchema = z
  .object({
    finishedOn: z.iso.date('请选择完工日期'),
    participants: z.int().min(1, '请填写参与人数').max(10_000, '参与人数过多，请核对'),
    /** Who took part, one by one (逐一核实参与情况, R004-04): for the checker and never for a page. */
    people: z.array(z.string().trim().min(1).max(20, '姓名不超过20字')).max(500, '一次最多登记500人').optional(),
    text: words('完成情况', 1000),
    /** What the work is called in public, where its own name says what is nobody's business. */
    publicTitle: z.string().trim().max(60, '公示用名称不超过60字').optional(),
  })
  .refine(({ participants, people = [] }) => people.length <= participants, {
    path: ['participants'],
    message: '参与人数不少于逐一登记的人数',
  })
export type Completion = z.output<typeof completionSchema>

/** R004-04: taking part is verified person by person; how many are not named is said to whoever approves. */
export const peopleFindings = (completion: Completion | null): ProblemFinding[] => {
  const named = completion?.people?.length ?? 0
  if (!completion || named >= completion.participants) return []
  const message = `参与${completion.participants}人，逐一登记了${named}人的姓名，请补充登记或者核实。`
  return [{ path: 'people', severity: 'warning', rule: 'R004-04', message }]
}

/** The name that a notice gives a work. */
export const publicTitle = ({ title, completion }: { title: string; completion: Completion | null }): string =>
  completion?.publicTitle || title

/** '1200.50' of 120050 fen, without a fraction where there is none. */
export const yuan = (fen: number): string => {
  const [whole, part] = [Math.trunc(fen / 100), Math.abs(fen % 100)]
  return part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, '0')}`
}

const day = (date: string) => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

/** The paragraph that the form wants, from the elements that were asked one by one. */
export const briefParagraph = (brief: Brief, askedFen: number): string =>
  [
    `规模数量：${brief.scale}`,
    `预期效果：${brief.effect}`,
    `经费预算：${yuan(askedFen)}元`,
    `经费来源：${brief.funding}`,
    `实施时间：${day(brief.startsOn)}`,
    `完成时间：${day(brief.finishesOn)}`,
  ]
    .map(sentence => sentence.replace(/[。；;.]+$/, ''))
    .join('；')
    .concat('。')

export const elementNames = {
  scale: '规模数量',
  effect: '预期效果',
  funding: '经费来源',
  startsOn: '实施时间',
  finishesOn: '完成时间',
} as const satisfies Record<keyof Brief, string>
