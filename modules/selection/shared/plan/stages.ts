import { z } from 'zod'
import { registerPattern } from './register-pattern.ts'
import { act, rankBy, stageFields } from './stage-common.ts'
import { categoryChoice, clause, count, day, key, percent, words } from './words.ts'

export { act }

const recommend = z.strictObject({
  ...stageFields,
  kind: z.literal('recommend'),
  levels: z.array(words).default([]).describe('逐级推荐的层级，由低到高，如 党支部、党总支、党委'),
  ranking: z
    .strictObject({ required: z.boolean(), by: z.array(words).default([]).describe('排序依据，如 成熟度、认可度') })
    .optional()
    .describe('各级对推荐对象排序'),
  branchVote: z.boolean().default(false).describe('以党支部为单位推选，须附推选记录'),
  selfRecommendation: z
    .strictObject({
      form: key.describe('群众自荐、举荐填写的表'),
      goesTo: z.enum(['region', 'organiser']).describe('region 转所在地推荐单位，organiser 直接到主办单位'),
      byOthers: z.boolean().default(true).describe('也可以举荐他人'),
      dueBy: day.optional(),
    })
    .optional()
    .describe('群众自荐'),
  paper: z
    .strictObject({ dueBy: day.optional(), copies: count.default(1), to: words.optional() })
    .optional()
    .describe('纸质材料；不写日期的与电子版同日，只提示'),
  registerNumbers: z
    .strictObject({
      field: key.describe('推荐表中填编号的一栏'),
      pattern: words
        .default(registerPattern)
        .describe('编号式样：{年}、{奖项码}（类别次序）、{单位码}（单位次序，两位）、{3位}（顺序号及其位数）'),
    })
    .optional()
    .describe('登记表编号：接收名单时由主办单位编定，编定后不变'),
  late: z.enum(['unlock', 'never']).default('unlock').describe('逾期补报：unlock 由主办单位逐家开通，never 不允许'),
})

const consult = z.strictObject({
  ...stageFields,
  kind: z.literal('consult'),
  materials: z.array(key).default([]).describe('沟通时要带的材料'),
})

const vet = z.strictObject({
  ...stageFields,
  kind: z.literal('vet'),
  departments: z.array(key).min(1).describe('逐一征求意见的部门'),
  bySector: z
    .array(
      z.strictObject({
        sectors: z.array(words).min(1).describe('推荐对象所属领域，如 企业、金融机构'),
        departments: z.array(key).min(1),
        atLeast: count.default(1).describe('至少取得几家意见'),
        clause,
      }),
    )
    .default([])
    .describe('对企业等对象加征的行政执法、行业监管部门'),
  noObjection: words.default('无异议').describe('无异议时的写法'),
  sheets: z.array(key).default([]).describe('征求意见表：forms 中的代号'),
})

const criterion = z.strictObject({
  key,
  name: words,
  weight: z.number().positive().max(100).describe('权重（百分比）'),
  max: z.number().positive().default(100).describe('满分'),
  text: words.optional(),
})

const review = z.strictObject({
  ...stageFields,
  kind: z.literal('review'),
  method: z.enum(['check', 'score', 'both']).describe('check 逐条审核，score 专家打分，both 两者都有'),
  criteria: z.array(criterion).default([]).describe('评分项，权重合计 100'),
  experts: z
    .strictObject({
      min: count.positive().describe('每个对象至少几名专家'),
      recuse: z
        .array(z.enum(['sameUnit', 'kin', 'declared']))
        .default(['sameUnit', 'declared'])
        .describe('回避情形'),
    })
    .optional(),
  blind: z.boolean().default(false).describe('隐去姓名和单位评审'),
  mean: z.enum(['all', 'dropExtremes']).default('all').describe('dropExtremes：去掉一个最高分和一个最低分'),
  spreadWarning: z.number().positive().optional().describe('最高分与最低分相差超过多少分时提示'),
})

export const structureShare = z.strictObject({
  key,
  name: words.describe('结构要求，如“党务干部”'),
  category: key,
  fact: words.describe('按推荐表的哪一栏判断'),
  values: z.array(words).optional().describe('符合的取值'),
  atLeast: percent.optional().describe('不少于（百分比，向上取整）'),
  atMost: percent.optional().describe('不超过（百分比）'),
  each: z.enum(['unit', 'all', 'both']).default('both').describe('按单位、按全部或两者都查'),
  clause,
})

const shortlist = z.strictObject({
  ...stageFields,
  kind: z.literal('shortlist'),
  to: z.enum(['candidates', 'awards']).describe('candidates 按差额数，awards 按表彰数额'),
  rankBy: rankBy.optional(),
  structure: z.array(key).default([]).describe('要再查的结构要求：structure 中的代号'),
})

const ballot = z.strictObject({
  ...stageFields,
  kind: z.literal('ballot'),
  channels: z.array(words).min(1).describe('投票渠道'),
  voters: words.describe('谁可以投'),
  choose: z
    .array(z.strictObject({ category: key, min: count, max: count.positive() }))
    .default([])
    .describe('每类选几个；不写则发起投票时再定'),
  effect: z.enum(['reference', 'weighted']).describe('reference 仅供参考；weighted 按 rankBy 中的权重计入总分'),
})

const inspect = z.strictObject({
  ...stageFields,
  kind: z.literal('inspect'),
  entrusted: z.boolean().default(false).describe('委托推荐单位考察'),
  onSite: z.boolean().default(true).describe('须实地考察'),
  teamMin: count.positive().default(2).describe('考察组至少几人'),
  recuse: z.enum(['sameBranch', 'sameUnit', 'none']).default('sameBranch'),
  materials: z.array(key).min(1).describe('形成哪些考察材料'),
})

const publicise = z.strictObject({
  ...stageFields,
  kind: z.literal('publicise'),
  minWorkdays: count.positive().describe('公示不少于几个工作日'),
  mediaLevels: z
    .array(z.enum(['unit', 'county', 'city', 'province', 'national']))
    .default([])
    .describe('可用媒体的级别：unit 本单位，county 县级，city 市级，province 省级，national 中央'),
  media: z.array(words).min(1).describe('在哪里公示，如“市属主要媒体”'),
  order: z.enum(['strokes', 'units', 'rank']).default('units').describe('名单次序：姓氏笔画、单位顺序或排序'),
  mustEndBefore: key.optional().describe('须在哪个环节之前结束'),
  runningAllowed: z.boolean().default(true).describe('报送时公示可以尚未结束（公示中），审定前须结束'),
  restartOnChange: z.boolean().default(true).describe('名单内容变动的，重新公示'),
})

const decide = z.strictObject({
  ...stageFields,
  kind: z.literal('decide'),
  rankBy: rankBy.optional(),
  rounds: z
    .array(
      z.strictObject({
        key,
        name: words.describe('会议或程序名称，如“市委组织部部长办公会”'),
        body: words.describe('由谁定'),
        forms: z
          .array(z.enum(['meeting', 'circulation', 'instruction']))
          .min(1)
          .describe('会议、传签、批示'),
        result: words.describe('定下什么'),
      }),
    )
    .min(1),
  materials: z.array(key).default([]),
})

const commend = z.strictObject({
  ...stageFields,
  kind: z.literal('commend'),
  register: words.describe('记入哪本荣誉名册'),
  numbering: words.optional().describe('荣誉编号式样，可用 {year} {category} {unit} {n}'),
  ceremony: z
    .array(z.strictObject({ categories: categoryChoice, items: z.array(words).min(1) }))
    .default([])
    .describe('表彰方式'),
  publicity: z.array(words).default([]).describe('发布和宣传'),
})

export const stage = z.discriminatedUnion('kind', [
  recommend,
  consult,
  vet,
  review,
  shortlist,
  ballot,
  inspect,
  publicise,
  decide,
  commend,
])

export type PlanStage = z.infer<typeof stage>
export type PlanStageKind = PlanStage['kind']
/** A stage of one kind: `StageOf<'publicise'>`. */
export type StageOf<K extends PlanStageKind> = Extract<PlanStage, { kind: K }>
export type PlanStructureShare = z.infer<typeof structureShare>
