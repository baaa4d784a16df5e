/** The fill-in workbook: the official form with live formulas, which `read` takes back. */

import type { Form } from '../../core/model/index.ts'
import { editionById } from '../../core/rulebook/index.ts'
import { type Product, tailOf } from './product.ts'

/** Nothing has been reached or scored yet: what stands empty is to be worked out. */
function isBlank({ indicators }: Form): boolean {
  return indicators.every(({ actual, score }) => actual.raw === '' && score.raw === '')
}

export const workbook: Product = {
  id: 'workbook',
  title: { zh: '填报工作簿', en: 'the fill-in workbook' },
  formats: ['xlsx'],
  rules: {},
  async print({ reports, options }) {
    const { buildWorkbook } = await import('../workbook/build-workbook.ts')
    const files = reports.map((report, index) => {
      const edition = editionById(report.stamp.edition)
      if (edition === undefined) throw new Error(`no edition ${report.stamp.edition}`)
      const { layout } = options
      const content = buildWorkbook(report.form, {
        edition,
        scored: report.scored.rows,
        blank: isBlank(report.form),
        ...(layout === undefined ? {} : { layout }),
      })
      return { tail: tailOf(index, reports.length, 'xlsx'), content }
    })
    return { files, findings: [] }
  },
}
