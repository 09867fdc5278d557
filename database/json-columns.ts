/**
 * What the jsonb columns hold, for the generated table types: 'schema.table.column' → a type and the module
 * it comes from. A column that is not named here reads as `JsonValue`. Run `npm run db:snapshot` afterwards.
 */
export const jsonColumns: Record<string, { type: string; from: string }> = {}
