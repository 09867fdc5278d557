import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { call } from '#platform/ui/desk/call.ts'
import { endpointKey } from '#platform/ui/desk/index.ts'
import { useDraft } from '#platform/ui/desk/use-draft.ts'
import { nominationsApi, type Plan, submissionsApi } from '../../shared/index.ts'
import { type Content, contentOf, type Finding, type Nomination, offered } from './editing.ts'

/** A nominee as it is typed: saves itself, is kept until acknowledged, and brings back what the server found. */
export const useNominationDraft = (nomination: Nomination) => {
  const queries = useQueryClient()
  const [told, setTold] = useState<{ name: string; findings: Finding[]; for?: Content }>({
    name: nomination.name,
    findings: nomination.findings,
  })
  const save = useCallback(
    async (content: Content, revision: number) => {
      const answer = await call(nominationsApi.saveNomination, {
        params: { id: nomination.id },
        body: { revision, ...content },
      })
      setTold({ name: answer.name, findings: answer.findings, for: content })
      void queries.invalidateQueries({ queryKey: endpointKey(submissionsApi.getSubmission), refetchType: 'none' })
      void queries.invalidateQueries({ queryKey: endpointKey(submissionsApi.checkSubmission), refetchType: 'none' })
      return answer.revision
    },
    [nomination.id, queries],
  )
  const { today } = useSession()
  const form = Object.values((nomination.plan as Plan).forms)[0]!
  const start = {
    ...contentOf(nomination),
    answers: offered(form, nomination.answers, { recommender: nomination.recommender, today }),
  }
  const draft = useDraft<Content>({
    key: `nomination.${nomination.id}`,
    value: start,
    revision: nomination.revision,
    enabled: nomination.permissions.edit,
    save,
    theirs: current => {
      const stored = current as Content & { revision: number }
      return { value: contentOf(stored), revision: stored.revision }
    },
  })
  return { draft, told, tell: (findings: Finding[]) => setTold(before => ({ ...before, findings })) }
}
