import type { Picture } from '../model.ts'
import { literal, mm } from './literal.ts'
import { imagePath, type Press } from './setting.ts'

type Image = Pick<Picture, 'data' | 'format' | 'width' | 'height'>

/** The picture alone, stretched to its printed size. */
export const imageSource = ({ data, format, width, height }: Image, press: Press): string =>
  `image(${literal(imagePath(press, data, format))}, width: ${mm(width)}, height: ${mm(height)}, fit: "stretch")`

/** A picture on a line of its own. */
export const pictureSource = (picture: Picture, press: Press): string =>
  `#align(${picture.align === 'left' || picture.align === 'right' ? picture.align : 'center'}, ${imageSource(picture, press)})`
