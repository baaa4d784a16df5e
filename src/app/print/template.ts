/** The bureau's own blank form, filled: everything else of the file stays as it is. */

import type { Finding } from '../../core/model/index.ts'
import { type TemplateRule, templateRules } from '../../core/template/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import { fileEditRules } from '../template/messages.ts'
import { type PrintedFile, type Product, tailOf } from './product.ts'

export const template: Product = {
  id: 'template',
  title: { zh: '填入给定的空白表', en: 'a blank form of your own, filled' },
  formats: ['xlsx', 'docx'],
  rules: { ...templateRules, ...fileEditRules },
  // What found no place stands in the user's form; all else is said of the blank one, filled.
  isOnWritten: ({ rule }) => rule !== ('template/no-place' satisfies TemplateRule),
  async print({ reports, to, options }) {
    const blank = options.template
    if (blank === undefined) throw new Error('no template to fill')
    const { fillTemplate } = await import('../template/fill-template.ts')
    const files: PrintedFile[] = []
    const findings: Finding[] = []
    let rules: Readonly<Record<string, RuleTexts>> = {}
    for (const [index, { form }] of reports.entries()) {
      const filled = await fillTemplate(form, blank.bytes, blank.name)
      findings.push(...filled.findings)
      rules = { ...rules, ...filled.rules }
      if (filled.content !== null) files.push({ tail: tailOf(index, reports.length, to), content: filled.content })
    }
    return { files, findings, rules }
  },
}
