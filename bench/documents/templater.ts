import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { formDocument, renderDocx } from '#kernel/documents/index.ts'
import { form, texts } from './material.ts'

/** The same form as a template: a tag wherever an answer is filled in. */
const tags = Object.fromEntries(Object.keys(texts(0)).map(key => [key, `{${key}}`]))
const template = renderDocx(formDocument(form, tags))

/** One file by docxtemplater, as its manual fills many: the template is opened anew for each. */
export const byTemplate = (n: number): Buffer => {
  const filled = new Docxtemplater(new PizZip(template), { linebreaks: true })
  filled.render(texts(n))
  return filled.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
