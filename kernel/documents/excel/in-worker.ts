import { refuse } from '#platform/http/index.ts'
import { limitedWorker } from '#platform/sandbox/index.ts'
import type { ExcelAnswer, ExcelTask } from './worker.ts'

/**
 * Reads or writes a workbook in a limited thread.
 * @throws Problem 422 `excel.too-heavy`
 */
export const inWorker = limitedWorker<ExcelTask, ExcelAnswer>({
  script: new URL('./worker.ts', import.meta.url),
  seconds: 20,
  memoryMb: 256,
  atOnce: 2,
  tasks: 50,
  tooHeavy: () =>
    refuse('excel.too-heavy', '这个表格太复杂，没有读完。请只保留要导入的工作表，去掉图片和空白行，另存后再试。', {
      status: 422,
    }),
})
