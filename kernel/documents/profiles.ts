export * from './profiles/fonts.ts'
export * from './profiles/profile.ts'
export { PROFILES } from './profiles/shipped.ts'
