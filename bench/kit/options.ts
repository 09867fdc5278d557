import { parseArgs } from 'node:util'

/** What can be asked of a run; every benchmark reads what concerns it. */
export type Options = {
  /** Benchmarks to run; empty for all. */
  names: string[]
  units: number
  nominations: number
  /** Ballots of the record that is verified and leaves of the tree. */
  ballots: number
  /** Times that the server or the database is killed. */
  rounds: number
  /** Length of one measured run. */
  seconds: number
  /** Runs of each case, of which the median counts; server and reference take turns. */
  runs: number
  connections: number[]
  /** Only cases whose name begins so. */
  only: string
  /** A folder of real photographs; without it nothing is measured on any. */
  photographs: string | undefined
  /** How many of them are changed in every way. */
  sample: number
  /** A folder of signatures written with a real pen. */
  signatures: string | undefined
  /** Writes a CPU profile of the server into this folder. */
  profile: string | undefined
}

const defaults = {
  units: { type: 'string', default: '2000' },
  nominations: { type: 'string', default: '20000' },
  ballots: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '20' },
  seconds: { type: 'string', default: '1' },
  runs: { type: 'string', default: '3' },
  connections: { type: 'string', default: '1,16' },
  only: { type: 'string', default: '' },
  photographs: { type: 'string' },
  sample: { type: 'string', default: '60' },
  signatures: { type: 'string' },
  profile: { type: 'string' },
} as const

/** @throws TypeError for an option that does not exist */
export const readOptions = (args: string[]): Options => {
  const { values, positionals } = parseArgs({ args, options: defaults, allowPositionals: true })
  return {
    names: positionals,
    units: Number(values.units),
    nominations: Number(values.nominations),
    ballots: Number(values.ballots),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    runs: Number(values.runs),
    connections: values.connections.split(',').map(Number),
    only: values.only,
    photographs: values.photographs,
    sample: Number(values.sample),
    signatures: values.signatures,
    profile: values.profile,
  }
}
