import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
import { endpointKey, newKey, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import type { BroughtForm } from '../../intake/shared/api.ts'
import { intakeApi } from '../../shared/index.ts'

/** What was read of one file. */
export type Reading = AnswerOf<typeof intakeApi.getForm>

const POLL_MS = 1500

/** Files that the server has not done with. */
export const unread = (forms: readonly BroughtForm[]): BroughtForm[] =>
  forms.filter(({ state }) => state === 'waiting' || state === 'reading')

/** The files of a list: read on the server one after another, asked about for as long as one is waiting. */
export const useBroughtForms = (submissionId: number) => {
  const params = { id: submissionId }
  const [polling, poll] = useState(false)
  const list = useEndpoint(intakeApi.listForms, { params }, polling ? { refreshMs: POLL_MS } : {})
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Problem>()
  const forms = list.data?.forms ?? []
  const waiting = unread(forms).length > 0
  if (waiting !== polling) poll(waiting)

  const again = () => queries.invalidateQueries({ queryKey: endpointKey(intakeApi.listForms) })
  const dropping = useAction(intakeApi.dropForm, { quiet: true, onDone: again })
  const add = async ({ key }: StoredFile) => {
    try {
      await call(intakeApi.bringForms, { params, body: { fileKeys: [key] } }, { key: newKey() })
      await again()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    }
  }
  return {
    list,
    forms,
    problem,
    add: (file: StoredFile) => void add(file),
    drop: (key: string) => void dropping.run({ params: { ...params, key } }),
    /** Notes on the server as whom a file was put on the list. */
    settle: async (key: string, nominationId: number) => {
      await call(intakeApi.settleForm, { params: { ...params, key }, body: { nominationId } }, { key: newKey() })
      await again()
    },
  }
}
