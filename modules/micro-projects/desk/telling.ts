import { tellingFindings } from '../shared/index.ts'

/** Beside a field whose text will be public: what it says that is nobody's business, while it is typed. */
export const tellingHelp = (name: string, text: string) => {
  const [finding] = tellingFindings('', name, text, 'warning')
  return finding ? { validateStatus: 'warning' as const, help: finding.message } : {}
}
