/** What the xlsx reader says. Placeholders in braces are filled from the finding's data. */

import { packageRules } from '../../containers/findings.ts'
import { sheetRules } from '../../containers/sheets/messages.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

const own: Readonly<Record<string, RuleTexts>> = {
  'xlsx/binary-workbook': {
    title: { zh: '二进制工作簿无法读取', en: 'a binary workbook cannot be read' },
    messages: {
      binary: {
        text: { zh: '文件“{name}”是二进制工作簿（xlsb）', en: 'the file “{name}” is a binary workbook (xlsb)' },
        advice: { zh: '请另存为 xlsx 格式', en: 'save it as xlsx' },
      },
    },
  },
}

export const xlsxReaderRules: Readonly<Record<string, RuleTexts>> = {
  ...packageRules('xlsx', { zh: 'Excel 工作簿', en: 'workbook' }),
  ...sheetRules('xlsx'),
  ...own,
}
