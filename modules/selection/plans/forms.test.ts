import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FormDefinition, formFaults, gridFaults } from '#kernel/forms/shared/index.ts'

const load = (name: string): FormDefinition => {
  const [plan, form] = name.split('/')
  return FormDefinition.parse(parse(readFileSync(join(import.meta.dirname, plan!, 'forms', `${form}.yaml`), 'utf8')))
}

const allForms = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(import.meta.dirname, name, 'forms')).map(file => `${name}/${file.replace('.yaml', '')}`),
  )

const bare = (text: string) => text.replace(/\s/g, '')

/** The fixed words of the paper in reading order: lines above the table, its labels, the photo's words. */
const labels = (form: FormDefinition): string =>
  [
    ...form.head.map(entry => entry.label),
    ...form.grid.rows.flatMap(row =>
      row.cells.flatMap(cell =>
        'label' in cell ? [cell.label] : 'field' in cell && cell.placeholder ? [cell.placeholder] : [],
      ),
    ),
  ]
    .map(bare)
    .join(' ')

const LABELS: Record<string, string> = {
  'luoyang-2021/project':
    '实事项目名称 项目起始时间 项目完成时间 牵头责任单位 配合责任单位 县级以上责任领导 职务（职级） 项目联络员及联系方式 姓名 职务 联系电话 邮政编码 通讯地址 ' +
    '市级以上主流新闻媒体宣传报道情况 项目概述及亮点成效（500字内） 责任单位意见 县区党史学习教育领导小组推荐意见 洛阳市委党史学习教育领导小组审批意见',
  'luoyang-2021/team':
    '候选组织名称 组织类别 为群众办实事主要项目 组织负责人及联系方式 负责人 职务 联系电话 邮政编码 通讯地址 获奖情况 主要事迹（500字内） ' +
    '工作单位意见 所在单位纪检监察部门意见 洛阳市委党史学习教育领导小组审批意见',
  'luoyang-2021/member':
    '姓名 性别 照片（近期2寸免冠蓝底彩色照片） 民族 政治面貌 籍贯 出生日期 工作单位 家庭住址 通信地址 邮政编码 联系电话 电子邮箱 身份证号码 ' +
    '工作单位联系方式 联系人 职务 联系电话 邮政编码 个人简历 获奖情况 主要事迹（300字以内） ' +
    '工作单位意见 工作单位纪检监察部门意见 洛阳市委党史学习教育领导小组审批意见',
  'jiaozuo-2017/top-organisation':
    '填报单位 编号 党组织名称 所属县级党委 党组织负责人 联系电话 基本情况 曾受表彰情况 主要事迹 填报单位党委意见',
  'jiaozuo-2017/ranking-organisations': '推荐单位 序号 基层党组织名称（全称）',
  'jiaozuo-2017/ranking-members': '推荐单位 序号 姓名、性别、民族、工作单位及职务 备注 十佳共产党员 优秀共产党员',
  'jiaozuo-2017/opinions': '单位 审查意见 纪检部门 计生部门 公安部门 综治部门 信访部门 法院 检察院',
  'jiaozuo-2017/opinions-regulators':
    '单位 审查意见 对金融机构、企业、社会组织等方面的推荐对象，还应有针对性地听取行政执法、行业监管等有关部门的意见。 ' +
    '工商部门 税务部门 人社部门 环保部门 质监部门 安监部门 其他行政执法、行业监管部门',
}
const MEMBER_LABELS =
  '填报单位 编号 姓名 性别 民族 二寸免冠照片 出生年月 籍贯 参加工作时间 入党时间 文化程度 职称 工作单位及职务 单位地址 单位电话 ' +
  '身份证号 本人电话 个人简历 曾受表彰情况 主要事迹 填报单位党委意见'
LABELS['jiaozuo-2017/top-member'] = MEMBER_LABELS
LABELS['jiaozuo-2017/fine-member'] = MEMBER_LABELS
LABELS['henan-2021/project'] = LABELS['luoyang-2021/project']!.replace('县区', '省辖市').replace('洛阳市委', '河南省委')
LABELS['henan-2021/team'] = LABELS['luoyang-2021/team']!.replace('洛阳市委', '河南省委')
LABELS['henan-2021/member'] = LABELS['luoyang-2021/member']!.replace('洛阳市委', '河南省委')

describe('forms of the shipped plans', () => {
  it('are all compared with their annex', () => {
    expect(Object.keys(LABELS).sort()).toEqual([...allForms].sort())
  })

  it.each(allForms)('%s is keyed by its place, places every field and tiles its table', name => {
    const form = load(name)
    expect(form.key).toBe(name)
    expect(formFaults(form)).toEqual([])
  })

  it.each(Object.entries(LABELS))('%s has the labels of the annex in order', (name, expected) => {
    expect(labels(load(name))).toBe(expected)
  })

  it('fill the body width of an A4 page, 156 mm', () => {
    const widths = allForms.map(name => load(name).grid.columns.reduce((sum, width) => sum + width, 0))
    expect(new Set(widths)).toEqual(new Set([156]))
  })
})

describe('a form that does not hold together', () => {
  const form = load('jiaozuo-2017/ranking-organisations')
  const codes = (change: Partial<FormDefinition>) => formFaults({ ...form, ...change }).map(({ code }) => code)

  it('is told of a field that stands nowhere and a place without a field', () => {
    expect(codes({ head: [] })).toEqual(['form.unplaced'])
    expect(codes({ head: [...form.head, { label: '编号', field: 'serial' }] })).toEqual(['form.unknown'])
  })

  it('is told of holes, overlaps and cells beyond the edge', () => {
    const cell = (colspan: number, rowspan = 1) => ({ label: '', vertical: false, colspan, rowspan })
    const row = (...cells: ReturnType<typeof cell>[]) => ({ atLeast: 0, cells })
    const check = (...rows: ReturnType<typeof row>[]) => gridFaults({ columns: [10, 10], rows }).map(({ code }) => code)
    expect(check(row(cell(1)))).toEqual(['grid.hole'])
    expect(check(row(cell(3)))).toEqual(['grid.wide'])
    expect(check(row(cell(1), cell(1, 2)), row(cell(2)))).toEqual(['grid.overlap'])
    expect(check(row(cell(2, 2)))).toEqual(['grid.tall'])
    expect(check(row(cell(1, 2), cell(1)), row(cell(1)))).toEqual([])
  })
})
