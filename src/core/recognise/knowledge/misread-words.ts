/** Words of the field that recognition turns into what is no word at all: one of their signs is rare, and looks like others. */

/** What is read, and the word that is meant. */
const MISREAD: readonly (readonly [read: RegExp, meant: string])[] = [
  // 修葺, to repair a building or a monument: 葺 comes back as 茸, 聋 or 莺.
  [/修[茸聋聾莺蓉]/g, '修葺'],
]

/** The text with the words that are meant; the same text where it has none such. */
export function withMeantWords(text: string): string {
  return MISREAD.reduce((made, [read, meant]) => made.replace(read, meant), text)
}
