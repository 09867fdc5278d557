export * from './administration-api.ts'
export * from './api.ts'
export { isRole, type Role, roles } from './roles.ts'
