import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { articleDocument, type Document, formDocument, joined, PROFILES } from '#kernel/documents/index.ts'
import { type Answers, FormDefinition } from '#kernel/forms/shared/index.ts'

const file = join(import.meta.dirname, '../../modules/selection/plans/luoyang-2021/forms/member.yaml')

/** Luoyang's 附件3, the fullest of its three forms. */
export const form = FormDefinition.parse(parse(readFileSync(file, 'utf8')))

const resume = Array.from({ length: 8 }, (_, n) => ({ from: `20${10 + n}.01`, to: `20${11 + n}.01`, text: '某局任职' }))

/** Texts of one nominee; the number makes each document another. */
export const texts = (n: number) => ({
  name: `张三${n}`,
  workUnit: `某某市某某区第${n}街道办事处`,
  homeAddress: `某某市某某区某某路${n}号`,
  postalAddress: `某某市某某区某某路${n}号`,
  deeds: `${n}：走访群众，办成实事。`.repeat(25),
})

export const answers = (n: number): Answers => ({ ...texts(n), gender: '男', resume })

export const formOf = (n: number): Document => formDocument(form, answers(n))

const SENTENCE = '党史学习教育活动开展以来，聚焦群众急难愁盼问题，2021年走访1200户，办成实事12件，群众满意。'

/** Paragraphs of an article of some four pages. */
export const paragraphs = (n: number): string[] =>
  Array.from({ length: 20 }, (_, index) => `第${n}号材料第${index}段。${SENTENCE.repeat(3)}`)

export const articleOf = (n: number): Document =>
  articleDocument(
    {
      title: '为群众办实事',
      subtitle: '张三同志典型事迹材料',
      paragraphs: paragraphs(n).map(text => ({ level: 0, text })),
    },
    PROFILES['luoyang2021-material']!,
  )

/** Form and article of one nominee as one file. */
export const fileOf = (n: number): Document => joined(`张三${n}`, [formOf(n), articleOf(n)])
