import { useParams } from 'react-router'
import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { nominationsApi } from '../../shared/index.ts'
import { NominationEditor } from './nomination-editor.tsx'
import { NominationReader } from './nomination-reader.tsx'
import './nomination.css'

/** How often a page asks whether somebody else has saved meanwhile. */
const POLL_MS = 15_000

/** One nominee: the editor for who may write, a page to read for everyone else who may see it. */
const NominationPage = () => {
  const id = Number(useParams().id)
  const nomination = useEndpoint(nominationsApi.getNomination, { params: { id } }, { refreshMs: POLL_MS })
  return (
    <Answered of={nomination} rows={10}>
      {data =>
        data.permissions.edit ? (
          <NominationEditor key={data.id} nomination={data} />
        ) : (
          <NominationReader key={data.id} nomination={data} />
        )
      }
    </Answered>
  )
}

export default NominationPage
