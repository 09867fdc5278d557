import { useSyncExternalStore } from 'react'
import { newKey } from '#platform/ui/desk/index.ts'
import type { PicturePart } from '../../shared/index.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { pictureOutbox } from './outbox.ts'
import { progress } from './progress.ts'
import { reducePicture } from './reduce.ts'

/** The pictures of a project that wait: one's own; how to add to them, and to go on with them. */
export const useWaitingPictures = (projectId: number) => {
  const { by, mine, flush } = useOutbox(pictureOutbox)
  const sent = useSyncExternalStore(progress.subscribe, progress.now)
  const add = async (part: PicturePart, files: File[]) => {
    for (const file of files) {
      const { blob, taken } = await reducePicture(file)
      const at = new Date().toISOString()
      await pictureOutbox.add({ key: newKey(), projectId, by, part, name: file.name || '照片.jpg', blob, taken, at })
    }
  }
  return { waiting: mine.filter(one => one.projectId === projectId), sent, add, flush }
}
