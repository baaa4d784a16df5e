/** Report in words → PDF: upright A4 as official documents are set, charts as vectors, bookmarks, the form's data attached. */

import type { Shape } from '../../containers/chart/picture.ts'
import { signatureLines } from '../../containers/form-page/signatures.ts'
import {
  type Flow,
  flowOf,
  narrativePaper,
  narrativeRoom,
  narrativeSizes,
} from '../../containers/narrative-page/flow.ts'
import type { Lang, Narrative } from '../../core/model/index.ts'
import { compilePages } from './compile.ts'
import { narrativeTemplate } from './narrative-template.ts'
import { printText } from './print-text.ts'

export interface WriteNarrativePdfOptions {
  /** The form as JSON: attached as form.json. */
  readonly json?: string
}

function textsOf(flow: Flow): readonly string[] {
  return flow.pieces.flatMap((piece) => {
    switch (piece.kind) {
      case 'table':
        return [piece.caption, ...piece.columns.map(({ head }) => head), ...piece.rows.flatMap(({ cells }) => cells)]
      case 'picture':
        return [piece.caption, ...piece.picture.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))]
      default:
        return [piece.text]
    }
  })
}

function dataOf(flow: Flow, options: WriteNarrativePdfOptions, missing: ReadonlySet<string>): unknown {
  const text = (raw: string, width = narrativeRoom) => printText(raw, width, missing)
  const shape = (each: Shape) =>
    each.kind === 'text' ? { ...each, text: printText(each.text, narrativeRoom, missing) } : each
  return {
    ...narrativePaper,
    sizes: narrativeSizes,
    lang: flow.lang,
    title: text(flow.title),
    subtitle: text(flow.subtitle),
    pieces: flow.pieces.map((piece) => {
      switch (piece.kind) {
        case 'table':
          return {
            kind: piece.kind,
            caption: text(piece.caption),
            columns: piece.columns.map(({ head, share, align }) => ({
              head: text(head, share * narrativeRoom),
              share,
              align,
            })),
            rows: piece.rows.map(({ cells, bold }) => ({
              cells: cells.map((cell, index) => text(cell, piece.columns[index]!.share * narrativeRoom)),
              bold,
            })),
          }
        case 'picture': {
          const { width, height, shapes, alt } = piece.picture
          return { kind: piece.kind, caption: text(piece.caption), width, height, alt, shapes: shapes.map(shape) }
        }
        default:
          return { ...piece, text: text(piece.text) }
      }
    }),
    signatures: signatureLines([]),
    attached: options.json ?? '',
  }
}

/** Draws a report in words. Throws NoPdfCompiler where the platform has none. */
export async function writeNarrativePdf(
  narrative: Narrative,
  lang: Lang,
  options: WriteNarrativePdfOptions = {},
): Promise<Uint8Array> {
  const flow = flowOf(narrative, lang)
  return compilePages({
    template: narrativeTemplate,
    texts: [flow.title, flow.subtitle, ...textsOf(flow), ...signatureLines([])],
    data: (missing) => dataOf(flow, options, missing),
  })
}
