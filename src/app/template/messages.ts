/** What is said when a user's own file cannot be changed in place. */

import { finding } from '../../containers/findings.ts'
import type { Finding } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import type { CannotEdit } from '../../editors/office/package-edit.ts'

export const fileEditRules: Readonly<Record<string, RuleTexts>> = {
  'edit/not-possible': {
    title: { zh: '不能在原文件上填写或批注', en: 'the file cannot be written into' },
    messages: {
      format: {
        text: {
          zh: '文件“{name}”的格式是 {format}，只能在 xlsx、docx 文件上原样填写',
          en: 'the file “{name}” is {format}; only xlsx and docx can be written into as they are',
        },
        advice: {
          zh: '请用编辑软件打开，另存为 xlsx 或 docx 后再试',
          en: 'open it, save it as xlsx or docx, and try again',
        },
      },
      part: {
        text: {
          zh: '文件“{name}”的部件“{part}”不能原样修改（{problem}），未写入',
          en: 'the part “{part}” of “{name}” cannot be changed in place ({problem}); nothing was written',
        },
        advice: {
          zh: '请用原编辑软件打开，另存为新文件后再试',
          en: 'open it in the program it was made with, save it anew, and try again',
        },
      },
    },
  },
}

/** Why a file is not written into. */
export function notEditable(name: string, format: string, problem?: CannotEdit): Finding {
  return problem === undefined
    ? finding('edit/not-possible', 'format', 'error', { name, format })
    : finding('edit/not-possible', 'part', 'error', { name, part: problem.part, problem: problem.problem })
}
