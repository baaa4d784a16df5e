/** All files made to hurt a reader. */

import { compoundFiles } from './compound.ts'
import type { HostileFile } from './hostile-file.ts'
import { packageFiles, sheetFiles } from './packages.ts'
import { pageFiles, textFiles, xmlFiles } from './pages.ts'
import { pdfFiles } from './pdf.ts'

export const hostileFiles: readonly HostileFile[] = [
  ...textFiles,
  ...packageFiles('xlsx'),
  ...packageFiles('docx'),
  ...packageFiles('ods'),
  ...sheetFiles,
  ...compoundFiles,
  ...pageFiles,
  ...xmlFiles,
  ...pdfFiles,
]
