import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { guardFormula, unguardFormula } from '../../containers/formula-guard.ts'
import type { Form, Report } from '../../core/model/index.ts'
import { readCsv } from '../../readers/csv/index.ts'
import { checkSource } from '../check-source.ts'
import { readForms } from '../read-forms.ts'
import { formDataSchema } from './form-data-schema.ts'
import { bareForm } from './form-json.ts'
import { descriptorOf, packageOf } from './package.ts'
import { dataJson, publish } from './publish.ts'

const corpus = join(import.meta.dirname, '../../../tests/corpus')
const sources = readdirSync(corpus).flatMap((slug) => {
  const file = readdirSync(join(corpus, slug)).find((name) => /^form\.(txt|tsv|csv|html)$/.test(name))
  return file === undefined ? [] : [{ slug, path: join(corpus, slug, file) }]
})

async function reportsOf(path: string): Promise<readonly Report[]> {
  return (await checkSource(readFileSync(path), 'form.txt')).reports
}

const plain = (form: Form): unknown => JSON.parse(JSON.stringify(bareForm(form)))

async function back(bytes: Uint8Array, name: string): Promise<readonly unknown[]> {
  const { recognitions, findings } = await readForms(bytes, name)
  expect(findings).toEqual([])
  return recognitions.map(({ form }) => plain(form))
}

interface Resource {
  readonly path: string
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string; readonly title: string }[]
  }
}

describe('open data', () => {
  it.each(sources)('of $slug keep the schema, and come back as JSON and as tables', async ({ path }) => {
    const reports = await reportsOf(path)
    expect(reports.length).toBeGreaterThan(0)
    const data = publish(reports)
    const json = dataJson(data)
    expect(formDataSchema.strict().safeParse(JSON.parse(json)).error).toBeUndefined()
    const forms = reports.map(({ form }) => plain(form))
    // Content decides: the names say nothing.
    expect(await back(strToU8(json), 'a.bin')).toEqual(forms)
    const archive = packageOf(data)
    expect(packageOf(data)).toEqual(archive)
    expect(await back(archive, 'b.bin')).toEqual(forms)
    const parts = unzipSync(archive)
    const { resources } = descriptorOf(data) as { readonly resources: readonly Resource[] }
    expect([...resources.map((one) => one.path), 'datapackage.json'].sort()).toEqual(Object.keys(parts).sort())
    for (const resource of resources) {
      const [header] = strFromU8(parts[resource.path]!).split('\r\n')
      expect(header!.split(',')).toEqual(resource.schema.fields.map(({ name }) => name))
      const [grid] = readCsv(parts[resource.path]!, resource.path).value
      for (const { row, column, text } of grid!.cells) {
        const { type, name } = resource.schema.fields[column]!
        if (row > 0 && text !== '' && type !== 'string') expect(text, name).toMatch(/^-?\d+(\.\d+)?$/)
      }
    }
  })

  it('score as the form did', async () => {
    const [report] = await reportsOf(join(corpus, 'a-national-review-tsv/form.txt'))
    const { reports } = await checkSource(strToU8(dataJson(publish([report!]))), 'data.json')
    expect(JSON.stringify(reports[0]!.scored)).toBe(JSON.stringify(report!.scored))
  })

  it('take what somebody wrote into a table, also where the text had another reading', async () => {
    const reports = await reportsOf(join(corpus, 'shenzhen-guangming-2021/form.txt'))
    const parts = unzipSync(packageOf(publish(reports)))
    const readings = strFromU8(parts['readings.csv']!)
    expect(readings).toContain('indicators.2.actual')
    const table = strFromU8(parts['indicators.csv']!)
    const { raw } = reports[0]!.form.indicators[2]!.actual
    const rows = table.split('\r\n')
    rows[3] = rows[3]!.replace(`,${raw},`, ',7个,')
    const { recognitions } = await readForms(zipSync({ ...parts, 'indicators.csv': strToU8(rows.join('\r\n')) }), 'x')
    expect(recognitions[0]!.form.indicators[2]!.actual).toMatchObject({
      raw: '7个',
      value: { raw: '7个', repairs: [] },
    })
  })

  it('say what is wrong with them', async () => {
    const say = async (bytes: Uint8Array) =>
      (await readForms(bytes, 'x')).findings.map(({ rule, message }) => [rule, message])
    const start = '{"data":"ziping-form-data"'
    expect(await say(strToU8(start))).toEqual([['data/unreadable', 'json']])
    expect(await say(strToU8(`${start},"schema":1}`))).toEqual([['data/unreadable', 'shape']])
    const reports = await reportsOf(join(corpus, 'a-national-review-tsv/form.txt'))
    const { 'tasks.csv': _, ...parts } = unzipSync(packageOf(publish(reports)))
    expect(await say(zipSync(parts))).toEqual([['data/unreadable', 'part']])
    const broken = {
      ...unzipSync(packageOf(publish(reports))),
      'readings.csv': strToU8('form,path,value\r\n1,kind,"""x"""\r\n'),
    }
    expect(await say(zipSync(broken))).toEqual([['data/unreadable', 'shape']])
  })

  it('keep every text, those that look like formulas too, and never let one begin like one', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^'{0,2}[=+\-@|%＝＋\t\r][ -~]{0,8}$/),
      fc.constantFrom('=1+1', '-5', '+3%', "'=1", "''=1", '@SUM(A1)', '\t=1', '－2万元', '%', '-'),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const guarded = guardFormula(text)
        expect(unguardFormula(guarded)).toBe(text)
        expect(/^[=+\-@\t\r]/.test(guarded) && !/^[+-]?\d+(\.\d+)?%?$/.test(guarded)).toBe(false)
      }),
    )
  })
})
