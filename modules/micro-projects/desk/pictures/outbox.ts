import { endUpload } from '#platform/ui/desk/send-in-pieces.ts'
import { outbox } from '../outbox/outbox.ts'
import { isSignedIn } from '../outbox/signed-in.ts'
import type { Shelf } from '../outbox/waiting.ts'
import { progress } from './progress.ts'
import { sendPicture } from './send.ts'
import { pictureShelf, type WaitingPicture } from './shelf.ts'

/** Pictures on their way: a cut upload goes on from where the server has it, also after the page was closed. */
export const pictureOutboxOn = (shelf: Shelf<WaitingPicture>) =>
  outbox({
    kind: 'pictures',
    shelf,
    isSignedIn,
    send: (one, sending) => sendPicture(one, { ...sending, onProgress: progress.tell }),
    end: async ({ upload }) => upload && endUpload(upload),
  })

export const pictureOutbox = pictureOutboxOn(pictureShelf)
