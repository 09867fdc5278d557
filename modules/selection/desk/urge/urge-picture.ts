import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { type UrgedUnit, type UrgeKind, urgeKinds } from './urge-words.ts'

const WIDTH = 750
const MARGIN = 48
const ROW = 46
const SCALE = 2
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif'

type Picture = { title: string; today: string; units: UrgedUnit[]; demo: boolean }

/** The list as a picture for a WeChat group: units and counts only. Drawn at twice its size for phones. */
export const drawUrgePicture = (canvas: HTMLCanvasElement, picture: Picture): void => {
  const height = 210 + picture.units.length * ROW
  canvas.width = WIDTH * SCALE
  canvas.height = height * SCALE
  const pen = canvas.getContext('2d')!
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#fbf9f4'
  pen.fillRect(0, 0, WIDTH, height)
  drawHead(pen, picture)
  for (const [index, unit] of picture.units.entries()) drawRow(pen, unit, index)
}

const write = (pen: CanvasRenderingContext2D, text: string, x: number, y: number, font: string, colour = '#211d18') => {
  pen.font = `${font} ${FONT}`
  pen.fillStyle = colour
  pen.fillText(text, x, y)
}

const drawHead = (pen: CanvasRenderingContext2D, { title, today, units, demo }: Picture) => {
  pen.textBaseline = 'alphabetic'
  write(pen, title, MARGIN, 62, '700 28px')
  write(pen, `截至${chineseDate(today)}，以下${units.length}个单位请抓紧办理`, MARGIN, 100, '400 19px', '#5d554a')
  if (demo) write(pen, '演示数据，非真实情况', MARGIN, 130, '400 16px', '#b3261e')
  pen.fillStyle = '#211d18'
  pen.fillRect(MARGIN, 150, WIDTH - 2 * MARGIN, 2)
}

const colours: Record<UrgeKind, string> = {
  unstarted: '#b3261e',
  drafting: '#8a540a',
  returned: '#8a540a',
  promised: '#8a540a',
}

const drawRow = (pen: CanvasRenderingContext2D, { unitName, kind, note }: UrgedUnit, index: number) => {
  const y = 184 + index * ROW
  write(pen, String(index + 1), MARGIN, y, '400 19px', '#6f665a')
  write(pen, unitName, MARGIN + 44, y, '400 20px')
  pen.textAlign = 'right'
  write(pen, note || urgeKinds[kind].label, WIDTH - MARGIN, y, '600 19px', colours[kind])
  pen.textAlign = 'left'
  pen.fillStyle = '#e6dfd2'
  pen.fillRect(MARGIN, y + 15, WIDTH - 2 * MARGIN, 1)
}
