/** Prints one generated form in every format and says the hash of each: run as a process of its own by a test. */

import { createHash } from 'node:crypto'
import { layOutForm } from '../../src/core/layout/index.ts'
import { layouts } from '../../src/core/rulebook/index.ts'
import { writeDocx } from '../../src/writers/docx/index.ts'
import { writePdf } from '../../src/writers/pdf/index.ts'
import { writeXlsx } from '../../src/writers/xlsx/index.ts'
import { generateAny } from './generate-any.ts'

const layout = layouts[0]!
const grid = layOutForm(generateAny(20260101, layout, 40), layout)
const files = [writeXlsx(grid), writeDocx(grid), await writePdf(grid, { json: '{"form":1}' })]
for (const bytes of files) process.stdout.write(`${createHash('sha256').update(bytes).digest('hex')} ${bytes.length}\n`)
