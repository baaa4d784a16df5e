/** What has to hold of every file, whatever it holds: it is answered in time, in words, and the same each time. */

import { sayFinding } from '../../../src/app/catalogue.ts'
import { checkSource } from '../../../src/app/check-source.ts'
import { readSource } from '../../../src/app/read-source.ts'
import { pack } from '../../../src/app/work/pack.ts'
import type { Finding } from '../../../src/core/model/index.ts'
import type { Mutant, Share } from './mutant.ts'

/** Processor seconds for one file, read, recognised and checked; a whole form takes some hundredths. */
export const processorSeconds: Readonly<Record<Share, number>> = { other: 10, pdf: 40, picture: 60 }

/** One in so many is read twice, and its tables looked at. */
const TWICE = 20

type Checked = Awaited<ReturnType<typeof checkSource>>

/** A finding without its words in both languages, or with a placeholder that nothing fills. */
function wordless(finding: Finding, rules: Checked['rules']): string | null {
  for (const lang of ['zh', 'en'] as const) {
    const { title, text, advice } = sayFinding(finding, lang, rules)
    if (title === finding.rule || text === `${finding.rule}/${finding.message}`)
      return `no ${lang} text for ${finding.rule}/${finding.message}`
    if (/\{[a-z]\w*\}/.test(`${text}${advice ?? ''}`) && !/\{[a-z]\w*\}/.test(JSON.stringify(finding.data)))
      return `unfilled placeholder: ${text}`
  }
  return null
}

function problemOf({ reports, findings, rules }: Checked): string | null {
  if (reports.length === 0 && findings.length === 0) return 'no form and nothing said'
  for (const { complete, checks } of reports) {
    if (!complete) return `crashed: ${checks.filter(({ counts }) => counts.crashed > 0).map(({ id }) => id)}`
  }
  const all = [...findings, ...reports.flatMap((report) => report.findings)]
  return all.map((finding) => wordless(finding, rules)).find((problem) => problem !== null) ?? null
}

async function tablesProblem(bytes: Uint8Array): Promise<string | null> {
  const { grids } = await readSource(bytes, '文件')
  for (const { cells, rowCount, columnCount } of grids) {
    for (const { row, column, rowSpan, columnSpan, source } of cells) {
      const whole = [row, column, rowSpan, columnSpan].every((figure) => Number.isSafeInteger(figure))
      if (!whole || row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1)
        return `a cell at ${row},${column},${rowSpan},${columnSpan}`
      if (row + rowSpan > rowCount || column + columnSpan > columnCount) return 'a cell outside its table'
      if (source === undefined) return 'a cell without its place'
    }
  }
  return null
}

/** What is wrong with the answer to a file; null where nothing is. Throws what the readers throw. */
export async function judge({ bytes, number, share }: Mutant): Promise<string | null> {
  const before = Buffer.from(bytes)
  const checked = await checkSource(bytes, '文件')
  const problem = problemOf(checked)
  if (problem !== null) return problem
  if (!before.equals(bytes)) return 'its bytes were changed'
  if (share === 'picture' || number % TWICE > 0) return null
  if (pack(await checkSource(bytes, '文件')) !== pack(checked)) return 'another answer the second time'
  return tablesProblem(bytes)
}
