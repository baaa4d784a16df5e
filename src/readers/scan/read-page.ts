/** One page: straightened, its ruling lines and tables found, every cell and every line outside read. */

import type { PageContent, PageItem, TableCell } from '../../containers/page-flow.ts'
import { asDisplayed } from '../../containers/quarter-turns.ts'
import type { Box } from '../../containers/ruled-table.ts'
import type { Blob } from './components.ts'
import type { Engine } from './engine.ts'
import { inkOf, smoothGrain } from './ink.ts'
import { joined, readDashes, readNarrow } from './join-lines.ts'
import type { ColourPicture } from './raster.ts'
import { isNoise, upright } from './upright.ts'

export interface PagePicture {
  /** From 1. */
  readonly page: number
  readonly picture: ColourPicture
  readonly dpi: number
}

export interface ReadPage {
  readonly content: PageContent
  /** Cells with ink in which nothing could be read, points. */
  readonly unread: readonly Box[]
  /** More pieces of ink than any text has: nothing was read. */
  readonly noise: boolean
}

export async function readPage(engine: Engine, { page, picture, dpi }: PagePicture): Promise<ReadPage> {
  const tried = await upright(engine, smoothGrain(inkOf(picture, dpi)), dpi)
  const { layout } = tried
  const { tables, areas, lines, outside, text } = layout
  const points = 72 / dpi
  const size = { page, width: text.width * points, height: text.height * points }
  if (isNoise(tried))
    return {
      content: { ...size, items: [] },
      unread: [],
      noise: true,
    }
  const cellLines = lines.flat()
  const read = await tried.reader.read([...cellLines, ...outside])
  readDashes(layout, read)
  const box = ([x, y, width, height]: Box): Box => [x * points, y * points, width * points, height * points]
  const boxOf = ({ left, top, right, bottom }: Blob): Box => box([left, top, right - left + 1, bottom - top + 1])

  const narrow = await readNarrow(tried, read)
  const unread: Box[] = []
  const cells: TableCell[][] = tables.map(() => [])
  let next = 0
  areas.forEach(({ table, cell }, index) => {
    const own = read.slice(next, next + lines[index]!.length)
    next += lines[index]!.length
    const ruled = tables[table]!.cells[cell]!
    const placed = { ...ruled, box: box(ruled.box) }
    if (own.length === 0) {
      cells[table]!.push({ ...placed, text: '' })
      return
    }
    const content = narrow.get(index) ?? joined(own.filter((line) => line.text !== '' || own.length === 1))
    if (content.text === '') unread.push(placed.box)
    cells[table]!.push({ ...placed, ...content })
  })
  const items: PageItem[] = tables.map((table, index) => ({
    ...table,
    kind: 'table',
    box: box(table.box),
    cells: cells[index]!,
  }))
  outside.forEach((line, index) => {
    const content = joined([read[cellLines.length + index]!])
    if (content.text !== '' || content.alternatives !== undefined)
      items.push({ kind: 'line', box: boxOf(line.box), ...content })
  })
  items.sort((a, b) => order(a.box, b.box))
  return {
    content: { ...size, items, ...(tried.turned === 0 ? {} : { turned: tried.turned }) },
    unread: unread.map((place) => asDisplayed(place, { ...size, turned: tried.turned })),
    noise: false,
  }
}

/** From above; beside one another from the left. */
function order(a: Box, b: Box): number {
  const middleA = a[1] + a[3] / 2
  const middleB = b[1] + b[3] / 2
  const beside = middleA > b[1] && middleA < b[1] + b[3] && middleB > a[1] && middleB < a[1] + a[3]
  return beside ? a[0] - b[0] : a[1] - b[1]
}
