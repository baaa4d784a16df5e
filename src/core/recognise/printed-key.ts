/** What of a printed text counts when it is compared: compatibility forms folded, no white space. */

const SELF = 1
const WIDE = 2
const BLANK = 3
/** How each sign folds where it does so by itself; 0: together with its neighbours, or into several. */
const foldsTo = new Uint8Array(0x10000)

function fillTable(): void {
  foldsTo.fill(SELF, 0x21, 0x7f)
  foldsTo.fill(SELF, 0x4e00, 0xa000)
  for (const sign of '、。《》“”‘’≥≤—·') foldsTo[sign.charCodeAt(0)] = SELF
  foldsTo.fill(WIDE, 0xff01, 0xff5f)
  for (const code of [0x09, 0x0a, 0x0d, 0x20, 0xa0, 0x3000]) foldsTo[code] = BLANK
}
fillTable()

function foldAll(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '')
}

/** As printed, with compatibility forms (full-width letters, brackets, digits) folded and without white space. */
export function printedKey(text: string): string {
  let folded = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const how = foldsTo[code]
    if (how === SELF) continue
    if (how === 0) return foldAll(text)
    folded += how === WIDE ? text.slice(kept, at) + String.fromCharCode(code - 0xfee0) : text.slice(kept, at)
    kept = at + 1
  }
  return kept === 0 ? text : folded + text.slice(kept)
}
