import { glob, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import sharp from 'sharp'

export type Photograph = { name: string; path: string; place: string | undefined }

/**
 * The photographs of a folder and its sub-folders by name. Those in `places/NAME/` show one place from different
 * standpoints or at different times; all others are of different things.
 */
export const photographsIn = async (folder: string): Promise<Photograph[]> => {
  const root = resolve(process.env.INIT_CWD ?? '.', folder)
  const names = await Array.fromAsync(glob('**/*.{jpg,JPG,jpeg,png,webp}', { cwd: root }))
  return names.toSorted().map(name => {
    const place = basename(dirname(dirname(name))) === 'places' ? basename(dirname(name)) : undefined
    return { name, path: join(root, name), place }
  })
}

/** As the telephone sends it: upright, at most 1600 pixels, JPEG. */
export const readPhotograph = async ({ path }: Photograph): Promise<Buffer> =>
  sharp(await readFile(path))
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 90 })
    .toBuffer()

/** The copy of 320 pixels out of which the product works the hashes. */
export const smallCopy = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).resize({ width: 320, height: 320, fit: 'inside', withoutEnlargement: true }).jpeg().toBuffer()
