export { createLog, type Fields, type LogLevel, log } from './log.ts'
