/** The official form: as html with findings and computation beside it; alone as xlsx, docx and PDF. */

import { withSignatures } from '../../containers/form-page/signatures.ts'
import { layOut } from '../../core/layout/index.ts'
import type { Report } from '../../core/model/index.ts'
import { plainForm } from '../read-forms.ts'
import { type PrintedFile, type PrintFormat, type PrintOptions, type Product, tailOf } from './product.ts'

async function write(report: Report, to: PrintFormat, { lang, layout }: PrintOptions): Promise<string | Uint8Array> {
  const title = report.form.title.raw
  switch (to) {
    case 'xlsx': {
      const { writeXlsx } = await import('../../writers/xlsx/index.ts')
      return writeXlsx(withSignatures(layOut(report, layout)), { title })
    }
    case 'docx': {
      const { writeDocx } = await import('../../writers/docx/index.ts')
      return writeDocx(layOut(report, layout), { title })
    }
    case 'pdf': {
      const { writePdf } = await import('../../writers/pdf/index.ts')
      return writePdf(layOut(report, layout), { title, json: JSON.stringify(plainForm(report.form)) })
    }
    default: {
      const { reportPage } = await import('../report-page.ts')
      const page = reportPage(report, lang, layout)
      if (page === null) throw new Error(`no layout ${layout}`)
      return page
    }
  }
}

export const form: Product = {
  id: 'form',
  title: { zh: '正式表样', en: 'the official form' },
  formats: ['html', 'xlsx', 'docx', 'pdf'],
  rules: {},
  async print({ reports, to, options }) {
    const files: PrintedFile[] = []
    for (const [index, report] of reports.entries()) {
      const content = await write(report, to, options)
      files.push({
        tail: tailOf(index, reports.length, to),
        content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      })
    }
    return { files, findings: [] }
  },
}
