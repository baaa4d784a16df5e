/** Text as it stands in a sheet: what XML cannot hold is written `_xHHHH_`, as spreadsheets do. */

const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g
const NOT_IN_XML =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Markup signs as entities; good for texts and for values of attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!)
}

export function sheetText(text: string): string {
  const escaped = text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(NOT_IN_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
  return escapeMarkup(escaped)
}
