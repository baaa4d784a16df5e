/** Of the styles of a workbook: which number format a cell has, and whether it has a border. */

import { builtInFormats } from '../../containers/sheets/built-in-formats.ts'
import type { XmlPart } from '../office/package-edit.ts'
import { attributeValue, childNamed, type XmlElement } from '../office/xml-tree.ts'

export interface CellLooks {
  /** Format code by style. */
  readonly formats: readonly string[]
  /** By style. */
  readonly bordered: readonly boolean[]
}

export const noLooks: CellLooks = { formats: [], bordered: [] }

export function readLooks({ text, root }: XmlPart): CellLooks {
  const list = (name: string): readonly XmlElement[] => childNamed(root, name)?.children ?? []
  const own = new Map(
    list('numFmts').map((one) => [attributeValue(text, one, 'numFmtId'), attributeValue(text, one, 'formatCode')]),
  )
  const borders = list('borders').map((border) =>
    border.children.some((side) => !['', 'none'].includes(attributeValue(text, side, 'style') ?? '')),
  )
  const formats: string[] = []
  const bordered: boolean[] = []
  for (const style of list('cellXfs')) {
    const id = attributeValue(text, style, 'numFmtId') ?? '0'
    formats.push(own.get(id) ?? builtInFormats[Number(id)] ?? 'General')
    bordered.push(borders[Number(attributeValue(text, style, 'borderId') ?? 0)] ?? false)
  }
  return { formats, bordered }
}
