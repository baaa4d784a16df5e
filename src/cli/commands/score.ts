import type { Command } from 'commander'
import type { Lang, Report, ScoredRow } from '../../core/model/index.ts'
import { agreementWords } from '../../core/texts/index.ts'
import { printSummary, sayBand } from '../print-summary.ts'
import { clip, table } from '../terminal.ts'
import {
  type CommonOptions,
  checkFile,
  exitCodeOf,
  print,
  printJson,
  run,
  sayRefusal,
  withCommonOptions,
} from './command.ts'

const NAME_COLUMNS = 40

function rowOf(row: ScoredRow, report: Report, index: number, lang: Lang): string[] {
  const indicator = report.form.indicators[index]!
  const { origin } = indicator.name
  return [
    origin?.kind === 'text' ? String(origin.line) : String(index + 1),
    clip(indicator.name.raw, NAME_COLUMNS),
    clip(indicator.target.raw, 16),
    clip(indicator.actual.raw, 16),
    indicator.weight.raw,
    indicator.score.raw,
    row.recomputed === null ? '' : sayBand(row.recomputed),
    agreementWords[row.agreement][lang],
  ]
}

function printScores(report: Report, lang: Lang): string {
  const head =
    lang === 'zh'
      ? ['行', '指标', '指标值', '完成值', '分值', '得分', '重算', '比较']
      : ['line', 'indicator', 'target', 'actual', 'weight', 'printed', 'recomputed', 'result']
  const rows = report.scored.rows.flatMap((row, index) =>
    row.agreement === 'none' ? [] : [rowOf(row, report, index, lang)],
  )
  const blocks = report.scored.blocks.map((block) => [
    '',
    `${block.level === 2 ? '  ' : ''}${block.name}`,
    '',
    '',
    block.weight.added.toFixed(2),
    block.score.added.toFixed(2),
    sayBand(block.score.recomputed),
    block.score.lost === 0 ? '' : `${agreementWords.lost[lang]} ${block.score.lost}`,
  ])
  return table([head, ...rows, [], ...blocks], [0, 4, 5, 6])
}

export function registerScore(program: Command): void {
  withCommonOptions(program.command('score <file>'))
    .description('按规则重算每一分 · recompute every score')
    .option('--set <change...>', '假如：指标名.actual=60人 · what if')
    .action((path: string, options: CommonOptions) =>
      run(async () => {
        const result = await checkFile(path, options)
        const { checked } = result
        if (options.json) printJson(checked.reports.map(({ stamp, scored }) => ({ stamp, scored })))
        else if (checked.reports.length === 0) sayRefusal(result, path, options.lang)
        else
          for (const report of checked.reports) {
            print(printScores(report, options.lang))
            print(`\n${printSummary(report, options.lang)}`)
          }
        return exitCodeOf(checked)
      }),
    )
}
