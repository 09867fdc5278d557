import type { Cell } from '#kernel/documents/excel/index.ts'

/** The columns of the template, in its order; `note` stands on the sheet of notes. */
export const columns = {
  name: { title: '单位名称', width: 24, note: '必填。同一上级下不能重名。' },
  parent: {
    title: '上级单位',
    width: 24,
    note: '必填，须是系统里已有的单位，或本表里的另一行（先后不限）。有重名时写全，如“甲县/城关镇”。修改本单位自己的信息时留空。',
  },
  kind: { title: '类别', width: 12, note: '必填：省、市、县区、乡镇街道、村社区、直属单位之一。' },
  regionCode: {
    title: '行政区划代码',
    width: 16,
    note: '县级及以上6位，乡镇街道9位，村社区12位；没有的留空。请按文本填写。',
  },
  population: { title: '人口', width: 12, note: '整数，单位是“人”，不是“万人”。' },
  populationBasis: { title: '人口口径', width: 30, note: '填了人口就须填，如：第七次全国人口普查常住人口（2020年）。' },
  sortNo: { title: '排序', width: 8, note: '官方排序，整数，小的在前。新单位留空的，按本表先后排在末尾。' },
  postTitle: {
    title: '联系人岗位',
    width: 16,
    note: '如：办公室经办。没有这个岗位的，导入时新建，角色为推荐单位经办人。',
  },
  personName: { title: '姓名', width: 12, note: '岗位上的A角。岗位已有人的，换人请用“工作移交”。' },
  phone: { title: '手机', width: 16, note: '11位手机号，或带区号的固定电话，如0379-63930000。' },
  login: {
    title: '账号',
    width: 16,
    note: '登录用，字母开头，2—64位字母、数字、“.”“-”“_”。导入后由管理员逐个发放初始密码。',
  },
} as const

export type ColumnKey = keyof typeof columns
export const columnKeys = Object.keys(columns) as ColumnKey[]

/** A row of the file as it stands, with the number that Excel shows at its left. */
export type SheetRow = { row: number; cells: Record<ColumnKey, Cell> }
