/** A byte for each sign: 1 for those given, else 0. Asked of every sign of every text. */
export function signTable(signs: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const sign of signs) table[sign.charCodeAt(0)] = 1
  return table
}

/** Some sign of the text is in the table. */
export function holdsSign(text: string, table: Uint8Array): boolean {
  for (let at = 0; at < text.length; at++) if (table[text.charCodeAt(at)] === 1) return true
  return false
}

/** As `holdsSign`, of a table without Han signs: these, nearly all of most texts, are not looked up. */
export function holdsMark(text: string, table: Uint8Array): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x4e00 || code > 0x9fff) && table[code] === 1) return true
  }
  return false
}
