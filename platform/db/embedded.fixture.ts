import { startEmbedded } from './embedded.ts'

/** Run by embedded.test.ts as a process that can be killed: serves a data folder until told to stop. */
const database = await startEmbedded(process.argv[2]!).catch((error: Error) => {
  console.log(JSON.stringify({ refused: error.message }))
  process.exit(1)
})
console.log(JSON.stringify({ url: database.url, note: database.note }))
process.on('SIGTERM', async () => {
  await database.stop()
  process.exit(0)
})
setInterval(() => {}, 1000)
