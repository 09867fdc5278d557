export { addPerson, addPost, type NewPerson, type NewPost, seat } from './post.ts'
export { addUnit, type NewUnit, type UnitKind } from './unit.ts'
