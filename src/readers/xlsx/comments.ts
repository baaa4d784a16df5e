/** Comments on cells: notes, and conversations (which office programs also keep as a note for older ones). */

import type { OfficePackage, PartProblem } from '../../containers/office-package.ts'
import { readCellName } from '../../containers/sheets/cell-names.ts'
import type { SheetCell } from '../../containers/sheets/content.ts'
import { attribute } from '../../containers/xml.ts'
import { RichText } from './shared-strings.ts'

export interface Comments {
  readonly comments: readonly SheetCell[]
  readonly problem: PartProblem | null
}

export function readComments(office: OfficePackage, part: string): Comments {
  const comments: SheetCell[] = []
  const rich = new RichText()
  let at: string | null = null
  let plain: string | null = null
  const problem = office.parse(part, {
    open: (name, attributes) => {
      if (name === 'comment' || name === 'threadedComment') at = attribute(attributes, 'ref') ?? ''
      else if (name === 'text' && at !== null) plain = ''
      else rich.open(name)
    },
    text: (text) => {
      rich.add(text)
      if (plain !== null) plain += text
    },
    close: (name) => {
      if (name !== 'comment' && name !== 'threadedComment') {
        rich.close(name)
        return
      }
      // A conversation holds plain text, a note runs of it.
      const runs = rich.take()
      const text = (name === 'comment' ? runs : (plain ?? '')).trim()
      const place = readCellName(at ?? '') ?? { row: 0, column: 0 }
      if (text !== '') comments.push({ ...place, text })
      at = null
      plain = null
    },
  })
  return { comments, problem }
}
