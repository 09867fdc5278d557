import { type Field, type FieldFinding, kindOf } from '#kernel/forms/shared/index.ts'
import type { Plan } from './plan/index.ts'

/** What the organiser of a campaign fills in, by the plan's keys: telephones and addresses, which no plan carries. */
export type CampaignSettings = Record<string, string>

export type PlanSetting = Plan['settings'][number]

/** The form field that a setting is written as; the key's ending tells telephones and mail addresses from words. */
export const fieldOfSetting = ({ key, name, required }: PlanSetting): Field => {
  const common = { key: key.replaceAll('-', '_'), label: name, required }
  if (key.endsWith('-phone')) return { ...common, kind: 'phone' } as Field
  if (key.endsWith('-email')) return { ...common, kind: 'email' } as Field
  return { ...common, kind: 'text', maxLength: 200 } as Field
}

/** A value tidied as its field does, with what is wrong with it; an empty one is right, it only stays to do. */
export const readSetting = (setting: PlanSetting, raw: string): { value: string; faults: FieldFinding[] } => {
  const field = fieldOfSetting(setting)
  const kind = kindOf(field)
  const value = String(kind.normalise(raw, field)).trim()
  if (value === '') return { value, faults: [] }
  const faults = kind.validate(value, field, undefined as never)
  return { value, faults: faults.map(fault => ({ ...fault, path: `settings.${setting.key}` })) }
}

/** Names of the required settings that nobody has filled in yet, in the plan's order. */
export const settingsLeft = ({ settings }: Pick<Plan, 'settings'>, values: CampaignSettings): string[] =>
  settings.filter(({ key, required }) => required && !values[key]).map(({ name }) => name)
