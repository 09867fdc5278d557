export * from './elections.ts'
export * from './log.ts'
export * from './phone.ts'
export * from './voting.ts'
