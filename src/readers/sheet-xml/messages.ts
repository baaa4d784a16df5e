/** What the reader of XML workbooks says. Placeholders in braces are filled from the finding's data. */

import { packageRules } from '../../containers/findings.ts'
import { sheetRules } from '../../containers/sheets/messages.ts'
import { damagedTextRules } from '../../containers/xml-file.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

const file = { zh: 'XML 表格（Excel 2003）', en: 'XML workbook (Excel 2003)' }
const shared = packageRules('sheet-xml', file)

export const sheetXmlReaderRules: Readonly<Record<string, RuleTexts>> = {
  ...shared,
  ...sheetRules('sheet-xml'),
  ...damagedTextRules('sheet-xml'),
  'sheet-xml/unreadable': {
    title: shared['sheet-xml/unreadable']!.title,
    messages: {
      ...shared['sheet-xml/unreadable']!.messages,
      notPackage: {
        text: { zh: `文件“{name}”不是${file.zh}`, en: `the file “{name}” is no ${file.en}` },
        advice: { zh: '请用编辑软件打开后另存为 xlsx 格式', en: 'open it and save it as xlsx' },
      },
    },
  },
}
