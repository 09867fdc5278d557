import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '#platform/http/shared/problem.ts'
import type { ImportReport } from '../shared/import-api.ts'
import { applyWorkbook, checkWorkbook, downloadFaults } from './send-workbook.ts'

type Working = { what: 'checking' | 'writing' | 'listing'; share: number } | null

/** An import from the choice of a file to its end. The file stays in the page: the server keeps nothing between. */
export const useImport = () => {
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<ImportReport>()
  const [written, setWritten] = useState<ImportReport['counts']>()
  const [problem, setProblem] = useState<Problem>()
  const [working, setWorking] = useState<Working>(null)

  const run = async (
    what: NonNullable<Working>['what'],
    work: (onProgress: (share: number) => void) => Promise<void>,
  ) => {
    setProblem(undefined)
    setWorking({ what, share: 0 })
    try {
      await work(share => setWorking({ what, share }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setWorking(null)
    }
  }

  const check = (chosen: File) => {
    setFile(chosen)
    setReport(undefined)
    setWritten(undefined)
    return run('checking', async onProgress => setReport(await checkWorkbook(chosen, onProgress)))
  }
  const apply = (rows: 'all' | 'good') =>
    run('writing', async onProgress => {
      const { counts } = await applyWorkbook(file!, report!.digest, rows, onProgress)
      setWritten(counts)
      await queries.invalidateQueries()
    })
  const list = () => run('listing', () => downloadFaults(file!))
  return { file, report, written, problem, working, check, apply, list }
}

export type Import = ReturnType<typeof useImport>
