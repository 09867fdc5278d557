import { call } from '#platform/ui/desk/call.ts'
import { signatureApi } from '../../shared/index.ts'
import { outbox } from '../outbox/outbox.ts'
import { isSignedIn } from '../outbox/signed-in.ts'
import { signatureShelf } from './kept.ts'

/** Signatures on their way. */
export const signatureOutbox = outbox({
  kind: 'signatures',
  shelf: signatureShelf(() => window.localStorage),
  isSignedIn,
  send: ({ projectId, household, ink, deviceAt, key }) =>
    call(
      signatureApi.signFaceToFace,
      { params: { id: projectId }, body: { household, ink, deviceAt, actKey: key } },
      { key, anonymous: true },
    ),
})
