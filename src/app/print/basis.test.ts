import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { basisGrid, basisOf } from '../../core/basis/index.ts'
import type { Report } from '../../core/model/index.ts'
import { readHtml } from '../../readers/html/index.ts'
import { readPdf } from '../../readers/pdf/index.ts'
import { readXlsx } from '../../readers/xlsx/index.ts'
import { checkSource } from '../check-source.ts'
import { basis } from './basis.ts'
import type { PrintFormat } from './product.ts'

const sample = join(import.meta.dirname, '../../../tests/corpus/a-national-review-tsv/form.txt')
const bare = (text: string) => text.replace(/[\s\u200b]/g, '')

/** A form with a name of two thousand signs. */
async function longReport(): Promise<Report> {
  const { reports } = await checkSource(readFileSync(sample), 'form.txt')
  const [report] = reports
  const [first, ...rest] = report!.form.indicators
  const raw = Array.from({ length: 200 }, (_, index) => `第${index}项工作按期完成`).join('，')
  const indicators = [{ ...first!, name: { raw, value: raw } }, ...rest]
  return { ...report!, form: { ...report!.form, indicators } }
}

it('the basis says every text whole in each of its formats', async () => {
  const report = await longReport()
  const texts = basisGrid(basisOf(report), 'zh').cells.map(({ text }) => bare(text))
  const print = async (to: PrintFormat) => {
    const source = { bytes: new Uint8Array(), name: 'form.txt', hash: '', format: 'text', findings: [], rules: {} }
    const { files } = await basis.print({ source, reports: [report], to, options: { lang: 'zh' } })
    return files[0]!.content
  }
  const readers = {
    xlsx: async () => readXlsx(await print('xlsx'), 'a').value,
    html: async () => readHtml(await print('html'), 'a').value,
    pdf: async () => (await readPdf(await print('pdf'), 'a')).value,
  }
  for (const [format, read] of Object.entries(readers)) {
    const found = (await read()).flatMap(({ cells }) => cells.map(({ text }) => bare(text)))
    // A cell of a PDF may go on upon the next page: the whole page is one text.
    const all = found.join('')
    const missing = texts.filter(
      (text) => text !== '' && (format === 'pdf' ? text.length < 300 && !all.includes(text) : !found.includes(text)),
    )
    expect(missing, format).toEqual([])
  }
  const json = JSON.parse(new TextDecoder().decode(await print('json'))) as { rows: { name: string }[] }
  expect(json.rows.some(({ name }) => name.length > 2000)).toBe(true)
})
