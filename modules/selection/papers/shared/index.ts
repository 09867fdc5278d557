export * from './api.ts'
export * from './package-api.ts'
