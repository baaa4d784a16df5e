/** The forms that test documents are made of: right ones, ones of any shape, and those of the corpus, each printed in a layout. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layOutForm, layoutOf } from '../../../src/core/layout/index.ts'
import type { Form, Grid } from '../../../src/core/model/index.ts'
import { editions, layouts } from '../../../src/core/rulebook/index.ts'
import type { Layout } from '../../../src/core/rulebook/layout.ts'
import { readForms } from '../check-form.ts'
import { generateAny } from '../generate-any.ts'
import { generateForm } from '../generate-form.ts'
import { corpusFolder, corpusForms } from '../golden.ts'
import { Random } from '../random.ts'
import { shownIn } from '../shown.ts'
import { withHabits } from './habits.ts'

/**
 * `right`: sums and scores hold; `any`: every spelling, cells lost, sums that do not hold; `habits`: right ones as offices
 * really type them; `corpus`: real forms laid out anew.
 */
export type FormSource = (typeof formSources)[number]
export const formSources = ['right', 'any', 'habits', 'corpus'] as const

export interface OfficeForm {
  /** File name without ending: `national-project-right-17`. */
  readonly id: string
  readonly source: FormSource
  readonly seed: number
  readonly layout: Layout
  readonly form: Form
  /** The printed table. */
  readonly grid: Grid
  /** What it shows, line by line `path: text`, to compare by. */
  readonly truth: readonly string[]
}

export interface FormChoice {
  readonly seed: number
  /** Of each layout, for each source that is made from a seed. */
  readonly perLayout: number
  readonly sources?: readonly FormSource[]
  /** Layout ids; all when absent. */
  readonly layouts?: readonly string[]
}

/** A layout prints its own title over a form that has none. */
function officeForm(id: string, source: FormSource, seed: number, layout: Layout, form: Form): OfficeForm {
  const grid = layOutForm(form, layout)
  const title = grid.cells.find(({ style }) => style?.role === 'title')?.text ?? ''
  const truth = shownIn(layout, form).map((line) => (line.startsWith('title: ') ? `title: ${title}` : line))
  return { id, source, seed, layout, form, grid, truth }
}

/** Mostly forms of a page, some of two or three. */
function rowsFor(random: Random): number {
  return random.chance(15) ? random.int(41, 94) : random.int(6, 32)
}

function rightForm(seed: number, layout: Layout): Form {
  const random = new Random(seed)
  const fitting = editions.filter(
    ({ kind, blocks }) => kind === layout.kind && blocks.some(({ kinds }) => kinds.includes('output')),
  )
  return generateForm(seed, { edition: random.pick(fitting), layout, rows: rowsFor(random) }).form
}

/** Corpus forms without a known layout are printed in the one of their kind; what that has no place for is not in their truth. */
function corpusOffice(wanted: ReadonlySet<string>): OfficeForm[] {
  return corpusForms().flatMap(({ slug, file }) =>
    readForms(readFileSync(join(corpusFolder, slug, file))).forms.flatMap(({ form }, index) => {
      const layout = layoutOf(form)
      if (!wanted.has(layout.id)) return []
      const printed: Form = { ...form, layout: layout.id }
      return [officeForm(`${slug}-${index + 1}`, 'corpus', 0, layout, printed)]
    }),
  )
}

/** One seed, one list. */
export function officeForms({ seed, perLayout, sources = formSources, ...choice }: FormChoice): OfficeForm[] {
  const chosen = layouts.filter(({ id }) => choice.layouts?.includes(id) ?? true)
  const made: OfficeForm[] = []
  for (const [place, layout] of chosen.entries()) {
    for (let run = 0; run < perLayout; run++) {
      const own = (seed + place * 7919 + run * 104_729) % 2 ** 31
      if (sources.includes('right')) {
        made.push(officeForm(`${layout.id}-right-${run + 1}`, 'right', own, layout, rightForm(own, layout)))
      }
      if (sources.includes('any')) {
        const form = generateAny(own, layout, rowsFor(new Random(own)))
        made.push(officeForm(`${layout.id}-any-${run + 1}`, 'any', own, layout, form))
      }
      if (sources.includes('habits')) {
        const other = (own + 15_485_863) % 2 ** 31
        const plain = officeForm(`${layout.id}-habits-${run + 1}`, 'habits', other, layout, rightForm(other, layout))
        made.push({ ...plain, grid: withHabits(plain.grid, new Random(other), plain.form.fiscalYear.raw) })
      }
    }
  }
  if (sources.includes('corpus')) made.push(...corpusOffice(new Set(chosen.map(({ id }) => id))))
  return made
}
