/**
 * Prints what it is given in every product and format and says the hash of each file: run as a process of its own by a test.
 * Arguments: the files, in the order they are printed. What takes a template is printed into the form's own print.
 */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { checkSource } from '../../src/app/check-source.ts'
import { products } from '../../src/app/print/index.ts'
import { printChecked } from '../../src/app/print/print-checked.ts'

const lines: string[] = []
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path)
  const name = basename(path)
  const checked = await checkSource(bytes, name)
  for (const { id, formats } of products) {
    for (const to of formats) {
      const blank =
        id === 'template' ? await printChecked(checked, bytes, { what: 'form', to, options: { lang: 'zh' } }) : null
      for (const lang of ['zh', 'en'] as const) {
        const template = blank === null ? {} : { template: { bytes: blank.files[0]!.content, name: `blank.${to}` } }
        const { files } = await printChecked(checked, bytes, { what: id, to, options: { lang, ...template } })
        for (const { tail, content } of files) {
          const hash = createHash('sha256').update(content).digest('hex')
          lines.push(`${name} ${id} ${to} ${lang} ${tail} ${hash} ${content.length}`)
        }
      }
    }
  }
}
process.stdout.write(`${lines.sort().join('\n')}\n`)
