import { useAction } from '#platform/ui/desk/index.ts'
import { nominationsApi } from '../../shared/index.ts'

/** Asks for one hidden answer of a nominee; undefined where it is refused, which is said on the page. */
export const useReveal = (nominationId: number) => {
  const reveal = useAction(nominationsApi.revealAnswer, { changes: [] })
  return async (path: string): Promise<string | undefined> =>
    (await reveal.run({ params: { id: nominationId }, body: { path } }))?.value
}
