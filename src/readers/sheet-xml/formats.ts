/** Number formats of styles: by code, or by the names that Excel gives to the usual ones. */

import { type Attributes, attribute } from '../../containers/xml.ts'

const named: Readonly<Record<string, string>> = {
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Currency: '¥#,##0.00;¥-#,##0.00',
  'Euro Currency': '€#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
}

interface Style {
  readonly parent: string | null
  code: string | null
}

/** Styles inherit from one another; a ring of them ends. */
const GENERATIONS = 16

export class Formats {
  readonly #styles = new Map<string, Style>()
  #open: Style | null = null

  openStyle(attributes: Attributes): void {
    this.#open = { parent: attribute(attributes, 'Parent') ?? null, code: null }
    this.#styles.set(attribute(attributes, 'ID') ?? '', this.#open)
  }

  closeStyle(): void {
    this.#open = null
  }

  numberFormat(attributes: Attributes): void {
    if (this.#open === null) return
    const format = attribute(attributes, 'Format') ?? 'General'
    this.#open.code = Object.hasOwn(named, format) ? named[format]! : format
  }

  /** The format code of a style; what no style says, the default one does. */
  codeOf(id: string): string {
    let next: string | null = id
    for (let step = 0; next !== null && step < GENERATIONS; step++) {
      const style = this.#styles.get(next)
      if (style?.code != null) return style.code
      next = style?.parent ?? null
    }
    return this.#styles.get('Default')?.code ?? 'General'
  }
}
