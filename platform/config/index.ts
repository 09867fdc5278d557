export { type Config, ConfigError, readConfig } from './config.ts'
export { readSecret } from './secret.ts'
