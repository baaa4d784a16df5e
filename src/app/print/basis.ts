/** 得分依据表: of every point its formula, inputs, clause, rounding; printed and recomputed side by side. */

import { basisGrid, basisOf } from '../../core/basis/index.ts'
import type { Report } from '../../core/model/index.ts'
import { type PrintFormat, type PrintOptions, type Product, tailOf } from './product.ts'

async function write(report: Report, to: PrintFormat, { lang }: PrintOptions): Promise<Uint8Array> {
  const basis = basisOf(report)
  if (to === 'json') return new TextEncoder().encode(`${JSON.stringify(basis, null, 2)}\n`)
  const grid = basisGrid(basis, lang)
  switch (to) {
    case 'xlsx': {
      const { writeXlsx } = await import('../../writers/xlsx/index.ts')
      return writeXlsx(grid)
    }
    case 'pdf': {
      const { writePdf } = await import('../../writers/pdf/index.ts')
      return writePdf(grid, { json: JSON.stringify(basis), attachment: 'basis.json', signatures: false })
    }
    default: {
      const { writeGridHtml } = await import('../../writers/html/index.ts')
      return new TextEncoder().encode(writeGridHtml(grid, lang))
    }
  }
}

export const basis: Product = {
  id: 'basis',
  title: { zh: '得分依据表', en: 'the basis of every point' },
  formats: ['html', 'xlsx', 'pdf', 'json'],
  rules: {},
  async print({ reports, to, options }) {
    const files = await Promise.all(
      reports.map(async (report, index) => ({
        tail: tailOf(index, reports.length, to),
        content: await write(report, to, options),
      })),
    )
    return { files, findings: [] }
  },
}
