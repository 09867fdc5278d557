import type { FormInstance } from 'antd'
import { useEffect } from 'react'
import type { Problem } from '#platform/http/shared/problem.ts'

/**
 * Puts a refusal's findings at the fields they speak of.
 * @param prefix what the paths begin with where the form is one part of the body: “unit.”
 */
export const useFindings = (form: FormInstance, problem: Problem | undefined, prefix = '') =>
  useEffect(() => {
    const errors = Map.groupBy(problem?.findings ?? [], ({ path = '' }) => fieldOf(path, prefix))
    form.setFields([...errors].map(([name, found]) => ({ name, errors: found.map(({ message }) => message) })))
  }, [form, problem, prefix])

const fieldOf = (path: string, prefix: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : path)
