import { partReader } from './reader.ts'
import type { Ways } from './stream.ts'

/** Reads on the core that asks: where there are no workers. */
export const onOneCore: Ways['open'] = async options => ({
  read: await partReader(options),
  cores: 1,
  close: () => undefined,
})
