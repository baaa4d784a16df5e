/** What the xls reader says. Placeholders in braces are filled from the finding's data. */

import { packageRules } from '../../containers/findings.ts'
import { sheetRules } from '../../containers/sheets/messages.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

const packaged = packageRules('xls', { zh: 'Excel 工作簿', en: 'workbook' })

export const xlsReaderRules: Readonly<Record<string, RuleTexts>> = {
  ...packaged,
  ...sheetRules('xls'),
  'xls/unreadable': {
    title: packaged['xls/unreadable']!.title,
    messages: {
      ...packaged['xls/unreadable']!.messages,
      oldVersion: {
        text: {
          zh: '文件“{name}”是 Excel 4.0 或更早版本的格式，无法读取',
          en: 'the file “{name}” has the format of Excel 4.0 or before, which is not read',
        },
        advice: { zh: '请用 Excel 或 WPS 打开后另存为 xlsx 格式', en: 'open it in Excel or WPS and save it as xlsx' },
      },
    },
  },
}
