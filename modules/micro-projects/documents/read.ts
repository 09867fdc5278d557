import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { plaqueKeys } from '../shared/index.ts'

const read = (path: string): unknown => parse(readFileSync(join(import.meta.dirname, path), 'utf8'))

/** 附件1: the application with its signature sheet of 21 rows, which grows when more have signed. */
export const applicationForm = FormDefinition.parse(read('forms/application.yaml'))

/** 附件3: the acceptance form. */
export const acceptanceForm = FormDefinition.parse(read('forms/acceptance.yaml'))

const PlaqueText = z.strictObject({ key: z.enum(plaqueKeys), lines: z.array(z.string()).min(1), office: z.string() })
export type PlaqueText = z.infer<typeof PlaqueText>

/** 附件4: the plaques' words. */
export const plaqueTexts = z.array(PlaqueText).parse(read('plaques.yaml'))
