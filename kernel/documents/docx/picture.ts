import type { Picture } from '../model.ts'
import { JUSTIFICATION } from './paragraph.ts'
import type { Parts } from './parts.ts'
import { emu } from './units.ts'

type Image = Pick<Picture, 'data' | 'format' | 'width' | 'height'>

/** The picture itself, as inline and anchored drawings both hold it. */
export const graphic = (image: Image, parts: Parts): { id: number; xml: string; size: string } => {
  const { relation, id } = parts.image(image.data, image.format)
  const size = `cx="${emu(image.width)}" cy="${emu(image.height)}"`
  return {
    id,
    size,
    xml: `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="图片${id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`,
  }
}

/** A picture in the flow of a line. */
export const inlineRun = (image: Image, parts: Parts): string => {
  const { id, size, xml } = graphic(image, parts)
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${id}" name="图片${id}"/>${xml}</wp:inline></w:drawing></w:r>`
}

/** A picture on a line of its own. */
export const pictureXml = (picture: Picture, parts: Parts): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="${JUSTIFICATION[picture.align ?? 'center']}"/></w:pPr>${inlineRun(picture, parts)}</w:p>`
