export * from './api.ts'
export * from './certificate-api.ts'
export * from './letter-api.ts'
export * from './package-api.ts'
