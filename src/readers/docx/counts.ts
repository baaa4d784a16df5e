/** What a document holds beside its text: told to whoever reads it. */
export interface Counts {
  pictures: number
  placeholders: number
  numbering: number
  embedded: number
  hidden: number
  deleted: number
  covered: number
  unknown: number
}

export const noCounts: Counts = {
  pictures: 0,
  numbering: 0,
  embedded: 0,
  placeholders: 0,
  hidden: 0,
  deleted: 0,
  covered: 0,
  unknown: 0,
}
