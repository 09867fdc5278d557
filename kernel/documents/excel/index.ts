export { type Cell, cellCode, cellText, hasLostDigits } from './cell.ts'
export { type ReadLimits, readSheet } from './read.ts'
export { type Column, excelResponse, markBooks, type SheetContent, sheetOf, writeBook, writeSheet } from './write.ts'
