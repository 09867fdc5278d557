import type { Mark } from '../model.ts'
import type { DocumentProfile } from '../profiles.ts'
import { paragraphXml } from './paragraph.ts'
import type { Parts } from './parts.ts'
import { graphic } from './picture.ts'
import { emu } from './units.ts'

type Box = { x: number; y: number; width: number; height: number }
/** A text box without a height of its own: room enough for a few lines. */
const TEXT_HEIGHT = 20

const anchor = (box: Box, id: number, inner: string): string => {
  const position = (axis: 'H' | 'V', mm: number) =>
    `<wp:position${axis} relativeFrom="page"><wp:posOffset>${emu(mm)}</wp:posOffset></wp:position${axis}>`
  return `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>${position('H', box.x)}${position('V', box.y)}<wp:extent cx="${emu(box.width)}" cy="${emu(box.height)}"/><wp:wrapNone/><wp:docPr id="${id}" name="图形${id}"/>${inner}</wp:anchor>`
}

type Stroke = { weight: number; color?: string | undefined; dashed?: boolean | undefined } | undefined

const line = (stroke: Stroke): string =>
  stroke
    ? `<a:ln w="${emu(stroke.weight)}"><a:solidFill><a:srgbClr val="${stroke.color ?? '000000'}"/></a:solidFill>${stroke.dashed ? '<a:prstDash val="dash"/>' : ''}</a:ln>`
    : '<a:ln><a:noFill/></a:ln>'

const shape = (box: Box, kind: string, stroke: Stroke, id: number, words = ''): string => {
  const size = `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm>`
  const text = words === '' ? '' : `<wps:txbx><w:txbxContent>${words}</w:txbxContent></wps:txbx>`
  const inner = `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr>${size}<a:prstGeom prst="${kind}"><a:avLst/></a:prstGeom><a:noFill/>${line(stroke)}</wps:spPr>${text}<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${kind === 'ellipse' ? 'ctr' : 't'}"/></wps:wsp></a:graphicData></a:graphic>`
  const drawing = `<w:drawing>${anchor(box, id, inner)}</w:drawing>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice></mc:AlternateContent></w:r>`
}

const lineBox = (mark: Extract<Mark, { kind: 'line' }>): Box => ({
  x: Math.min(mark.x, mark.toX),
  y: Math.min(mark.y, mark.toY),
  width: Math.abs(mark.toX - mark.x),
  height: Math.abs(mark.toY - mark.y),
})

/** A drawing at its place on the paper, hung on whatever paragraph holds it. */
export const markXml = (mark: Mark, profile: DocumentProfile, parts: Parts): string => {
  if (mark.kind === 'image') {
    const { id, xml } = graphic(mark, parts)
    return `<w:r><w:drawing>${anchor(mark, id, xml)}</w:drawing></w:r>`
  }
  const id = parts.drawing()
  if (mark.kind === 'line') return shape(lineBox(mark), 'line', mark, id)
  if (mark.kind === 'frame') return shape(mark, 'rect', mark, id)
  if (mark.kind === 'text') {
    return shape({ ...mark, height: TEXT_HEIGHT }, 'rect', undefined, id, paragraphXml(mark.paragraph, profile))
  }
  const { x, y, diameter, text } = mark
  const words = text
    ? paragraphXml({ kind: 'paragraph', style: 'small', align: 'center', runs: [{ text }] }, profile)
    : ''
  return shape({ x, y, width: diameter, height: diameter }, 'ellipse', mark, id, words)
}
