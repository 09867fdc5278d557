export * from './brief.ts'
export * from './programme.ts'
export * from './states.ts'
