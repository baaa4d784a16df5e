/** What the ods reader says. Placeholders in braces are filled from the finding's data. */

import { packageRules } from '../../containers/findings.ts'
import { sheetRules } from '../../containers/sheets/messages.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

export const odsReaderRules: Readonly<Record<string, RuleTexts>> = {
  ...packageRules('ods', { zh: 'OpenDocument 表格', en: 'OpenDocument sheet' }),
  ...sheetRules('ods'),
}
