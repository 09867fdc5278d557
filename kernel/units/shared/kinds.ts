/** Kinds of units from the top down, as offices call them, with the digits of their division code. */
export const unitKinds = {
  province: { label: '省', level: 1, digits: 6 },
  city: { label: '市', level: 2, digits: 6 },
  county: { label: '县区', level: 3, digits: 6 },
  township: { label: '乡镇街道', level: 4, digits: 9 },
  village: { label: '村社区', level: 5, digits: 12 },
  direct: { label: '直属单位', level: 9, digits: 6 },
} as const

export type UnitKind = keyof typeof unitKinds

export const unitKindNames = Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]

/**
 * Whether a kind of unit may stand below another: a territorial unit below a higher one (levels may be left out, as
 * in a county under its province), a unit directly under below anything, and only such ones below it.
 */
export const fitsBelow = (kind: UnitKind, parent: UnitKind): boolean =>
  kind === 'direct' || unitKinds[kind].level > unitKinds[parent].level

/** The kind meant by an office's words; null when it is none of ours. */
export const readKind = (words: string): UnitKind | null =>
  unitKindNames.find(kind => unitKinds[kind].label === words || synonyms[kind].includes(words)) ?? null

const synonyms: Record<UnitKind, string[]> = {
  province: ['省级', '自治区', '直辖市'],
  city: ['市级', '地市', '设区市', '州', '盟'],
  county: ['县', '区', '县级', '县（区）', '县(区)', '旗', '县级市'],
  township: ['乡镇', '街道', '乡', '镇', '乡镇（街道）', '乡镇(街道)'],
  village: ['村', '社区', '村（社区）', '村(社区)', '行政村'],
  direct: ['直属', '市直单位', '省直单位', '县直单位', '部门'],
}
