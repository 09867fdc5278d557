import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packages = createRequire(import.meta.url)
const folder = (name: string, weight: string) => join(dirname(packages.resolve(`${name}/package.json`)), weight)

/** Folders of the free fonts (OFL) that come with the product; the compiler reads the host's own beside them. */
export const fontFolders = (): string[] => [
  folder('@expo-google-fonts/noto-serif-sc', '400Regular'),
  folder('@expo-google-fonts/noto-serif-sc', '700Bold'),
  folder('@expo-google-fonts/noto-sans-sc', '400Regular'),
  folder('@expo-google-fonts/noto-serif-jp', '400Regular'),
  folder('@expo-google-fonts/tinos', '400Regular'),
  folder('@expo-google-fonts/tinos', '700Bold'),
]
