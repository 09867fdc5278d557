export * from './api.ts'
export { loginSchema, personNameSchema, phoneSchema, type UnitFields, unitFieldsSchema } from './fields.ts'
export * from './import-api.ts'
export { fitsBelow, readKind, type UnitKind, unitKindNames, unitKinds } from './kinds.ts'
