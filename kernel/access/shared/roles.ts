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
} as const

export type Role = keyof typeof roles

export const isRole = (value: string): value is Role => value in roles
