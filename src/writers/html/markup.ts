/** Markup that cannot be forged: every text put into a template is escaped, and signs that hide or turn text are shown. */

export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Piece = Markup | string | number | null | false | readonly Piece[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Signs that are not seen but change what is seen: controls, zero-width signs, marks that turn the direction of text. */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function codeOf(sign: string): string {
  return `⟦U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`
}

/** A text as it may stand between tags and inside quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogate, codeOf)
    .replace(hidden, codeOf)
    .replace(/[&<>"']/g, (sign) => entities[sign]!)
}

function print(piece: Piece): string {
  if (piece === null || piece === false) return ''
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'string') return escapeText(piece)
  if (typeof piece === 'number') return String(piece)
  return piece.map(print).join('')
}

/** html`<td>${text}</td>`: pieces are escaped unless they are markup themselves. Attributes are always quoted. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = strings[0]!
  pieces.forEach((piece, index) => {
    text += print(piece) + strings[index + 1]!
  })
  return new Markup(text)
}

/** Pieces with a separator between them. */
export function joined(pieces: readonly Piece[], separator: Piece): Piece {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
}
