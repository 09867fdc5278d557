/** The pattern for `like` that finds a text anywhere, its own % and _ taken as they are. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`
