export * from './choices.ts'
export * from './document.ts'
export * from './leaf.ts'
export * from './record.ts'
