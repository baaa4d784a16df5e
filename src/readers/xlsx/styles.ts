/** Number formats of a workbook, by the style index that cells carry. */

import type { OfficePackage, PartProblem } from '../../containers/office-package.ts'
import { builtInFormats } from '../../containers/sheets/built-in-formats.ts'
import { attribute } from '../../containers/xml.ts'

export interface Formats {
  readonly codes: readonly string[]
  readonly problem: PartProblem | null
}

/** The format code of each cell style, in their order. */
export function readFormats(office: OfficePackage, part: string): Formats {
  const own = new Map<string, string>()
  const ids: string[] = []
  let inCells = false
  const problem = office.parse(part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) ids.push(attribute(attributes, 'numFmtId') ?? '0')
      else if (name === 'numFmt') {
        const id = attribute(attributes, 'numFmtId')
        if (id !== undefined) own.set(id, attribute(attributes, 'formatCode') ?? 'General')
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return { codes: ids.map((id) => own.get(id) ?? builtInFormats[Number(id)] ?? 'General'), problem }
}
