import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import { drawUrgePicture } from './urge-picture.ts'
import type { Urging } from './urge-words.ts'

/** The list as a picture: long-press or save it, then send it on. */
export const UrgePicture = ({ urging }: { urging: Urging }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { today, demo } = useSession()
  useEffect(() => {
    if (canvas.current)
      drawUrgePicture(canvas.current, { title: `${urging.shortTitle}推荐上报提醒`, today, units: urging.units, demo })
  }, [urging, today, demo])
  const save = () => {
    const link = document.createElement('a')
    link.href = canvas.current!.toDataURL('image/png')
    link.download = `催报名单${today}.png`
    link.click()
  }
  return (
    <>
      <p className="urge-acts">
        <Button type="primary" onClick={save}>
          保存图片
        </Button>
        <span>也可在图片上按右键复制。只有单位和进度。</span>
      </p>
      <div className="urge-picture">
        <canvas
          ref={canvas}
          role="img"
          aria-label={`催报名单：${urging.units.map(({ unitName }) => unitName).join('、')}`}
        />
      </div>
    </>
  )
}
