/** Prints what knowledge makes of noisy readings: npx tsx scripts/reading-noise.ts [forms] [seed] */

import { countNoise, quantile } from '../tests/support/noise-count.ts'
import { cleanScan, poorScan } from '../tests/support/ocr-noise.ts'

const forms = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 1)
const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

console.log(
  '| noise | forms | fields right | figures right | misread, of these mended | wrong and not said | invented | spoilt | to confirm: median, 95 % |',
)
console.log('|---|---|---|---|---|---|---|---|---|')
for (const [name, noise] of [
  ['clean', cleanScan],
  ['poor', poorScan],
] as const) {
  const made = countNoise(seed, forms, noise)
  console.log(
    `| ${name} | ${made.forms} (${made.broken} broken) | ${share(made.right, made.fields)} | ${share(made.rightFigures, made.figures)} | ${made.misread}, ${share(made.mended, made.misread)} | ${made.unsaid} of ${made.fields} (${share(made.unsaid, made.fields)}) | ${made.invented} | ${made.spoilt} | ${quantile(made.toConfirm, 50)}, ${quantile(made.toConfirm, 95)} |`,
  )
  if (process.argv[4] === 'examples') for (const line of made.examples) console.log(`  ${line}`)
}
