import './floor.ts'
import { type Files, verify } from '../core/verify.ts'
import { onAllCores } from './all-cores.ts'
import { byId, element } from './dom.ts'
import { reportView } from './report.ts'

const input = (id: string) => byId<HTMLInputElement>(id)
const chosen = (id: string) => [...(input(id).files ?? [])]
const status = byId('status')
const outcome = byId('outcome')
const bar = byId<HTMLProgressElement>('bar')
const start = byId<HTMLButtonElement>('start')

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A signed head is a short text; everything else that was kept is a record. */
const isHead = async (file: File) => file.size < 4096 && (await file.text()).trimStart().startsWith('shishi-ballot/1/')

const gather = async (record: File): Promise<Files> => {
  const [earlier] = chosen('earlier')
  const [witness] = chosen('witness')
  const receipts = await Promise.all(chosen('receipts').map(async file => parsed(await file.text())))
  return {
    record,
    receipts,
    ...(earlier && { earlier: (await isHead(earlier)) ? await earlier.text() : earlier }),
    ...(witness && { witness: await witness.text() }),
  }
}

const progress = (done: number, all: number) => {
  bar.value = done / all
  const percent = Math.floor((100 * done) / all)
  bar.textContent = `${percent}%`
  byId('percent').textContent = `${percent}%`
}

const run = async (record: File) => {
  const files = await gather(record)
  const began = performance.now()
  const report = await verify(files, { open: onAllCores(byId('worker').textContent ?? ''), progress })
  const given = { receipts: chosen('receipts').length > 0, earlier: 'earlier' in files, witness: 'witness' in files }
  outcome.replaceChildren(reportView(report, given, (performance.now() - began) / 1000))
  byId('verdict').focus()
}

const begin = async () => {
  const [record] = chosen('record')
  if (!record) {
    status.textContent = '请先选择投票记录文件（record.jsonl）。'
    return
  }
  status.textContent = `正在核验“${record.name}”……`
  outcome.replaceChildren()
  bar.hidden = false
  start.disabled = true
  try {
    await run(record)
    status.textContent = '核验完毕。'
  } catch (error) {
    status.textContent = '没有核验完。'
    outcome.replaceChildren(element('p', { class: 'unsound' }, `文件读不出来，请重新下载后再试。（${error}）`))
  }
  start.disabled = false
  bar.hidden = true
  byId('percent').textContent = ''
}

const drop = byId('drop')
for (const name of ['dragenter', 'dragover'])
  document.addEventListener(name, event => {
    event.preventDefault()
    drop.classList.add('over')
  })
document.addEventListener('dragleave', () => drop.classList.remove('over'))
document.addEventListener('drop', event => {
  event.preventDefault()
  drop.classList.remove('over')
  const files = event.dataTransfer?.files
  if (!files?.length) return
  input('record').files = files
  void begin()
})
start.addEventListener('click', () => void begin())
