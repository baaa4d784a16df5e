import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateAny } from '../../../tests/support/generate-any.ts'
import { differences, shownIn } from '../../../tests/support/shown.ts'
import { editedForm, kept, keptFolder, typedIntoBlank } from '../../../tests/support/workbook-edited.ts'
import { compareResults, recalculated } from '../../../tests/support/workbook-results.ts'
import type { Form } from '../../core/model/index.ts'
import { editionById, layouts } from '../../core/rulebook/index.ts'
import { scoreForm } from '../../core/scoring/index.ts'
import { readXlsx } from '../../readers/xlsx/index.ts'
import { checkSource } from '../check-source.ts'
import { bareForm } from '../open-data/form-json.ts'
import { readForms } from '../read-forms.ts'
import { blankForm } from './blank-form.ts'
import { buildWorkbook } from './build-workbook.ts'
import { calculationName } from './own-sheets.ts'
import { calculationColumns } from './row-formulas.ts'

const corpus = join(import.meta.dirname, '../../../tests/corpus')
const sources = readdirSync(corpus).flatMap((slug) => {
  const file = readdirSync(join(corpus, slug)).find((name) => /^form\.(txt|tsv|csv|html)$/.test(name))
  return file === undefined ? [] : [{ slug, path: join(corpus, slug, file) }]
})

async function formsBack(bytes: Uint8Array): Promise<readonly Form[]> {
  const { recognitions, findings } = await readForms(bytes, 'workbook.xlsx')
  expect(findings).toEqual([])
  expect(recognitions.flatMap(({ residue }) => residue.unread)).toEqual([])
  return recognitions.map(({ form }) => form)
}

const plain = (form: Form): unknown => JSON.parse(JSON.stringify(bareForm(form)))

describe('a workbook to fill in', () => {
  it.each(sources)('gives back the form of $slug, every cell and every reading', async ({ path }) => {
    const { reports } = await checkSource(readFileSync(path), 'form.txt')
    expect(reports.length).toBeGreaterThan(0)
    for (const { form, stamp, scored } of reports) {
      const bytes = buildWorkbook(form, { edition: editionById(stamp.edition)!, scored: scored.rows })
      const [back, ...more] = await formsBack(bytes)
      expect(more).toEqual([])
      expect(plain(back!)).toEqual(plain(form))
    }
  })

  it.each(layouts.map((layout) => ({ id: layout.id, layout })))('gives back forms in $id', async ({ layout }) => {
    const edition = editionById('national-project-2020')!
    for (let seed = 1; seed <= 3; seed++) {
      const form = generateAny(seed, layout, 4 + seed * 7)
      const [back] = await formsBack(buildWorkbook(form, { edition, layout: layout.id }))
      expect(differences(shownIn(layout, form), shownIn(layout, back!))).toEqual([])
    }
  })

  it('is the same bytes for the same form', async () => {
    const { form, edition, bytes } = await editedForm()
    expect(buildWorkbook(form, { edition: editionById(edition)! })).toEqual(bytes)
  })

  it('holds no form while it is blank', async () => {
    const { form } = await editedForm()
    const layout = layouts.find(({ id }) => id === form.layout)!
    const blank = blankForm({ layout, year: 2024, edition: editionById('national-project-2020')! })
    const bytes = buildWorkbook(blank, { edition: editionById('national-project-2020')!, blank: true })
    expect((await readForms(bytes, 'blank.xlsx')).recognitions).toEqual([])
  })
})

describe('a workbook that LibreOffice edited: a row gone, two put in, one written, a figure changed', () => {
  it.each([kept.edited, kept.open])('%s comes back with its results', async (name) => {
    const { form } = await editedForm()
    const { recognitions } = await readForms(readFileSync(join(keptFolder, name)), name)
    const back = recognitions[0]!.form
    const rows = back.indicators.map(({ name: own }) => own.raw)
    expect(rows).toEqual([
      ...form.indicators.filter((_, index) => index !== 2).map(({ name: own }) => own.raw),
      '新增指标',
    ])
    const [first, second] = back.indicators
    expect([first!.actual.raw, first!.score.raw, second!.note.raw]).toEqual(['30', '4.8', '改写的原因'])
    const last = back.indicators.at(-1)!
    expect([last.target.raw, last.actual.raw, last.weight.raw, last.score.raw]).toEqual(['≥10次', '5次', '1', '0.5'])
    // Everything that nobody touched is as it was.
    const untouched = (one: Form) => plain(one) as { indicators: unknown[] }
    expect(untouched(back).indicators.slice(2, -1)).toEqual(untouched(form).indicators.slice(3))
    expect([back.title, back.department, back.project].map(({ raw }) => raw)).toEqual(
      [form.title, form.department, form.project].map(({ raw }) => raw),
    )
    const scored = scoreForm(back, editionById('national-project-2020')!)
    expect(back.total.raw).toBe(scored.total.added.toString())
  })
})

it('a row cut and pasted elsewhere comes back where it stands now, with all that it held', async () => {
  const { form } = await editedForm()
  const { recognitions, findings } = await readForms(readFileSync(join(keptFolder, kept.moved)), kept.moved)
  expect(findings).toEqual([])
  const back = recognitions[0]!.form
  const [last, ...others] = [...form.indicators].reverse()
  const wanted = [...others.reverse()]
  wanted.splice(2, 0, last!)
  const texts = ({ name, target, actual, weight, score, note }: Form['indicators'][number]) =>
    [name, target, actual, weight, score, note].map(({ raw }) => raw)
  expect(back.indicators.map(texts)).toEqual(wanted.map(texts))
  expect(back.total.raw).toBe(form.total.raw)
})

it('a blank workbook filled in LibreOffice comes back as the form that was typed, scored', async () => {
  const { recognitions, findings } = await readForms(readFileSync(join(keptFolder, kept.blank)), kept.blank)
  expect(findings).toEqual([])
  const back = recognitions[0]!.form
  expect(back.project.raw).toBe(typedIntoBlank.project)
  expect(
    back.indicators.map(({ level1, name, target, actual, weight, score }) =>
      [level1.cell, name, target, actual, weight, score].map(({ raw }) => raw),
    ),
  ).toEqual([
    ['产出指标', '养护里程', '≥20公里', '20公里', '50', '50'],
    ['产出指标', '修补面积', '≥200平方米', '100平方米', '40', '20'],
  ])
  expect(back.fiscalYear.value).toBe(2024)
})

it('results that are texts stay texts: 100% is no figure of 1 for the formulas that read it', async () => {
  const { form, bytes } = await editedForm()
  const { value: grids } = readXlsx(bytes, 'workbook.xlsx')
  const sheet = grids.find(({ name }) => name === calculationName)!
  for (const field of ['target', 'actual'] as const) {
    const column = calculationColumns.indexOf(field)
    const shown = new Set(sheet.cells.filter((cell) => cell.column === column).map(({ text }) => text))
    const texts = form.indicators.map((row) => row[field].raw.trim())
    expect(texts.filter((text) => !shown.has(text))).toEqual([])
    expect(texts.some((text) => /^\d+%$/.test(text))).toBe(field === 'actual')
  }
})

it('a workbook filled by a program that works out nothing gets its results by the rules', async () => {
  const { form } = await editedForm()
  const { recognitions, findings } = await readForms(readFileSync(join(keptFolder, kept.filled)), kept.filled)
  expect(findings).toEqual([])
  const back = recognitions[0]!.form
  expect([back.indicators[0]!.actual.raw, back.indicators[0]!.score.raw]).toEqual(['30', '4.8'])
  const same = (one: Form) => ({ ...(plain(one) as { indicators: unknown[]; total: unknown }), total: null })
  expect(same(back).indicators.slice(2)).toEqual(same(form).indicators.slice(2))
  expect(plain(back)).toMatchObject({ tasks: (plain(form) as { tasks: unknown }).tasks })
  expect(back.total.raw).toBe('96.8')
})

it('LibreOffice works out what the engine does: each score, the execution, the total under its cap', async () => {
  const { form, edition, file } = recalculated()
  const compared = await compareResults(readFileSync(file), form, edition)
  expect(compared.wrong).toEqual([])
  expect(compared.decided).toBeGreaterThan(20)
})
