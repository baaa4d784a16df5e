/** Keeps what every corpus form gives now as its golden; read the diff before you commit it. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFolder, corpusForms, goldensOf } from '../tests/support/golden.ts'

for (const { slug, file } of corpusForms()) {
  for (const { name, now, kept } of await goldensOf(slug, file)) {
    if (now === kept) continue
    writeFileSync(join(corpusFolder, slug, name), now)
    process.stdout.write(`${slug}/${name} ${kept === null ? 'made' : 'changed'}\n`)
  }
}
