import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { uploadFile } from '#kernel/files/shared/index.ts'
import {
  type Answers,
  type Article,
  type FormDefinition,
  fieldsOf,
  photoAnswerOf,
  type StoredUpload,
} from '#kernel/forms/shared/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
import { newKey } from '#platform/ui/desk/index.ts'
import { sendFile } from '#platform/ui/desk/send-file.ts'
import { intakeApi, nominationsApi } from '../../shared/index.ts'
import type { Submission } from '../submission/findings.ts'
import { nameOf } from '../words.ts'

/** A new nominee, or the id of one on the list. */
export type Target = 'new' | number

const EDITABLE = ['draft', 'returned']
const nomineesOf = (submission: Submission, category: string) =>
  submission.nominations.filter(each => each.category === category && EDITABLE.includes(each.state))

/** Where a form may be put: a new nominee, or one of the category that stands open. */
export const targetsOf = (submission: Submission, category: string) => [
  { value: 'new' as Target, label: '新的推荐对象' },
  ...nomineesOf(submission, category).map(each => ({ value: each.id as Target, label: `补入已有的“${nameOf(each)}”` })),
]

/** The nominee of the same name, where there is one. */
export const likeliest = (submission: Submission, category: string, name: string): Target =>
  nomineesOf(submission, category).find(each => name !== '' && each.name === name)?.id ?? 'new'

type Content = {
  form: FormDefinition
  answers: Answers
  category: string
  target: Target
  text: string | null
  article: Article | null
  picture: string | null
}

const blobOf = (dataUrl: string): Blob => {
  const [head = '', body = ''] = dataUrl.split(',')
  const bytes = Uint8Array.from(atob(body), char => char.charCodeAt(0))
  return new Blob([bytes], { type: /:(.*);/.exec(head)?.[1] ?? '' })
}

/** The photograph of the file, uploaded as any other; a picture that the files room refuses is left to be chosen by hand. */
const photoFrom = async ({ form, answers, picture }: Content): Promise<Answers> => {
  const field = fieldsOf(form).find(({ kind }) => kind === 'photo')
  if (!field || !picture || answers[field.key]) return {}
  const data = blobOf(picture)
  const subject = String((form.subject.name && answers[form.subject.name]) || '照片')
  const name = `${subject}.${data.type === 'image/png' ? 'png' : 'jpg'}`
  try {
    const stored = (await sendFile(addressOf(uploadFile.path, {}, { name }), data, { key: newKey() })) as StoredUpload
    return { [field.key]: photoAnswerOf(stored) ?? null }
  } catch (error) {
    if (error instanceof Problem) return {}
    throw error
  }
}

/** Puts what was looked through on the list, by the ordinary verbs: the server checks it as anything typed. */
export const useSaveReading = (submissionId: number, onSaved: (id: number) => Promise<void>) => {
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  // A nominee that was made before a save failed is not made twice.
  const made = useRef<number>(undefined)
  const queries = useQueryClient()
  const { message } = App.useApp()

  const idFor = async ({ target, category }: Content) => {
    if (target !== 'new') return target
    made.current ??= (await call(nominationsApi.addNomination, { params: { id: submissionId }, body: { category } })).id
    return made.current
  }
  const store = async (content: Content) => {
    const id = await idFor(content)
    const stored = await call(nominationsApi.getNomination, { params: { id } })
    const { form, answers, text, article } = content
    const { revision, particulars, reasons } = stored
    const articles = text && article ? { ...stored.articles, [text]: article } : stored.articles
    const photo = await photoFrom(content)
    const merged = intakeApi.mergedAnswers(form, stored.answers, { ...photo, ...answers })
    const body = { revision, answers: merged, articles, particulars, reasons }
    await call(nominationsApi.saveNomination, { params: { id }, body })
    return id
  }
  const save = async (content: Content) => {
    setRunning(true)
    setProblem(undefined)
    try {
      const id = await store(content)
      await onSaved(id)
      message.success('已存入推荐名单')
      await queries.invalidateQueries()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setRunning(false)
    }
  }
  return { save, running, problem }
}
