import { Button, Radio } from 'antd'
import { useState } from 'react'
import { momentWords } from '#kernel/calendar/shared/index.ts'
import { ConfirmAction, useAction } from '#platform/ui/desk/index.ts'
import {
  type PrivacyAnswer,
  type ProblemFinding,
  pictureApi,
  pictureParts,
  privacyAnswers,
  privacyKeys,
  projectApi,
} from '../../shared/index.ts'
import { BlurDialog } from './blur-dialog.tsx'
import { pictureSource } from './source.ts'

type Props = {
  projectId: number
  picture: pictureApi.Picture
  findings: ProblemFinding[]
  removable: boolean
  answerable: boolean
}

const changes = [pictureApi.listPictures, projectApi.getProject]

/** One picture: what is wrong with it, when it was taken, and whether it may be shown. */
export const PictureCard = ({ projectId, picture, findings, removable, answerable }: Props) => {
  const params = { id: projectId, pictureId: picture.id }
  const remove = useAction(pictureApi.removePicture, { changes, success: '已移除' })
  return (
    <li className="picture-card">
      <a href={pictureSource(picture.fileKey, '1280')} target="_blank" rel="noreferrer">
        <img
          src={pictureSource(picture.fileKey, '320')}
          srcSet={`${pictureSource(picture.fileKey, '320')} 320w, ${pictureSource(picture.fileKey, '1280')} 1280w`}
          sizes="(max-width: 640px) 90vw, 600px"
          alt={`${pictureParts[picture.part]}的照片`}
          loading="lazy"
        />
      </a>
      {findings.map(({ severity, message }) => (
        <p key={message} role="alert" className={severity === 'block' ? 'picture-block' : 'picture-warning'}>
          {message}
        </p>
      ))}
      <Checked projectId={projectId} picture={picture} />
      <p className="num picture-meta">{metaOf(picture)}</p>
      <Privacy projectId={projectId} picture={picture} answerable={answerable} />
      {removable && (
        <ConfirmAction
          label="移除"
          title="移除这张照片？"
          onConfirm={() => remove.run({ params })}
          button={{ size: 'small', loading: remove.running }}
        >
          移除后可以重新拍摄上传。
        </ConfirmAction>
      )}
    </li>
  )
}

/** The way out for a picture that only looks like another's: the office looks, says why, and later readers see it. */
const Checked = ({ projectId, picture: { id, cleared, clearable } }: Pick<Props, 'projectId' | 'picture'>) => {
  const clear = useAction(pictureApi.clearPicture, { changes, success: '已记录核对结果' })
  return (
    <>
      {cleared && (
        <p className="picture-privacy">
          已核对：{cleared.reason}（{cleared.by}，{momentWords(cleared.at)}）
        </p>
      )}
      {clearable && (
        <ConfirmAction
          label="核对无误"
          title="两张照片不是同一张？"
          reason={{ label: '核对理由', required: true, maxLength: 200 }}
          onConfirm={reason => clear.run({ params: { id: projectId, pictureId: id }, body: { reason } })}
          button={{ size: 'small', loading: clear.running }}
        >
          请先对照两个项目的照片。理由会显示在照片旁，以后看到的人都能看到。
        </ConfirmAction>
      )}
    </>
  )
}

const metaOf = ({ takenAt, placed, addedBy, at }: pictureApi.Picture) =>
  [
    takenAt ? `${momentWords(takenAt)}拍摄` : '照片里没有拍摄时间',
    placed && '有拍摄地点',
    `${addedBy}于${momentWords(at)}上传`,
  ]
    .filter(Boolean)
    .join('，')

type PrivacyProps = Pick<Props, 'projectId' | 'picture' | 'answerable'>

/** Asked plainly of each picture; until it is answered the picture is never public. */
const Privacy = ({ projectId, picture, answerable }: PrivacyProps) => {
  const [asking, setAsking] = useState(false)
  const answer = useAction(pictureApi.answerPrivacy, { changes, onDone: () => setAsking(false) })
  const save = (privacy: PrivacyAnswer) =>
    answer.run({ params: { id: projectId, pictureId: picture.id }, body: { privacy } })
  if (picture.privacy && !asking)
    return (
      <p className="picture-privacy">
        {privacyAnswers[picture.privacy]}，可以公开
        {answerable && (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            更改
          </Button>
        )}
      </p>
    )
  if (!answerable) return <p className="picture-privacy">还没有确认能否公开，不会公开</p>
  return (
    <fieldset className="picture-privacy" disabled={answer.running}>
      <legend>照片里有没有人脸、门牌号、车牌？没有回答的照片不会公开。</legend>
      <BlurDialog projectId={projectId} picture={picture} />
      <Radio.Group value={picture.privacy} onChange={({ target }) => save(target.value as PrivacyAnswer)}>
        {privacyKeys.map(key => (
          <Radio key={key} value={key}>
            {privacyAnswers[key]}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  )
}
