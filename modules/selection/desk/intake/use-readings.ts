import { useRef, useState } from 'react'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
import { intakeApi } from '../../shared/index.ts'

export type Reading = AnswerOf<typeof intakeApi.readUploadedForm>
/** An uploaded file: waiting, read, refused, or saved as a nominee. */
export type TakenFile = { key: string; name: string; reading?: Reading; problem?: Problem; savedAs?: number }

const AT_ONCE = 2

/** Files read one after another, two at a time; a file that cannot be read stays with its reason. */
export const useReadings = (submissionId: number) => {
  const [files, setFiles] = useState<TakenFile[]>([])
  const waiting = useRef<string[]>([])
  const running = useRef(0)

  const patch = (key: string, change: Partial<TakenFile>) =>
    setFiles(before => before.map(file => (file.key === key ? { ...file, ...change } : file)))

  const read = async (key: string) => {
    try {
      patch(key, { reading: await call(intakeApi.readUploadedForm, { params: { id: submissionId, key } }) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      patch(key, { problem: error })
    }
  }
  const pump = () => {
    while (running.current < AT_ONCE && waiting.current.length > 0) {
      running.current += 1
      read(waiting.current.shift()!).finally(() => {
        running.current -= 1
        pump()
      })
    }
  }
  return {
    files,
    add: ({ key, name }: StoredFile) => {
      setFiles(before => [...before, { key, name }])
      waiting.current.push(key)
      pump()
    },
    remove: (key: string) => setFiles(before => before.filter(file => file.key !== key)),
    saved: (key: string, savedAs: number) => patch(key, { savedAs }),
  }
}
