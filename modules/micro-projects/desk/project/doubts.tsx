import { Link } from 'react-router'
import { FindingsPanel, useEndpoint } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'

/** What is to be looked at in the signatures, beside the button that lets the project pass; nothing where all is well. */
export const Doubts = ({ projectId }: { projectId: number }) => {
  const signs = useEndpoint(signatureApi.getSigns, { params: { id: projectId } })
  if (!signs.data || signs.data.findings.length === 0) return null
  return (
    <>
      <FindingsPanel findings={signs.data.findings} />
      <p>
        <Link to={`/micro/call-backs?project=${projectId}`}>去回访</Link>
      </p>
    </>
  )
}
