/** Text as WordprocessingML: lines and tabs are elements of their own; what XML cannot hold is written as its code. */

const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const MARKUP = /[&<>"]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  return text
    .replace(NOT_IN_XML, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(MARKUP, (sign) => entities[sign]!)
}

/** The inside of a run: `<w:t>`, `<w:br/>`, `<w:tab/>`. */
export function runText(text: string): string {
  return text
    .split(/(\r\n|[\r\n\t])/)
    .map((piece) => {
      if (piece === '') return ''
      if (piece === '\t') return '<w:tab/>'
      if (/^[\r\n]/.test(piece)) return '<w:br/>'
      return `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`
    })
    .join('')
}
