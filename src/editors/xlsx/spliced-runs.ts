/** Stretches of a text written over where it stands in runs, each with its look. */

import type { CellEdit } from '../../core/model/index.ts'
import { spliceTexts } from '../office/spliced-texts.ts'
import { TextEdits } from '../office/text-edits.ts'
import { decodeEntities } from '../office/xml-tree.ts'
import { sheetText } from './xml-text.ts'

/** Text nodes of the runs, read as one text, with stretches written over. */
export function spliceRuns(inside: string, writes: readonly CellEdit[]): string {
  const withoutReadings = inside.replace(/<(\w+:)?rPh\b[\s\S]*?<\/\1?rPh>|<(?:\w+:)?phoneticPr\b[^>]*\/>/g, '')
  const nodes: { readonly start: number; readonly end: number; readonly from: number; readonly text: string }[] = []
  let from = 0
  for (const match of withoutReadings.matchAll(/<((?:\w+:)?t)(?:\s[^>]*)?>([^<]*)<\/\1>/g)) {
    const start = match.index + match[0].indexOf('>') + 1
    const text = decodeEntities(match[2]!)
    nodes.push({ start, end: start + match[2]!.length, from, text })
    from += text.length
  }
  const edits = new TextEdits()
  for (const [index, now] of spliceTexts(nodes, writes).entries()) {
    edits.replace(nodes[index]!.start, nodes[index]!.end, sheetText(now))
  }
  return edits.apply(withoutReadings).replace(/<((?:\w+:)?t)>/g, '<$1 xml:space="preserve">')
}
