import { holdsMark, signTable } from './sign-table.ts'

/** White space, as regular expressions know it (`\s`). */
export const blankSigns =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

const blanks = signTable(blankSigns)
const BLANKS = /\s+/gu

/** The text without any white space. Most cells have none, and are given back without a search. */
export function withoutBlanks(text: string): string {
  return holdsMark(text, blanks) ? text.replace(BLANKS, '') : text
}
