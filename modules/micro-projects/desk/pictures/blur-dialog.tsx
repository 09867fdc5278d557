import { Button, Modal } from 'antd'
import { type PointerEvent, useRef, useState } from 'react'
import { ProblemNotice, useAction } from '#platform/ui/desk/index.ts'
import { pictureApi } from '../../shared/index.ts'
import { pictureSource } from './source.ts'

type Props = { projectId: number; picture: pictureApi.Picture }
type Area = pictureApi.Area

/** Frames are drawn with a finger over faces and numbers; the server puts squares there. */
export const BlurDialog = ({ projectId, picture }: Props) => {
  const [open, setOpen] = useState(false)
  const [areas, setAreas] = useState<Area[]>([])
  const close = () => {
    setOpen(false)
    setAreas([])
  }
  const blur = useAction(pictureApi.blurPicture, {
    changes: [pictureApi.listPictures],
    success: '已打码',
    quiet: true,
    onDone: close,
  })
  return (
    <>
      <Button className="picture-blur" onClick={() => setOpen(true)}>
        有，现在打码
      </Button>
      <Modal
        open={open}
        title="框出人脸、门牌号、车牌"
        onCancel={close}
        okText="打码并保存"
        cancelText="取消"
        okButtonProps={{ disabled: areas.length === 0, loading: blur.running }}
        onOk={() => blur.run({ params: { id: projectId, pictureId: picture.id }, body: { areas } })}
        width={900}
      >
        <p>用手指或鼠标在照片上拖出方框，可以框多处。打码以后，页面上不再出现原来的照片。</p>
        <Frames address={pictureSource(picture.fileKey, '1280')} areas={areas} onChange={setAreas} />
        <Button disabled={areas.length === 0} onClick={() => setAreas(areas.slice(0, -1))}>
          去掉最后一框
        </Button>
        {blur.problem && <ProblemNotice problem={blur.problem} />}
      </Modal>
    </>
  )
}

/** Shares of a side below which a frame is a slip of the finger. */
const SMALLEST = 0.01

type FramesProps = { address: string; areas: Area[]; onChange: (areas: Area[]) => void }
type Point = { x: number; y: number }

const Frames = ({ address, areas, onChange }: FramesProps) => {
  const from = useRef<Point>(undefined)
  const [drawn, setDrawn] = useState<Area>()
  const start = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = pointIn(event)
  }
  const move = (event: PointerEvent) => from.current && setDrawn(between(from.current, pointIn(event)))
  const finish = () => {
    if (drawn && drawn.width > SMALLEST && drawn.height > SMALLEST) onChange([...areas, drawn])
    from.current = undefined
    setDrawn(undefined)
  }
  const handlers = { onPointerDown: start, onPointerMove: move, onPointerUp: finish, onPointerCancel: finish }
  return (
    <div className="picture-frames" {...handlers}>
      <img src={address} alt="要打码的照片" draggable={false} />
      {[...areas, ...(drawn ? [drawn] : [])].map(area => (
        <span key={JSON.stringify(area)} style={placeOf(area)} />
      ))}
    </div>
  )
}

const pointIn = (event: PointerEvent): Point => {
  const box = event.currentTarget.getBoundingClientRect()
  const share = (at: number, length: number) => Math.min(1, Math.max(0, at / length))
  return { x: share(event.clientX - box.left, box.width), y: share(event.clientY - box.top, box.height) }
}

const between = (one: Point, other: Point): Area => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})

const percent = (share: number) => `${share * 100}%`
const placeOf = ({ x, y, width, height }: Area) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})
