/** 自评报告: the report in words that goes with the form. */

import type { Bilingual, Report } from '../../core/model/index.ts'
import { tellReport } from '../../core/narrative/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import { sayCitation, sayFinding } from '../catalogue.ts'
import { plainForm } from '../read-forms.ts'
import { type PrintedFile, type PrintFormat, type PrintOptions, type Product, tailOf } from './product.ts'

/** `rules`: texts of the reader that took the file. */
export function narrativeOf(report: Report, rules: Readonly<Record<string, RuleTexts>>): ReturnType<typeof tellReport> {
  const citation = (said: Parameters<typeof sayCitation>[0]): Bilingual => ({
    zh: sayCitation(said, 'zh'),
    en: sayCitation(said, 'en'),
  })
  return tellReport(report, {
    finding: (finding) => {
      const [zh, en] = [sayFinding(finding, 'zh', rules), sayFinding(finding, 'en', rules)]
      const advice = zh.advice === null || en.advice === null ? null : { zh: zh.advice, en: en.advice }
      return { title: { zh: zh.title, en: en.title }, text: { zh: zh.text, en: en.text }, advice }
    },
    citation,
  })
}

async function write(
  report: Report,
  rules: Readonly<Record<string, RuleTexts>>,
  to: PrintFormat,
  { lang }: PrintOptions,
): Promise<Uint8Array> {
  const narrative = narrativeOf(report, rules)
  switch (to) {
    case 'pdf': {
      const { writeNarrativePdf } = await import('../../writers/pdf/index.ts')
      return writeNarrativePdf(narrative, lang, { json: JSON.stringify(plainForm(report.form)) })
    }
    case 'html': {
      const { writeNarrativeHtml } = await import('../../writers/html/index.ts')
      return new TextEncoder().encode(writeNarrativeHtml(narrative, lang))
    }
    default: {
      const { writeNarrativeDocx } = await import('../../writers/docx/index.ts')
      return writeNarrativeDocx(narrative, lang)
    }
  }
}

export const report: Product = {
  id: 'report',
  title: { zh: '自评报告', en: 'the report in words' },
  formats: ['docx', 'pdf', 'html'],
  rules: {},
  async print({ source, reports, to, options }) {
    const files: PrintedFile[] = []
    for (const [index, each] of reports.entries()) {
      files.push({ tail: tailOf(index, reports.length, to), content: await write(each, source.rules, to, options) })
    }
    return { files, findings: [] }
  },
}
