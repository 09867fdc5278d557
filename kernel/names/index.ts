export type { GivenStrokes } from './character-key.ts'
export * from './shared/index.ts'
export {
  inStrokeOrder,
  type StrokeOrder,
  type StrokeOrderOptions,
  type StrokeRule,
  strokePlace,
  type UnknownCharacter,
} from './stroke-order.ts'
export { loadStrokes, type StrokeString, type StrokeTable, type TablePosition } from './strokes.ts'
