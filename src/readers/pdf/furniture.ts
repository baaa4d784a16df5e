/** Page numbers, and running headers and footers after their first time, are left out on purpose and said. */

import type { SeenAt } from '../../containers/findings.ts'
import type { LineItem, PageContent } from '../../containers/page-flow.ts'

export interface WithoutFurniture {
  readonly pages: PageContent[]
  readonly pageNumbers: readonly SeenAt[]
  readonly repeated: readonly SeenAt[]
}

/** Parts of the longer side of a page, since margins do not shrink with a page that lies on its side: where page numbers may stand, and where only headers and footers do. */
const NUMBER_ZONE = 0.12
const MARGIN = 0.065
/** A running header stands on so many pages at least, or on all of a shorter document. */
const LEAST_PAGES = 3

interface Candidate {
  readonly page: number
  readonly line: LineItem
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const DECORATED =
  /^(?:第\d{1,4}页(?:[,/]?共\d{1,4}页)?|[-—–─]+\d{1,4}[-—–─]+|\d{1,4}\/\d{1,4}|page\d{1,4}(?:of\d{1,4})?)$/i
const BARE = /^\d{1,4}$/

function zone(page: PageContent, line: LineItem, part: number): boolean {
  const [, y, , height] = line.box
  const depth = Math.max(page.width, page.height) * part
  return y + height < depth || y > page.height - depth
}

function linesIn(pages: readonly PageContent[], part: number): Candidate[] {
  return pages.flatMap((page) =>
    page.items.flatMap((item) =>
      item.kind === 'line' && zone(page, item, part) ? [{ page: page.page, line: item }] : [],
    ),
  )
}

/** Bare numbers that count the pages: the same distance from the number of the sheet, twice at least. */
function countingNumbers(candidates: readonly Candidate[], pageCount: number): Candidate[] {
  const bare = candidates.filter(({ line }) => BARE.test(plain(line.text)))
  const offsets = new Map<number, number>()
  const offset = ({ page, line }: Candidate): number => Number(plain(line.text)) - page
  for (const candidate of bare) offsets.set(offset(candidate), (offsets.get(offset(candidate)) ?? 0) + 1)
  return bare.filter((candidate) => {
    const at = offset(candidate)
    return (offsets.get(at) ?? 0) > 1 || (pageCount === 1 && at === 0)
  })
}

function usualHeight(pages: readonly PageContent[]): number {
  const heights = pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item.box[3]] : [])))
  heights.sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 0
}

function runningLines(pages: readonly PageContent[]): Candidate[] {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of linesIn(pages, MARGIN)) {
    const key = `${plain(candidate.line.text)}@${Math.round(candidate.line.box[1] / 6)}`
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  // A title is larger than a header; each form has its own.
  const tallest = usualHeight(pages) * 1.2
  const least = Math.max(2, Math.min(LEAST_PAGES, pages.length))
  return [...groups.values()].flatMap((group) =>
    group.length >= least && group[0]!.line.box[3] <= tallest ? group.slice(1) : [],
  )
}

function seen({ page, line }: Candidate): SeenAt {
  return { text: line.text, source: { kind: 'page', page, box: line.box } }
}

export function withoutFurniture(pages: readonly PageContent[]): WithoutFurniture {
  const outer = linesIn(pages, NUMBER_ZONE)
  const numbers = [
    ...outer.filter(({ line }) => DECORATED.test(plain(line.text))),
    ...countingNumbers(outer, pages.length),
  ]
  const repeated = runningLines(pages).filter(({ line }) => !numbers.some((number) => number.line === line))
  const dropped = new Set([...numbers, ...repeated].map(({ line }) => line))
  return {
    pages: pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => item.kind !== 'line' || !dropped.has(item)),
    })),
    pageNumbers: numbers.map(seen),
    repeated: repeated.map(seen),
  }
}
