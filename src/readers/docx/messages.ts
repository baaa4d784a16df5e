/** What the docx reader says. Placeholders in braces are filled from the finding's data. */

import { documentRules } from '../../containers/document-messages.ts'
import { packageRules } from '../../containers/findings.ts'
import { damagedTextRules } from '../../containers/xml-file.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

export const docxReaderRules: Readonly<Record<string, RuleTexts>> = {
  ...packageRules('docx', { zh: 'Word 文档', en: 'document' }),
  ...documentRules('docx'),
  ...damagedTextRules('docx'),
}
