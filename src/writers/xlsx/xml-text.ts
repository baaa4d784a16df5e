/** Text as XML: what XML cannot hold is written as spreadsheets write it, `_xHHHH_`, and reads back as it was. */

const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g
const NOT_IN_XML =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const MARKUP = /[&<>]/g
/** Most texts hold no sign that is written otherwise: one look tells. */
const PLAIN = /^[^\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff&<>_"]*$/
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function hex(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** The text of a cell. A carriage return is written out too: XML would turn it into a line feed. */
export function cellText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(NOT_IN_XML, hex)
    .replace(MARKUP, (sign) => entities[sign]!)
}

/** Plain text of a part that knows no such escapes (names, titles): what XML cannot hold is left out. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(NOT_IN_XML, '')
    .replace(MARKUP, (sign) => entities[sign]!)
    .replaceAll('"', '&quot;')
}
