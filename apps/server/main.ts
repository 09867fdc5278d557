import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { loadOrFinishDemo } from '#database/demo/reset.ts'
import { prepareFirstRun, useSiteAddress } from '#kernel/access/index.ts'
import { markBooks } from '#kernel/documents/index.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { startJobs } from '#kernel/jobs/index.ts'
import { connectChannel, smtp } from '#kernel/notifications/index.ts'
import {
  connectWechat,
  startSequencer,
  useBallotOrigin,
  useSealingKey,
  useWitnessPlaces,
} from '#modules/ballot/index.ts'
import { useOriginKey } from '#modules/micro-projects/index.ts'
import { ConfigError, readConfig, readSecret } from '#platform/config/index.ts'
import {
  allowDemoClock,
  DatabaseProblem,
  forbidDemoClock,
  migrate,
  openDatabase,
  startDatabase,
} from '#platform/db/index.ts'
import { log } from '#platform/logging/index.ts'
import { buildApp } from './app.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Ends with a sentence for a person, not with a stack. */
const expected = [ConfigError, DatabaseProblem]

const start = async () => {
  const config = readConfig()
  log.setLevel(config.logLevel)
  const database = await startDatabase(config)
  await migrate(database.url)
  const db = openDatabase(database.url, { poolSize: config.databasePool })
  useFileStore(await localStore(join(config.dataDir, 'files')))
  const secret = readSecret(config.secretFile)
  useSealingKey(secret)
  useOriginKey(secret)
  if (config.publicUrlGiven) {
    useSiteAddress(config.publicUrl)
    useBallotOrigin(config.publicUrl)
  }
  useWitnessPlaces({ folder: join(config.dataDir, 'witnesses'), hosts: config.witnessHosts })
  connectWechat(config.wechat)
  if (config.smtp) connectChannel('mail', smtp(config.smtp))
  await (config.demo ? allowDemoClock(db) : forbidDemoClock(db))
  if (config.demo) markBooks('演示数据，非真实情况')
  if (config.demo) await loadOrFinishDemo(db, say)
  const { app } = buildApp(db, config)
  const jobs = await startJobs(db, database.url)
  const sequencer = startSequencer(db)
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port })
  server.on('error', error => fail(error))
  server.on('listening', async () => {
    if (database.note) say(database.note)
    const code = config.demo ? null : await prepareFirstRun(db)
    if (code) say(`首次使用：请打开 ${config.publicUrl}/desk/first-run，一次性验证码 ${code}`)
    say(`实事已就绪：${config.publicUrl}`)
  })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await jobs.stop()
    await sequencer.stop()
    await db.destroy()
    await database.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const fail = (error: Error) => {
  if (expected.some(kind => error instanceof kind)) process.stderr.write(`${error.message}\n`)
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    process.stderr.write('端口已被占用，请用 PORT 换一个端口，或停止占用它的程序。\n')
  else log.error('start failed', { error })
  process.exit(1)
}

start().catch(fail)
