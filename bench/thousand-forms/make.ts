/**
 * Makes a thousand different forms of 94 rows and more as parsed grids, in files of fifty: `make FOLDER COUNT`. They are
 * the generator's right forms, spread over all pairings of edition and layout; each name, remark, task and goal is given
 * signs of its own, so that nothing of one form can be remembered for the next. Half of them stand in the cells of a
 * sheet, half in lines of text.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Form, Grid, GridCell, SourceSpan, TextCell } from '../../src/core/model/index.ts'
import { editions, layouts } from '../../src/core/rulebook/index.ts'
import { generateForm } from '../../tests/support/generate-form.ts'
import { Random } from '../../tests/support/random.ts'
import { BATCH, batchFile } from './batches.ts'

const ROWS = 94

const signs = [...'梅兰竹菊松柏杨柳桃李杏枫桐槐榆樟茶荷莲桂枣栗棉麻桑蚕鹤鹿鹰雁燕鹊鸥鸽鲤鲫鳝虾蟹贝珠玉']

const pairings = editions
  .filter(({ blocks }) => blocks.some(({ kinds }) => kinds.includes('output')))
  .flatMap((edition) => layouts.filter(({ kind }) => kind === edition.kind).map((layout) => ({ edition, layout })))

/** The form with names and texts that no other has. */
function renamed(form: Form, random: Random): Form {
  const own = (cell: TextCell): TextCell => {
    if (cell.raw === '') return cell
    const raw = `${random.pick(signs)}${random.pick(signs)}${random.pick(signs)}${cell.raw}`
    return { ...cell, raw, value: raw }
  }
  return {
    ...form,
    indicators: form.indicators.map((row) => ({ ...row, name: own(row.name), note: own(row.note) })),
    goals: form.goals.map(({ stated, achieved }) => ({ stated: own(stated), achieved: own(achieved) })),
    tasks: form.tasks.map((task) =>
      task.role === 'task'
        ? { ...task, name: own(task.name), content: own(task.content), completion: own(task.completion) }
        : task,
    ),
  }
}

function columnName(column: number): string {
  return (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
}

/** As a reader hands it over: cells that know their place, without what only a writer needs. */
function asRead(grid: Grid, index: number): Grid {
  const sourceOf = ({ row, column, text }: GridCell): SourceSpan =>
    index % 2 === 0
      ? { kind: 'sheet', sheet: 'Sheet1', cell: `${columnName(column)}${row + 1}` }
      : { kind: 'text', line: row + 1, column: 1 + column * 12, length: text.length }
  return {
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    bordered: grid.bordered,
    cells: grid.cells.map((cell) => {
      const { row, column, rowSpan, columnSpan, text } = cell
      return { row, column, rowSpan, columnSpan, text, source: sourceOf(cell) }
    }),
  }
}

function gridOf(index: number): Grid {
  const { edition, layout } = pairings[index % pairings.length]!
  const { form } = generateForm(190_000 + index, { edition, layout, rows: ROWS })
  return asRead(layOutForm(renamed(form, new Random(index)), layout), index)
}

const [folder = '', count = ''] = process.argv.slice(2)
for (let from = 0; from < Number(count); from += BATCH) {
  const grids = Array.from({ length: BATCH }, (_, at) => JSON.stringify(gridOf(from + at)))
  writeFileSync(join(folder, batchFile(from)), grids.join('\n'))
}
