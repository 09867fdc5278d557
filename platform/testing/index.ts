export { cloneDatabase, dropDatabase, emptyDatabase, type TestDatabase, testDatabase } from './database.ts'
