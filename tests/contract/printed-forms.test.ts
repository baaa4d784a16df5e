/**
 * The law of printed files: a form laid out, written in a format, read from its bytes and recognised is the same form, in
 * every field the layout shows. For every layout and every format we print the form alone in.
 */

import { describe, expect, it } from 'vitest'
import { reportPage } from '../../src/app/report-page.ts'
import { withSignatures } from '../../src/containers/form-page/signatures.ts'
import { evaluate } from '../../src/core/evaluate/index.ts'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Form, Grid, Outcome, Residue } from '../../src/core/model/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { layouts } from '../../src/core/rulebook/index.ts'
import type { Layout } from '../../src/core/rulebook/layout.ts'
import { readDocx } from '../../src/readers/docx/index.ts'
import { readHtml } from '../../src/readers/html/index.ts'
import { readPdf } from '../../src/readers/pdf/index.ts'
import { readXlsx } from '../../src/readers/xlsx/index.ts'
import { writeDocx } from '../../src/writers/docx/index.ts'
import { writePdf } from '../../src/writers/pdf/index.ts'
import { writeXlsx } from '../../src/writers/xlsx/index.ts'
import { generateAny } from '../support/generate-any.ts'
import { Random } from '../support/random.ts'
import { runsOf } from '../support/runs.ts'
import { differences, shownIn } from '../support/shown.ts'

const runs = runsOf('printed forms', 19)

type Read = Outcome<Grid[]> | Promise<Outcome<Grid[]>>
interface Format {
  readonly print: (grid: Grid, form: Form, layout: Layout) => Uint8Array | Promise<Uint8Array>
  readonly read: (bytes: Uint8Array) => Read
}

/** The page shows findings and computations beside the form: they must not be read as part of it. */
function page(form: Form, layout: Layout): Uint8Array {
  const residue: Residue = { used: 0, ignored: [], unread: [] }
  const { value } = evaluate({ form, events: [], residue, edition: editionOf[form.kind] })
  const { edition, editionChoice, scored, findings, checks, complete } = value!
  const stamp = {
    app: '',
    rulebook: '',
    edition: edition.id,
    editionChoice,
    layout: layout.id,
    sourceHash: '',
    sourceName: 'form.html',
  }
  const report = { schema: 1, stamp, form, scored, findings, checks, residue, complete } as const
  return new TextEncoder().encode(reportPage(report, 'zh', layout.id)!)
}

const editionOf = { department: 'shenzhen-department-2021', project: 'national-project-2020' } as const

const formats: Readonly<Record<string, Format>> = {
  xlsx: { print: (grid) => writeXlsx(withSignatures(grid)), read: (bytes) => readXlsx(bytes, 'form.xlsx') },
  docx: { print: (grid) => writeDocx(grid), read: (bytes) => readDocx(bytes, 'form.docx') },
  html: { print: (_, form, layout) => page(form, layout), read: (bytes) => readHtml(bytes, 'form.html') },
  pdf: { print: (grid) => writePdf(grid, { json: '{}' }), read: (bytes) => readPdf(bytes, 'form.pdf') },
}

/** What came back otherwise than it was printed. */
async function lost(format: Format, form: Form, layout: Layout): Promise<readonly string[]> {
  const { value } = await format.read(await format.print(layOutForm(form, layout), form, layout))
  const { forms } = recognise(value)
  const [first] = forms
  if (forms.length !== 1 || first === undefined) return [`${forms.length} forms`]
  return [
    ...differences(shownIn(layout, form), shownIn(layout, first.form)),
    ...first.residue.unread.map(({ text }) => `unread: ${text}`),
  ]
}

describe.each(Object.keys(formats))('a form printed as %s', (name) => {
  it.each(layouts.map((layout) => ({ id: layout.id, layout })))('comes back from $id', async ({ layout }) => {
    const count = Math.max(1, Math.ceil(runs.count / layouts.length))
    const wrong: string[] = []
    for (let run = 0; run < count; run++) {
      const seed = runs.of(run)
      const rows = new Random(seed).int(1, 60)
      const found = await lost(formats[name]!, generateAny(seed, layout, rows), layout)
      wrong.push(...found.map((line) => `seed ${seed}, ${rows} rows: ${line}`))
    }
    expect(wrong).toEqual([])
  })

  it('comes back with 300 rows and with one', async () => {
    const layout = layouts[0]!
    expect(await lost(formats[name]!, generateAny(3, layout, 300), layout)).toEqual([])
    expect(await lost(formats[name]!, generateAny(4, layout, 1), layout)).toEqual([])
  })
})
