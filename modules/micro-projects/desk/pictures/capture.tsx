import { CameraOutlined, PictureOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { acceptedPictures, readTaken } from '#kernel/files/shared/index.ts'

type Props = { name: string; onTaken: (files: File[]) => void }

/** Opens the telephone's camera, or its pictures. */
export const Capture = ({ name, onTaken }: Props) => {
  const [camera, album] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  useEffect(fetchReader, [])
  const taken = ({ target }: { target: HTMLInputElement }) => {
    onTaken([...(target.files ?? [])])
    target.value = ''
  }
  const shared = { type: 'file', accept: acceptedPictures, hidden: true, style: { display: 'none' }, onChange: taken }
  return (
    <div className="picture-capture">
      <input ref={camera} {...shared} capture="environment" aria-label={`拍摄${name}照片`} />
      <input ref={album} {...shared} multiple aria-label={`选择${name}照片`} />
      <Button icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
        拍照
      </Button>
      <Button icon={<PictureOutlined />} onClick={() => album.current?.click()}>
        从相册选择
      </Button>
    </div>
  )
}

/** What reads when and where a picture was taken is loaded on first use: now, while there still is a network. */
const fetchReader = () => {
  void readTaken(new Uint8Array())
}
