import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import type { Answers, Article, FormDefinition } from '#kernel/forms/shared/index.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
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
}

/** Puts what was looked through on the list, by the ordinary verbs: the server checks it as anything typed. */
export const useSaveReading = (submissionId: number, onSaved: (id: number) => void) => {
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
    const merged = intakeApi.mergedAnswers(form, stored.answers, answers)
    const body = { revision, answers: merged, articles, particulars, reasons }
    await call(nominationsApi.saveNomination, { params: { id }, body })
    return id
  }
  const save = async (content: Content) => {
    setRunning(true)
    setProblem(undefined)
    try {
      const id = await store(content)
      message.success('已存入推荐名单')
      await queries.invalidateQueries()
      onSaved(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setRunning(false)
    }
  }
  return { save, running, problem }
}
