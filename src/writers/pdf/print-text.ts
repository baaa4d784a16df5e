/** Texts as they go to the compiler: all signs printable, words too long for their cell with places to break. */

/** A break that takes no room and is no sign. */
const BREAK = '\u200b'
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** Half of a sign of two units. */
const HALF_SIGN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function codeOf(sign: string): string {
  return `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** A sign that no font has is printed by its code: never as a box that says nothing. */
function printable(text: string, missing: ReadonlySet<string>): string {
  const clean = text
    .replace(HALF_SIGN, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replace(CONTROL, codeOf)
  return missing.size === 0 ? clean : [...clean].map((sign) => (missing.has(sign) ? codeOf(sign) : sign)).join('')
}

/** Lines break between Chinese signs and at blanks; anything else that runs on for longer than the cell may break anywhere. */
const RUN = /[^\s\u200b\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu

/** At the most, in points, for signs of ordinary size. */
function widthOf(run: readonly string[]): number {
  return run.reduce((sum, sign) => sum + (sign < '\u0250' ? (/[A-Z%@&mw]/.test(sign) ? 9 : 6) : 10), 0)
}

/** `width`: of the cell, with its padding, in points. */
export function printText(text: string, width: number, missing: ReadonlySet<string>): string {
  return printable(text, missing).replace(RUN, (run) => {
    const signs = [...run]
    return widthOf(signs) <= width - 6 ? run : signs.join(BREAK)
  })
}
