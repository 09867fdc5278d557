import { newKey } from '#platform/ui/desk/index.ts'
import { readReply } from '#platform/ui/desk/reply.ts'
import { sendFile } from '#platform/ui/desk/send-file.ts'
import { applyImport, checkImport, type ImportReport, listImportFaults } from '../shared/import-api.ts'

type Progress = (share: number) => void

/** Has a file checked row by row. @throws Problem */
export const checkWorkbook = (file: File, onProgress: Progress) =>
  sendFile(checkImport.path, file, { key: newKey(), onProgress }) as Promise<ImportReport>

/** Confirms what a check has shown. @throws Problem `import.changed` when it is no longer the same */
export const applyWorkbook = (file: File, digest: string, rows: 'all' | 'good', onProgress: Progress) =>
  sendFile(`${applyImport.path}?${new URLSearchParams({ digest, rows })}`, file, {
    key: newKey(),
    onProgress,
  }) as Promise<Pick<ImportReport, 'counts'>>

/** Saves the faults of a file as a workbook, to be passed on to whoever filled it in. @throws Problem */
export const downloadFaults = async (file: File): Promise<void> => {
  const reply = await fetch(listImportFaults.path, { method: 'PUT', body: file, credentials: 'same-origin' })
  if (!reply.ok) await readReply(reply)
  const address = URL.createObjectURL(await reply.blob())
  const link = Object.assign(document.createElement('a'), { href: address, download: `错误清单-${file.name}` })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
