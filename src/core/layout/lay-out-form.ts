/** A form as its official table: the blocks of a layout, top to bottom, in one set of columns. */

import { gather } from '../model/gather.ts'
import type { Form, Grid } from '../model/index.ts'
import { totalLabels } from '../rulebook/index.ts'
import type { Layout, LayoutBlock } from '../rulebook/layout.ts'
import {
  drawFacts,
  drawGoals,
  drawIndicators,
  drawNotes,
  drawResults,
  drawTasks,
  drawTotal,
  factLabelWidth,
  goalSides,
  type Placed,
  type Result,
  sideWidth,
} from './blocks.ts'
import { alignColumns, fullWidth } from './column-grid.ts'
import { Sheet } from './sheet.ts'

type Indicators = Extract<LayoutBlock, { block: 'indicators' }>

/** Widths of a block's columns in thousandths of the page, the side label first. */
function withSide(side: string | undefined, widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const room = side === undefined ? fullWidth : fullWidth - sideWidth
  const scaled = widths.map((width) => (width * room) / total)
  return side === undefined ? scaled : [sideWidth, ...scaled]
}

/** One list of widths for most blocks, one for each row of facts. */
function widthsOf(block: LayoutBlock, indicators: Indicators | undefined): readonly (readonly number[])[] {
  switch (block.block) {
    case 'title':
      return [[fullWidth]]
    case 'facts':
      return block.rows.map((facts) =>
        gather(facts, () => [factLabelWidth, fullWidth / Math.max(1, facts.length) - factLabelWidth]),
      )
    case 'tasks':
    case 'indicators':
      return [
        withSide(
          block.label,
          block.columns.map((column) => column.width),
        ),
      ]
    case 'goals':
      return [
        withSide(
          block.label,
          goalSides(block).map(() => 1),
        ),
      ]
    case 'total':
      return indicators === undefined
        ? [[1, 1, 1]]
        : [
            withSide(
              indicators.label,
              indicators.columns.map((column) => column.width),
            ),
          ]
    case 'notes':
      return [[factLabelWidth, fullWidth - factLabelWidth]]
  }
}

function bare(label: string): string {
  return label.replace(/[\s:\uff1a]/g, '')
}

/**
 * The sum of the weights that a form prints in its total row: a fact under the row's label, `facts[2]`. It has a place in
 * layouts whose weights stand before the scores; printed below the table it would read as another total.
 */
function weightSum(form: Form, layout: Layout, indicators: Indicators | undefined): number {
  const total = layout.blocks.find((block) => block.block === 'total')
  const weight = indicators?.columns.findIndex((column) => column.field === 'weight') ?? -1
  const score = indicators?.columns.findIndex((column) => column.field === 'score') ?? -1
  // Where the score is the last column the grade stands before it.
  const before = total?.grade === true && score + 1 === indicators?.columns.length ? score - 1 : score
  if (total === undefined || weight < 1 || weight >= before) return -1
  return form.facts.findIndex(
    ({ label, text }) => totalLabels.includes(bare(label.raw)) && /^\d+(\.\d+)?$/.test(text.raw),
  )
}

/** Facts that the form carries and the layout has no place for: they are printed below the table, never dropped. */
function factsWithoutPlace(form: Form, layout: Layout, atTotal: number): readonly string[] {
  const placed = new Set<string>()
  for (const block of layout.blocks) {
    if (block.block === 'notes') for (const label of block.labels) placed.add(bare(label))
    if (block.block === 'facts')
      for (const fact of block.rows.flat()) if (fact.field === 'fact') placed.add(bare(fact.label))
  }
  return form.facts
    .filter((_, index) => index !== atTotal)
    .map((fact) => fact.label.raw)
    .filter((label) => !placed.has(bare(label)))
}

/** A total or a grade that the form has and its layout has no room for: it is printed below the table, never dropped. */
function resultsWithoutPlace(form: Form, layout: Layout, indicators: Indicators | undefined): readonly Result[] {
  if (layout.stage !== undefined) return []
  const total = layout.blocks.find((block) => block.block === 'total')
  const isScoreLast = indicators?.columns.at(-1)?.field === 'score'
  const hasRoom = { total: total !== undefined, grade: total !== undefined && (total.grade || !isScoreLast) }
  return (['total', 'grade'] as const).filter((result) => form[result].raw !== '' && !hasRoom[result])
}

/**
 * The year as the form prints it below its title, （2023年度）: null where the title tells it, or the layout has a place
 * of its own for it.
 */
function yearBelowTitle({ fiscalYear, title }: Form, layout: Layout): string | null {
  const isPlaced = layout.blocks.some(
    (block) => block.block === 'facts' && block.rows.flat().some(({ field }) => field === 'fiscalYear'),
  )
  const year = String(fiscalYear.value ?? fiscalYear.raw)
  return isPlaced || fiscalYear.raw === '' || title.raw.includes(year) ? null : fiscalYear.raw
}

/** Prints a form in a layout. What the layout has no column for is not shown; what the form lacks is an empty cell. */
export function layOutForm(form: Form, layout: Layout): Grid {
  const indicators = layout.blocks.find((block): block is Indicators => block.block === 'indicators')
  const lists: (readonly number[])[] = []
  const firstList = layout.blocks.map((block) => {
    const first = lists.length
    lists.push(...widthsOf(block, indicators))
    return first
  })
  const sum = weightSum(form, layout, indicators)
  const remaining = factsWithoutPlace(form, layout, sum)
  const results = resultsWithoutPlace(form, layout, indicators)
  const remainingList = lists.length
  if (remaining.length + results.length > 0) lists.push([factLabelWidth, fullWidth - factLabelWidth])

  const year = yearBelowTitle(form, layout)
  const sheet = new Sheet(alignColumns(lists))
  const offset = indicators?.label === undefined ? 0 : 1
  const score = indicators?.columns.findIndex((column) => column.field === 'score') ?? -1
  const weight = indicators?.columns.findIndex((column) => column.field === 'weight') ?? -1
  const end = indicators === undefined ? 3 : offset + indicators.columns.length
  layout.blocks.forEach((block, index) => {
    const list = firstList[index]!
    switch (block.block) {
      case 'title':
        sheet.put(
          sheet.addRows(1),
          list,
          0,
          1,
          { text: form.title.raw === '' ? block.text : form.title.raw, path: 'title' },
          {
            role: 'title',
            align: 'center',
            bold: true,
          },
        )
        if (year !== null) {
          const look = { role: 'text', align: 'center', bare: true } as const
          sheet.put(sheet.addRows(1), list, 0, 1, { text: year, path: 'fiscalYear' }, look)
        }
        break
      case 'facts':
        drawFacts(sheet, form, { block, list })
        break
      case 'tasks':
        drawTasks(sheet, form, { block, list })
        break
      case 'goals':
        drawGoals(sheet, form, { block, list })
        break
      case 'indicators':
        drawIndicators(sheet, form, { block, list } satisfies Placed<'indicators'>)
        break
      case 'total':
        drawTotal(
          sheet,
          form,
          { block, list },
          {
            score: score < 1 ? Math.max(1, end - 2) : offset + score,
            end,
            sum: sum < 0 ? null : { fact: sum, at: offset + weight },
          },
        )
        break
      case 'notes':
        drawNotes(sheet, form, block.labels, list)
        break
    }
  })
  drawResults(sheet, form, results, remainingList)
  drawNotes(sheet, form, remaining, remainingList)
  return sheet.toGrid(form.title.raw === '' ? layout.title.zh : form.title.raw)
}
