/** What a workbook says before its sheets: their names and places, formats, shared texts. */

import { builtInFormats } from '../../containers/sheets/built-in-formats.ts'
import { limits } from './limits.ts'
import { BIFF8, narrowText, type RecordCursor, records, TextCursor } from './records.ts'

export interface SheetEntry {
  readonly name: string
  readonly at: number
  readonly hidden: boolean
}

export interface Workbook {
  readonly version: number
  readonly sheets: readonly SheetEntry[]
  /** More sheets than are read. */
  readonly sheetCount: number
  readonly from1904: boolean
  readonly codePage: number
  /** Format code of each style. */
  readonly formats: readonly string[]
  readonly texts: readonly string[]
  readonly tooManyTexts: boolean
  readonly encrypted: boolean
  readonly hasMacros: boolean
  readonly hasLinks: boolean
}

export function readWorkbook(cursor: RecordCursor): Workbook {
  let version = BIFF8
  let codePage = 0
  let from1904 = false
  let encrypted = false
  let hasMacros = false
  let hasLinks = false
  let sheetCount = 0
  let tooManyTexts = false
  const sheets: { name: Uint8Array; at: number; hidden: boolean }[] = []
  const codes = new Map<number, Uint8Array | string>()
  const styles: number[] = []
  const texts: string[] = []
  for (let record = cursor.next(); record !== null && record.id !== records.end; record = cursor.next()) {
    const { id, body, view } = record
    const wide = version === BIFF8
    switch (id) {
      case records.begin:
        if (body.length >= 2) version = view.getUint16(0, true)
        break
      case records.filePass:
        encrypted = true
        break
      case records.codePage:
        if (body.length >= 2) codePage = view.getUint16(0, true)
        break
      case records.dateMode:
        from1904 = body[0] === 1
        break
      case records.project:
        hasMacros = true
        break
      case records.externalBook:
        if (body.length >= 4 && view.getUint16(2, true) !== 0x0401 && view.getUint16(2, true) !== 0x3a01)
          hasLinks = true
        break
      case records.sheet:
        // Charts and modules are no sheets of cells.
        if (body.length < 7 || body[5] !== 0) break
        sheetCount++
        if (sheets.length < limits.sheets) {
          sheets.push({ name: body.subarray(6), at: view.getUint32(0, true), hidden: (body[4]! & 3) !== 0 })
        }
        break
      case records.format:
        if (body.length < 4) break
        codes.set(view.getUint16(0, true), wide ? new TextCursor([body], 2).text(2) : body.subarray(3, 3 + body[2]!))
        break
      case records.style:
        if (body.length >= 4) styles.push(view.getUint16(2, true))
        break
      case records.sharedTexts: {
        const cursorOfTexts = new TextCursor([body, ...cursor.continued()], 8)
        const count = body.length < 8 ? 0 : view.getUint32(4, true)
        tooManyTexts = count > limits.cells
        for (let left = Math.min(count, limits.cells); left > 0 && !cursorOfTexts.done; left--) {
          texts.push(cursorOfTexts.text(2))
        }
      }
    }
  }
  const narrow = (bytes: Uint8Array) => narrowText(bytes, codePage)
  return {
    version,
    sheets: sheets.map(({ name, at, hidden }) => ({
      name: version === BIFF8 ? new TextCursor([name]).text(1) : narrow(name.subarray(1, 1 + name[0]!)),
      at,
      hidden,
    })),
    sheetCount,
    from1904,
    codePage,
    formats: styles.map((id) => {
      const code = codes.get(id)
      if (code === undefined) return builtInFormats[id] ?? 'General'
      return typeof code === 'string' ? code : narrow(code)
    }),
    texts,
    tooManyTexts,
    encrypted,
    hasMacros,
    hasLinks,
  }
}
