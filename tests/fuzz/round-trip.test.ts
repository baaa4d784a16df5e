/**
 * The law of layouts: a form printed in a layout and recognised again is the same form, in every field the layout shows,
 * white space inside a cell aside. On the printed table itself and on every arrival of text that keeps cell borders.
 */

import { describe, expect, it } from 'vitest'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Grid } from '../../src/core/model/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { layouts } from '../../src/core/rulebook/index.ts'
import { arrivals } from '../support/arrivals.ts'
import { lostTexts, type ReadForms, readForms } from '../support/check-form.ts'
import { generateAny } from '../support/generate-any.ts'
import { Random } from '../support/random.ts'
import { runsOf } from '../support/runs.ts'
import { differences, shownIn, withWideLabels } from '../support/shown.ts'

const runs = runsOf('round trip', 540)

interface Way {
  readonly read: (grid: Grid) => ReadForms
  /** A label printed in the middle of its block does not tell where the block ends: all but the labels must come back. */
  readonly labels: boolean
}

const ways: Readonly<Record<string, Way>> = {
  table: { read: (grid) => ({ grids: [grid], ...recognise([grid]) }), labels: true },
  tabs: { read: (grid) => readForms(arrivals.tabs(grid)), labels: true },
  'tabs, merged cells as one': { read: (grid) => readForms(arrivals.tabsNarrow(grid)), labels: true },
  'tabs, labels in the middle': { read: (grid) => readForms(arrivals.tabsMiddle(grid)), labels: false },
  pipes: { read: (grid) => readForms(arrivals.pipes(grid)), labels: true },
}

const isLabel = (line: string) => /^[-+] indicators\[\d+\]\.level[12]:/.test(line)

describe.each(layouts.map((layout) => ({ id: layout.id, layout })))('a form printed in $id', ({ layout }) => {
  it.each(Object.keys(ways))('is read back from %s', (way) => {
    const wrong: string[] = []
    const count = Math.max(3, Math.ceil(runs.count / layouts.length / Object.keys(ways).length))
    for (let run = 0; run < count && wrong.length < 20; run++) {
      const seed = runs.of(run)
      const random = new Random(seed)
      const rows = random.chance(10) ? random.int(81, 300) : random.int(1, 80)
      const form = generateAny(seed, layout, rows)
      const grid = layOutForm(form, layout)
      const { read, labels } = ways[way]!
      const { grids, forms, outside } = read(random.chance(50) ? withWideLabels(grid) : grid)
      const [first] = forms
      const found =
        forms.length !== 1 || first === undefined
          ? [`${forms.length} forms`]
          : [
              ...differences(shownIn(layout, form), shownIn(layout, first.form)).filter(
                (line) => labels || !isLabel(line),
              ),
              ...first.residue.unread.map(({ text }) => `unread: ${text}`),
              ...[lostTexts(grids, [first.residue], outside)].filter((lost) => lost !== null),
            ]
      wrong.push(...found.map((line) => `seed ${seed}, ${rows} rows: ${line}`))
    }
    expect(wrong).toEqual([])
  })
})
