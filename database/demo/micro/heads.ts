const surnames = [...'张李王赵钱孙周吴郑冯陈蒋沈韩杨朱秦许何吕']

const given = [
  ...['福生', '桂花', '长庚', '秀珍', '有根', '玉梅', '水生', '金莲', '春生', '冬英', '根发', '菊香', '满仓', '腊梅'],
  ...['炳坤', '凤英', '土根', '兰香', '德贵', '月娥', '来喜', '翠莲', '火生', '银花', '树林', '素芬', '宝田', '荷香'],
  ...['运来', '巧云', '贵田'],
]

/** How many heads of households one work has at most: each work of the demo takes names of its own. */
const MOST = 8

/** Made-up heads of households, alike for the same work; no name twice among 77 works (20 surnames and 31 given names). */
export const headsOf = (seed: number, many: number): string[] =>
  Array.from({ length: many }, (_, n) => {
    const at = (seed - 1) * MOST + n
    return surnames[(at * 7) % surnames.length]! + given[(at * 11) % given.length]!
  })
