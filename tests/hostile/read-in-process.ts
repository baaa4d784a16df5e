/**
 * Reads hostile files in a process of its own, whose memory is bounded; prints one line of JSON for each. Of several such
 * processes each takes its share: `read-in-process.ts 0 2` every other file.
 */

import { readerOf } from '../contract/readers/readers.ts'
import { hostileFiles } from './files.ts'

const [mine, all] = process.argv.slice(2).map(Number) as [number, number]
for (const file of hostileFiles.filter((_, index) => index % all === mine)) {
  const bytes = file.bytes()
  const start = performance.now()
  const { value, findings } = await readerOf(file.reader).read(bytes, file.name)
  const result = {
    reader: file.reader,
    name: file.name,
    milliseconds: Math.round(performance.now() - start),
    grids: value.length,
    cells: value.reduce((sum, grid) => sum + grid.cells.length, 0),
    says: findings.map(({ rule, message }) => `${rule}/${message}`),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
