import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { pictureParts } from '../../shared/index.ts'
import type { Waiting } from './shelf.ts'

type Props = { waiting: Waiting[]; share: number; onDrop: (key: string) => void; onRetry: () => void }

/** Pictures that the server does not have yet: they are kept here and go by themselves. */
export const WaitingList = ({ waiting, share, onDrop, onRetry }: Props) => {
  const first = waiting.find(({ problem }) => !problem)
  if (waiting.length === 0) return null
  return (
    <section className="picture-waiting" aria-label="还没有传完的照片">
      {first && (
        <p>
          照片已经存在本机，网络恢复后会自动接着传。
          <Button type="link" size="small" onClick={onRetry}>
            现在重传
          </Button>
        </p>
      )}
      <ul>
        {waiting.map(one => (
          <li key={one.key}>
            <Preview blob={one.blob} />
            <span>{pictureParts[one.part]}</span>
            {one.problem ? (
              <span role="alert" className="picture-block">
                {one.problem}
              </span>
            ) : (
              <Progress percent={one === first ? Math.round(share * 100) : 0} size="small" />
            )}
            {one.problem && (
              <Button type="link" size="small" onClick={() => onDrop(one.key)}>
                移除
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Preview = ({ blob }: { blob: Blob }) => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address ? <img src={address} alt="" /> : null
}
