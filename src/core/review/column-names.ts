/** Columns of a draft in words, for the record and for whoever names a cell. */

import type { Bilingual } from '../model/index.ts'
import { fieldWords } from '../texts/index.ts'

/** A further column is called by the word of its header. */
export function columnName(column: string): Bilingual {
  const own = fieldWords[column]
  if (own !== undefined) return own
  const word = column.replace(/^extra\./, '')
  return { zh: word, en: word }
}
