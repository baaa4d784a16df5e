/** Text as it stands in a run of a document; what XML cannot hold is written as its code. */

const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function wordText(text: string): string {
  return text
    .replace(NOT_IN_XML, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"]/g, (sign) => entities[sign]!)
}

/** The inside of a run: lines and tabs are elements of their own. `w` is the prefix of the document's elements. */
export function runInside(text: string, w: string): string {
  return text
    .split(/(\r\n|[\r\n\t])/)
    .map((piece) => {
      if (piece === '') return ''
      if (piece === '\t') return `<${w}tab/>`
      return /^[\r\n]/.test(piece) ? `<${w}br/>` : `<${w}t xml:space="preserve">${wordText(piece)}</${w}t>`
    })
    .join('')
}
