import type { TestProject } from 'vitest/node'
import { startServerForTests } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string
  }
}

/** One PostgreSQL for the whole run; each test file clones its own database from a template on it. */
export default async (project: TestProject) => {
  const server = await startServerForTests()
  project.provide('databaseServer', server.url)
  return server.stop
}
