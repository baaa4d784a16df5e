/** What is said when a file cannot be annotated. */

import { finding } from '../../containers/findings.ts'
import type { Finding } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import type { CannotEdit } from '../../editors/office/package-edit.ts'

export const annotateRules: Readonly<Record<string, RuleTexts>> = {
  'annotate/not-possible': {
    title: { zh: '不能在原文件上批注', en: 'the file cannot be annotated' },
    messages: {
      format: {
        text: {
          zh: '文件“{name}”的格式是 {format}，不能在原文件上批注（可以批注的有 xlsx、docx、PDF 和扫描件）',
          en: 'the file “{name}” is {format}; only xlsx, docx, PDF and scans can be annotated',
        },
        advice: {
          zh: '请用 ziping print 文件 --to html 得到附问题清单的网页，或将文件另存为 xlsx、docx 后再试',
          en: 'print the page that lists the findings (ziping print FILE --to html), or save the file as xlsx or docx and try again',
        },
      },
      part: {
        text: {
          zh: '文件“{name}”的部件“{part}”不能原样修改（{problem}），未批注',
          en: 'the part “{part}” of “{name}” cannot be changed in place ({problem}); nothing was annotated',
        },
        advice: {
          zh: '请用原编辑软件打开，另存为新文件后再试；或用 ziping print 文件 --to html',
          en: 'open it in the program it was made with, save it anew and try again; or print with --to html',
        },
      },
    },
  },
}

export function cannotAnnotate(name: string, format: string, problem?: CannotEdit): Finding {
  return problem === undefined
    ? finding('annotate/not-possible', 'format', 'error', { name, format })
    : finding('annotate/not-possible', 'part', 'error', { name, part: problem.part, problem: problem.problem })
}
