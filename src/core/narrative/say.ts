/** Words that the parts of the report share: figures as the form prints them, quotations, what is missing. */

import type {
  Band,
  Bilingual,
  Exact,
  Form,
  FormPath,
  Grade,
  NarrativeRow,
  Passage,
  Said,
  Sentence,
} from '../model/index.ts'
import { gradeWords } from '../texts/index.ts'

export function both(zh: string, en: string): Bilingual {
  return { zh, en }
}

/** A sentence with the fields it is taken from; of the whole form where none is named. */
export function sentence(zh: string, en: string, ...from: readonly FormPath[]): Sentence {
  const [first = 'form', ...others] = from
  return { say: { zh, en }, from: [first, ...others] }
}

export function paragraph(...sentences: readonly (Sentence | null)[]): Passage {
  return { kind: 'paragraph', sentences: sentences.filter((each) => each !== null) }
}

export function row(cells: readonly Said[], from: FormPath, bold = false): NarrativeRow {
  return bold ? { cells, from: [from], bold } : { cells, from: [from] }
}

/** A text of the form in one line: the blanks of line breaks between Chinese signs are none of its own. */
export function oneLine(raw: string): string {
  return raw
    .replace(/(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A text of the form as it is quoted: without the marks at its end, which the sentence sets itself. */
export function quoted(raw: string): string {
  return `“${oneLine(raw).replace(/[。；;，,]+$/, '')}”`
}

/** Two decimals where that is exact, else all there are. */
export function sayPoints(value: Exact): string {
  if (value.round(2).equals(value)) return value.toFixed(2)
  return value.round(6).equals(value) ? value.toString() : `≈${value.toFixed(6)}`
}

export function sayPercent(percent: Exact): string {
  return `${percent.round(2)}%`
}

/** '9.80', '83.91–99.63'; the upper end of a tier that ends below it is said so. */
export function sayBand({ min, max, maxExcluded }: Band): Bilingual {
  if (min.equals(max)) return both(sayPoints(min), sayPoints(min))
  const ends = `${sayPoints(min)}–${sayPoints(max)}`
  return maxExcluded === true ? both(`${ends}（不含上限）`, `${ends} (upper end excluded)`) : both(ends, ends)
}

export function sayGrades(grades: readonly Grade[]): Bilingual {
  return both(
    grades.map((grade) => `“${gradeWords[grade].zh}”`).join('或'),
    grades.map((grade) => gradeWords[grade].en).join(' or '),
  )
}

/** An amount as printed, with the form's unit of money. */
export function sayMoney(raw: string, form: Form): Bilingual {
  const unit = form.moneyUnit.raw
  return both(`${raw}${unit}`, unit === '' ? raw : `${raw} ${unit}`)
}

export const missing: Bilingual = both('表中未填', 'not filled in')

/** What is printed, or that nothing is. */
export function orMissing(raw: string): Said {
  const text = oneLine(raw)
  return text === '' ? missing : text
}

export function orDash(value: Exact | null): string {
  return value === null ? '—' : sayPoints(value)
}
