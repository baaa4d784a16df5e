/** Reads the hostile files in a process of its own, whose memory is bounded; prints one line of JSON for each. */

import { hostileFiles } from './hostile-files.ts'
import { readers } from './readers.ts'

for (const file of hostileFiles) {
  const bytes = file.bytes()
  const start = performance.now()
  const { value, findings } = readers[file.reader].read(bytes, file.name)
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
