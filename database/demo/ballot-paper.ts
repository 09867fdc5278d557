import type { Rules } from '#modules/ballot/shared/index.ts'

/** Made-up works that a made-up city asks its residents about. */
const works: [name: string, unit: string, summary: string][] = [
  ['老旧小区加装电梯', '示例三市住建局', '为32个老旧小区加装电梯118部，六楼的老人可以自己下楼。'],
  ['社区助餐点', '示例三市民政局', '新建助餐点46个，60岁以上老人一餐8元，行动不便的送到家。'],
  ['学校门口放学等候区', '示例三市教育局', '在27所学校门口设遮雨等候区，接送车辆不再占道。'],
  ['夜间急诊儿科', '示例三市卫生健康委', '三家医院开设夜间儿科急诊，等候时间公开。'],
  ['公交站台加座椅和雨棚', '示例三市交通局', '改造站台210个，加装座椅、雨棚和到站显示。'],
  ['背街小巷照明', '示例三市城管局', '为89条背街小巷补装路灯1400盏，坏灯两天内修好。'],
  ['零工驿站', '示例三市人社局', '建成零工驿站12个，免费提供招工信息、饮水和休息处。'],
  ['农村生活用水改造', '示例三市水利局', '为51个村更换供水管网，水质每月公布。'],
]
const teams: [name: string, unit: string, summary: string][] = [
  ['“十分钟响应”供水抢修队', '示例三市供水公司', '接报后十分钟出发，全年抢修1860次。'],
  ['幸福里社区帮办队', '甲区幸福里社区', '上门代办养老认证、医保报销等事项2300件。'],
  ['护学骑行队', '示例三市公安局交警支队', '早晚高峰在校门口护送学生，连续三年没有事故。'],
  ['巷口法律服务队', '示例三市司法局', '每周三在12个巷口摆摊，解答邻里纠纷900余件。'],
]

const candidates = (from: number, rows: [string, string, string][]) =>
  rows.map(([name, unit, summary], n) => ({
    no: from + n,
    name,
    unit,
    summary,
    deeds: `${summary}\n演示数据，非真实情况。`,
    picture: null,
  }))

/** Party members and residents counted apart; three of eight works, one of four teams. */
export const ballotPaper = (opensAt: string, closesAt: string): Rules => ({
  id: 'demo-works-2026',
  title: '示例三市2026年“我最满意的民生实事”评议',
  organiser: '示例三市',
  effect: '评议结果供确定年度先进时参考。演示数据，非真实情况。',
  hash: 'sha256',
  opensAt,
  closesAt,
  groups: [
    { key: 'members', name: '党员' },
    { key: 'residents', name: '群众' },
  ],
  categories: [
    { key: 'works', name: '民生实事', min: 1, max: 3, blank: false, candidates: candidates(1, works) },
    { key: 'teams', name: '服务团队', min: 1, max: 1, blank: true, candidates: candidates(9, teams) },
  ],
  order: 'shuffled',
  changes: 3,
  eligibility: { census: 'labels', wechat: false, defaultGroup: 'residents' },
  voidReasons: [
    { code: 'script', name: '经核查为程序批量投票' },
    { code: 'bulk', name: '经核查为同一网段短时间内集中代投' },
  ],
  witnesses: [],
})
