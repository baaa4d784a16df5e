/** What is said when a user's own file cannot be changed in place. */

import { finding } from '../../containers/findings.ts'
import type { Finding } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import type { CannotEdit } from '../../editors/office/package-edit.ts'

export const fileEditRules: Readonly<Record<string, RuleTexts>> = {
  'template/text-cut': {
    title: { zh: '行高不够，文字显示不全', en: 'rows too low for what was written' },
    messages: {
      cells: {
        text: {
          zh: '有 {count} 格的文字多于行高所能显示的行数，行高保持模板原样',
          en: '{count} cells hold more lines than their rows show; the heights were left as the template has them',
        },
        advice: {
          zh: '请在表格程序中将这些行设为“自动调整行高”，合并单元格须手工拉高，再打印',
          en: 'let the office program fit these rows (merged cells by hand) before printing',
        },
      },
    },
  },
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
      innerTables: {
        text: {
          zh: '文件“{name}”的单元格里还有表格，或以制表符分隔的内容，不能原样填写，未写入',
          en: 'cells of “{name}” hold tables, or texts parted by tabs; it cannot be filled in place, and nothing was written',
        },
        advice: {
          zh: '请把里层表格移到单元格之外，或改为合并单元格后再试',
          en: 'move the inner tables out of their cells, or merge cells instead, and try again',
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
