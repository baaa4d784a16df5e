/** How cells look, gathered while sheets are drawn: each different look is one style of the workbook. */

import { fontSizes } from '../../containers/form-page/page.ts'
import type { CellStyle } from '../../core/model/index.ts'
import type { Fill, Mark } from './book.ts'
import { plainText } from './xml-text.ts'

export interface Look {
  readonly role: CellStyle['role']
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  readonly bordered: boolean
  /** Number format; absent for texts. */
  readonly format?: string
  readonly guarded: boolean
  readonly fill?: Fill
  /** Can be changed on a protected sheet. */
  readonly open?: true
}

const SONG = '宋体'
const FANGSONG = '仿宋'

/** Formats that every workbook has, by the id they have there. */
const builtIn: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
])

const FIRST_OWN_FORMAT = 164

/** What a look may be made of, numbered. */
const roles: Readonly<Record<Look['role'], number>> = {
  title: 0,
  header: 1,
  label: 2,
  text: 3,
  number: 4,
  total: 5,
  note: 6,
}
const aligns: Readonly<Record<Look['align'], number>> = { left: 0, center: 1, right: 2 }
const fills: Readonly<Record<Fill, number>> = { input: 1, computed: 2, head: 3 }

/** Pale enough that they hardly show in print. */
const fillColours: Readonly<Record<Fill, string>> = { input: 'FFFFFBE6', computed: 'FFF0F0F0', head: 'FFE4ECF5' }
const markColours: Readonly<Record<Mark['colour'], readonly [text: string, ground: string]>> = {
  red: ['FF9C0006', 'FFFFC7CE'],
  amber: ['FF7F5F00', 'FFFFEB9C'],
  grey: ['FF808080', 'FFEDEDED'],
}

function fontOf(look: Look): string {
  const size = look.role === 'title' ? fontSizes.title : fontSizes.text
  const name = look.role === 'text' || look.role === 'note' || look.role === 'number' ? FANGSONG : SONG
  return `<font>${look.bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF000000"/><name val="${name}"/><charset val="134"/></font>`
}

/** Distinct texts in the order first asked for. */
class Pool {
  readonly #ids = new Map<string, number>()

  constructor(...first: readonly string[]) {
    for (const text of first) this.id(text)
  }

  id(text: string): number {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(text, id)
    return id
  }

  get texts(): readonly string[] {
    return [...this.#ids.keys()]
  }
}

const side = (name: string) => `<${name} style="thin"><color rgb="FF000000"/></${name}>`
const noBorder = '<border><left/><right/><top/><bottom/><diagonal/></border>'
const fullBorder = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`

const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`

export class Styles {
  readonly #fonts = new Pool(`<font><sz val="11"/><name val="${SONG}"/><charset val="134"/></font>`)
  readonly #borders = new Pool(noBorder)
  readonly #formats = new Pool()
  readonly #fills = new Pool(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  )
  readonly #cells = new Pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')
  readonly #marks = new Pool()

  /** By format, then by all else that a look is made of as one number: nearly all cells have one that was seen before. */
  readonly #known = new Map<string | undefined, (number | undefined)[]>()

  /** The style id for the cells of this look. */
  id(look: Look): number {
    const { role, align, bold, bordered, format, guarded, fill, open } = look
    let ids = this.#known.get(format)
    if (ids === undefined) {
      ids = []
      this.#known.set(format, ids)
    }
    const flags = Number(bold) + 2 * Number(bordered) + 4 * Number(guarded) + 8 * Number(open === true)
    const place = ((roles[role] * 3 + aligns[align]) * 4 + (fill === undefined ? 0 : fills[fill])) * 16 + flags
    const known = ids[place]
    if (known !== undefined) return known
    const id = this.#make(look)
    ids[place] = id
    return id
  }

  #make(look: Look): number {
    const font = this.#fonts.id(fontOf(look))
    const border = this.#borders.id(look.bordered ? fullBorder : noBorder)
    const format =
      look.format === undefined ? 0 : (builtIn.get(look.format) ?? FIRST_OWN_FORMAT + this.#formats.id(look.format))
    const fill = look.fill === undefined ? 0 : this.#fills.id(solid(fillColours[look.fill]))
    const filled = fill === 0 ? '' : ' applyFill="1"'
    const open = look.open === true ? ['<protection locked="0"/>', ' applyProtection="1"'] : ['', '']
    return this.#cells.id(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${look.guarded ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1"${filled} applyBorder="1" applyAlignment="1"${open[1]}><alignment horizontal="${look.align}" vertical="center" wrapText="1"/>${open[0]}</xf>`,
    )
  }

  /** The id of a look that a condition puts on. */
  markId(colour: Mark['colour']): number {
    const [text, ground] = markColours[colour]
    return this.#marks.id(
      `<dxf><font><color rgb="${text}"/></font><fill><patternFill><bgColor rgb="${ground}"/></patternFill></fill></dxf>`,
    )
  }

  toXml(): string {
    const formats = this.#formats.texts
    const list = (name: string, items: readonly string[]) =>
      `<${name} count="${items.length}">${items.join('')}</${name}>`
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0
        ? ''
        : list(
            'numFmts',
            formats.map(
              (code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${plainText(code)}"/>`,
            ),
          ),
      list('fonts', this.#fonts.texts),
      list('fills', this.#fills.texts),
      list('borders', this.#borders.texts),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.#cells.texts),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      this.#marks.texts.length === 0 ? '' : list('dxfs', this.#marks.texts),
      '</styleSheet>',
    ].join('')
  }
}
