/** Roles a post can carry, with what they are called. A role's reach is the post's unit and what lies below it. */
export const roles = {
  administrator: '系统管理员',
  organiser: '组织单位经办人',
  checker: '组织单位审核人',
  issuer: '签发人',
  'objection-officer': '异议受理人',
  recommender: '推荐单位经办人',
  principal: '推荐单位主要负责人',
  vetter: '审查部门',
  expert: '评审专家',
  leader: '领导',
  representative: '党员、村（居）民代表',
  'village-staff': '村（社区）工作人员',
  secretary: '村（社区）党组织书记',
  'village-committee': '村（社区）党组织委员',
  'party-office': '基层党建办公室',
  'organisation-member': '组织委员',
  finance: '财务人员',
} as const

export type Role = keyof typeof roles

export const isRole = (value: string): value is Role => value in roles
