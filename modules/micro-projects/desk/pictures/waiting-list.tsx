import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ConfirmAction } from '#platform/ui/desk/index.ts'
import { pictureParts } from '../../shared/index.ts'
import { isOnItsWay } from '../outbox/waiting.ts'
import { pictureOutbox } from './outbox.ts'
import type { WaitingPicture } from './shelf.ts'

type Props = { waiting: WaitingPicture[]; sent: { key: string; share: number }; onRetry: () => void }

/** Pictures that the server does not have yet: they are kept here and go by themselves, whichever page is open. */
export const WaitingList = ({ waiting, sent, onRetry }: Props) => {
  if (waiting.length === 0) return null
  return (
    <section className="picture-waiting" aria-label="还没有传完的照片">
      {waiting.some(isOnItsWay) && (
        <p>
          照片已经存在本机，网络恢复后打开工作台会自动接着传，传完之前请不要清除浏览器数据。
          <Button type="link" size="small" onClick={onRetry}>
            现在重传
          </Button>
        </p>
      )}
      <ul>
        {waiting.map(one => (
          <WaitingRow key={one.key} one={one} share={one.key === sent.key ? sent.share : 0} />
        ))}
      </ul>
    </section>
  )
}

/** A refused one says why, and goes once more when what stood against it is put right. */
const WaitingRow = ({ one, share }: { one: WaitingPicture; share: number }) => (
  <li>
    <Preview blob={one.blob} />
    <span>{pictureParts[one.part]}</span>
    {one.problem ? (
      <span role="alert" className="picture-block">
        没有被接收：{one.problem}
      </span>
    ) : (
      <Progress percent={Math.round(share * 100)} size="small" />
    )}
    <span className="picture-waiting-acts">
      {one.problem && (
        <Button type="link" size="small" onClick={() => pictureOutbox.again(one.key)}>
          重新发送
        </Button>
      )}
      <ConfirmAction
        label="不传了"
        title="不传这张照片了？"
        confirmLabel="不传了"
        onConfirm={async () => {
          await pictureOutbox.drop(one.key)
          return true
        }}
        button={{ type: 'link', size: 'small' }}
      >
        本机和服务器上都不再保留，需要时请重新拍摄。
      </ConfirmAction>
    </span>
  </li>
)

/** A picture does not change while it waits, although each reading of what the browser keeps makes an object of its own. */
const Preview = ({ blob }: { blob: Blob }) => {
  const kept = useRef(blob)
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(kept.current)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [])
  return address ? <img src={address} alt="" /> : null
}
