/** Keeps the pictures of printed files as they are now: look at them before they are committed. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { picturesFolder, printedPictures, versionsFile, versionsHere } from '../tests/support/printed-pictures.ts'

const pictures = await printedPictures()
mkdirSync(picturesFolder, { recursive: true })
for (const file of readdirSync(picturesFolder)) if (file.endsWith('.png')) rmSync(join(picturesFolder, file))
for (const [name, png] of pictures) writeFileSync(join(picturesFolder, `${name}.png`), png)
writeFileSync(versionsFile, `${JSON.stringify(versionsHere(), null, 2)}\n`)
process.stdout.write(`${pictures.size} pictures in ${picturesFolder}\n`)
