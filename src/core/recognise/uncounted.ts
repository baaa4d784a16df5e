/** Sums that a sheet did not give. */

/** =SUM(G9:G14) as text, #REF!. */
export function isUncounted(key: string): boolean {
  return /^=[A-Z]{2,}[(].*[)]$|^#(?:REF!|DIV\/0!|VALUE!|NAME[?]|N\/A|NUM!)$/i.test(key)
}
