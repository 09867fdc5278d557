/** A list with the item at `from` moved to `to`; outside the list nothing moves. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return [...list]
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}

/** What a screen reader is told after a move: “张三 移到第2位，共3位”. */
export const moveWords = (name: string, place: number, total: number) => `${name} 移到第${place + 1}位，共${total}位`
