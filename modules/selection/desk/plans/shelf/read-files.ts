import { MAIN_FILE, type PlanSources, partFiles } from '../../../shared/index.ts'

/**
 * Chosen files as the sources of a plan. Browsers give bare names: a file takes the name by which `plan.yaml` asks
 * for it (`forms/person.yaml`). A single file is `plan.yaml`, whatever it is called.
 */
export const namedSources = (files: readonly { name: string; text: string }[]): PlanSources => {
  if (files.length === 1) return { [MAIN_FILE]: files[0]!.text }
  const main = files.find(({ name }) => name === MAIN_FILE)
  const wanted = main ? partFiles(main.text) : []
  const nameOf = (name: string) => wanted.find(each => each === name || each.endsWith(`/${name}`)) ?? name
  return Object.fromEntries(files.map(({ name, text }) => [nameOf(name), text]))
}

export const filesRead = async (files: readonly File[]): Promise<PlanSources> =>
  namedSources(await Promise.all(files.map(async file => ({ name: file.name, text: await file.text() }))))
