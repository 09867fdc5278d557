// Placeholder until tools/snapshot.ts has run.
// biome-ignore lint/suspicious/noExplicitAny: generated
export type Tables = any
