export { type Attempt, defineJob, type Job } from './define.ts'
export { enqueue, installQueue } from './enqueue.ts'
export { type RunningJobs, startJobs } from './start.ts'
export { registerSweep, runSweeps, type Sweep } from './sweep.ts'
