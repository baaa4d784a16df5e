/** Of the styles of a workbook: which number format a cell has, how large its font is, and whether it has a border. */

import { builtInFormats } from '../../containers/sheets/built-in-formats.ts'
import type { XmlPart } from '../office/package-edit.ts'
import { attributeValue, childNamed, type XmlElement } from '../office/xml-tree.ts'

export interface CellLooks {
  /** Format code by style. */
  readonly formats: readonly string[]
  /** By style. */
  readonly bordered: readonly boolean[]
  /** Size of the font in points, by style. */
  readonly sizes: readonly number[]
}

export const noLooks: CellLooks = { formats: [], bordered: [], sizes: [] }

/** Of a font that names none, as programs take it. */
export const USUAL_SIZE = 11

export function readLooks({ text, root }: XmlPart): CellLooks {
  const list = (name: string): readonly XmlElement[] => childNamed(root, name)?.children ?? []
  const own = new Map(
    list('numFmts').map((one) => [attributeValue(text, one, 'numFmtId'), attributeValue(text, one, 'formatCode')]),
  )
  const borders = list('borders').map((border) =>
    border.children.some((side) => !['', 'none'].includes(attributeValue(text, side, 'style') ?? '')),
  )
  const fonts = list('fonts').map((font) => {
    const size = childNamed(font, 'sz')
    return Number((size && attributeValue(text, size, 'val')) ?? USUAL_SIZE)
  })
  const formats: string[] = []
  const bordered: boolean[] = []
  const sizes: number[] = []
  for (const style of list('cellXfs')) {
    const id = attributeValue(text, style, 'numFmtId') ?? '0'
    formats.push(own.get(id) ?? builtInFormats[Number(id)] ?? 'General')
    bordered.push(borders[Number(attributeValue(text, style, 'borderId') ?? 0)] ?? false)
    sizes.push(fonts[Number(attributeValue(text, style, 'fontId') ?? 0)] ?? USUAL_SIZE)
  }
  return { formats, bordered, sizes }
}
