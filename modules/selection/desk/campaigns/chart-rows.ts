import type { overviewApi } from '../../shared/index.ts'

type Parts = overviewApi.Progress['parts']

/** One bar for each category and class of unit; places without a limit have no open part. */
export const chartRows = (parts: Parts) =>
  parts.map(({ categoryName, className, places, draft, handedIn, returned }) => ({
    label: `${categoryName} · ${className}`,
    已报: handedIn,
    退回: returned,
    草稿: draft,
    空缺: Math.max(0, (places ?? 0) - draft - handedIn - returned),
  }))

/** The chart's gist for those who cannot see it: “实事项目已报12个（名额45个）；……”. */
export const chartWords = (parts: Parts): string => {
  const categories = [...new Set(parts.map(({ categoryName }) => categoryName))]
  const sentences = categories.map(name => {
    const own = parts.filter(({ categoryName }) => categoryName === name)
    const sum = (of: (part: Parts[number]) => number) => own.reduce((total, part) => total + of(part), 0)
    const places = own.every(part => part.places !== null) ? `（名额${sum(part => part.places!)}个）` : '（名额不限）'
    return `${name}已报${sum(part => part.handedIn)}个${places}`
  })
  return sentences.length > 0 ? `${sentences.join('；')}。` : ''
}
