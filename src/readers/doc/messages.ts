/** What the doc reader says. Placeholders in braces are filled from the finding's data. */

import { documentRules } from '../../containers/document-messages.ts'
import { packageRules } from '../../containers/findings.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

const packaged = packageRules('doc', { zh: 'Word 文档', en: 'document' })

export const docReaderRules: Readonly<Record<string, RuleTexts>> = {
  ...packaged,
  ...documentRules('doc'),
  'doc/unreadable': {
    title: packaged['doc/unreadable']!.title,
    messages: {
      ...packaged['doc/unreadable']!.messages,
      oldVersion: {
        text: {
          zh: '文件“{name}”是 Word 95 或更早版本的格式，无法读取',
          en: 'the file “{name}” has the format of Word 95 or before, which is not read',
        },
        advice: { zh: '请用 Word 或 WPS 打开后另存为 docx 格式', en: 'open it in Word or WPS and save it as docx' },
      },
    },
  },
  'doc/merges-lost': {
    title: { zh: '表格的合并单元格未能还原', en: 'merged cells of tables could not be told' },
    messages: {
      shapeless: {
        text: {
          zh: '文件“{name}”有 {count} 行表格的列宽信息无法识别，单元格按先后顺序读取，合并关系未能还原',
          en: 'the widths of {count} table rows of “{name}” cannot be read; their cells stand in order, none merged',
        },
        advice: { zh: '请另存为 docx 格式后重新读取', en: 'save it as docx and read that' },
      },
    },
  },
}
