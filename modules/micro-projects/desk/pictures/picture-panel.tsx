import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { type PicturePart, pictureApi, pictureParts } from '../../shared/index.ts'
import { Capture } from './capture.tsx'
import { PictureCard } from './picture-card.tsx'
import { useWaitingPictures } from './use-pictures.ts'
import { WaitingList } from './waiting-list.tsx'
import './pictures.css'

/** A project's pictures, before and after beside each other; taken with the telephone, kept until they are sent. */
export const PicturePanel = ({ projectId }: { projectId: number }) => {
  const list = useEndpoint(pictureApi.listPictures, { params: { id: projectId } }, { keepPrevious: true })
  const { waiting, sent, add, flush } = useWaitingPictures(projectId)
  return (
    <div className="pictures">
      <WaitingList waiting={waiting} sent={sent} onRetry={flush} />
      <Answered of={list}>{data => <Parts projectId={projectId} list={data} onTaken={add} />}</Answered>
    </div>
  )
}

/** Before and after first, beside each other where the page is wide enough. */
const order: PicturePart[] = ['before', 'after', 'during', 'notice', 'plaque']

type PartsProps = {
  projectId: number
  list: pictureApi.PictureList
  onTaken: (part: PicturePart, files: File[]) => void
}

const Parts = ({ projectId, list, onTaken }: PartsProps) => {
  const { pictures, permissions } = list
  const held = (part: PicturePart) => pictures.some(picture => picture.part === part)
  const shown = order.filter(part => held(part) || permissions.attach.includes(part))
  if (shown.length === 0) return <p className="picture-none">还没有照片。</p>
  return (
    <div className="picture-parts">
      {shown.map(part => (
        <Part key={part} projectId={projectId} part={part} list={list} onTaken={onTaken} />
      ))}
    </div>
  )
}

const hints: Record<PicturePart, string> = {
  before: '动工以前拍，站在固定的位置。',
  during: '大家动手时拍，可以不传。',
  after: '做完以后拍，尽量和实施前站在同一个位置、同一个方向。',
  notice: '拍下党群服务中心张贴的公示，看得清文字。',
  plaque: '拍下挂好的标牌。',
}

const Part = ({ projectId, part, list, onTaken }: PartsProps & { part: PicturePart }) => {
  const { pictures, findings, permissions } = list
  const open = permissions.attach.includes(part)
  return (
    <section className="picture-part">
      <h3>{pictureParts[part]}</h3>
      {open && <p className="picture-hint">{hints[part]}</p>}
      <ul>
        {pictures
          .filter(picture => picture.part === part)
          .map(picture => (
            <PictureCard
              key={picture.id}
              projectId={projectId}
              picture={picture}
              findings={findings.filter(({ path }) => path === `pictures.${picture.id}`)}
              removable={open}
              answerable={permissions.answer && part !== 'notice'}
            />
          ))}
      </ul>
      {open && <Capture name={pictureParts[part]} onTaken={files => onTaken(part, files)} />}
    </section>
  )
}
