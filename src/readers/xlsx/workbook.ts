/** The workbook: its sheets in their order, and how it counts days. */

import type { OfficePackage, PartProblem } from '../../containers/office-package.ts'
import { attribute } from '../../containers/xml.ts'

export interface SheetEntry {
  readonly name: string
  /** Path of its part; null where the workbook names a sheet that has none, or one without cells (a chart). */
  readonly part: string | null
  readonly hidden: boolean
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly from1904: boolean
  readonly sharedStrings: string | null
  readonly styles: string | null
  readonly problem: PartProblem | null
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

export function readWorkbook(office: OfficePackage, part: string): Workbook {
  const links = office.relationships(part)
  const sheets: SheetEntry[] = []
  let from1904 = false
  const problem = office.parse(part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'))
      if (name !== 'sheet') return
      const link = links.find(({ id }) => id === attribute(attributes, 'id'))
      if (link !== undefined && link.type !== 'worksheet') return
      const state = attribute(attributes, 'state')
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        part: link?.target ?? null,
        hidden: state === 'hidden' || state === 'veryHidden',
      })
    },
    close: () => {},
  })
  const target = (type: string, usual: string) =>
    links.find((link) => link.type === type)?.target ?? (office.has(usual) ? usual : null)
  return {
    sheets,
    from1904,
    sharedStrings: target('sharedStrings', 'xl/sharedStrings.xml'),
    styles: target('styles', 'xl/styles.xml'),
    problem,
  }
}
