export * from './definition/field.ts'
export * from './definition/finding.ts'
export * from './definition/form.ts'
export * from './definition/grid.ts'
