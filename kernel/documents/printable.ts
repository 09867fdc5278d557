/** Control characters other than tab and line ends, and what is no character at all: no format may hold them. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** Text without the characters that XML 1.0 (§2.2) and PDF cannot hold. */
export const printable = (text: string): string => text.toWellFormed().replace(UNPRINTABLE, '')
