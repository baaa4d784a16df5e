/** What is said where something cannot be printed. */

import type { Finding, Severity } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

export const pageRules: Readonly<Record<'print/no-pdf-compiler', RuleTexts & { readonly severity: Severity }>> = {
  'print/no-pdf-compiler': {
    title: { zh: '本机不能生成 PDF', en: 'this machine cannot make PDF pages' },
    severity: 'error',
    messages: {
      missing: {
        text: {
          zh: '本机没有生成 PDF 所需的程序（@myriaddreamin/typst-ts-node-compiler）：{reason}',
          en: 'this platform lacks the compiler of PDF pages (@myriaddreamin/typst-ts-node-compiler): {reason}',
        },
        advice: { zh: '请改用 --to docx 或 html', en: 'use --to docx or html' },
      },
    },
  },
}

export function noPdfCompiler(reason: string): Finding {
  const rule = 'print/no-pdf-compiler'
  return {
    rule,
    message: 'missing',
    data: { reason },
    severity: pageRules[rule].severity,
    certainty: 'certain',
    at: [{ path: 'form' }],
    law: [],
  }
}
