import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const NAMES = ['soffice', 'libreoffice']
/** Where installers put it beside the path. */
const PLACES = [
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

const isRunnable = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/** LibreOffice's program among the folders of a search path; undefined where the host has none. */
export const findOffice = async (path = process.env.PATH ?? ''): Promise<string | undefined> => {
  const folders = path.split(delimiter).filter(Boolean)
  for (const file of [...folders.flatMap(folder => NAMES.map(name => join(folder, name))), ...PLACES]) {
    if (await isRunnable(file)) return file
  }
  return undefined
}

let found: Promise<string | undefined> | undefined

/** The host's LibreOffice, looked for once. */
export const office = (): Promise<string | undefined> => {
  found ??= findOffice()
  return found
}
