import type { Command } from 'commander'
import { sayCitation } from '../../app/index.ts'
import { Exact, type Lang, type Report, type ScoredRow } from '../../core/model/index.ts'
import { agreementWords, sayPath, sayPlace, tierWords } from '../../core/texts/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { sayBand } from '../print-summary.ts'
import { type CommonOptions, checkFile, print, printJson, run, sayRefusal, withCommonOptions } from './command.ts'

/** The whole way of one score: what went in, by which formula and clause, what came out, how it was rounded. */
function explainRow(row: ScoredRow, report: Report, index: number, lang: Lang): string {
  const zh = lang === 'zh'
  const indicator = report.form.indicators[index]!
  const { origin } = indicator.name
  const lines = [
    `${indicator.name.raw}${origin === undefined ? '' : ` (${sayPlace(origin, lang)})`}`,
    `  ${zh ? '指标值' : 'target'} ${indicator.target.raw || '—'}   ${zh ? '完成值' : 'actual'} ${indicator.actual.raw || '—'}   ${
      zh ? '分值' : 'weight'
    } ${indicator.weight.raw || '—'}   ${zh ? '表列得分' : 'printed score'} ${indicator.score.raw || '—'}`,
  ]
  row.steps.forEach((step, number) => {
    lines.push(`  ${number + 1}. ${step.say[lang]}`)
    for (const input of step.inputs) {
      const place = input.path === undefined ? '' : ` ← ${sayPath(report.form, input.path, lang)}`
      lines.push(`       ${input.symbol[lang]} = ${input.value}${place}`)
    }
    if (step.result !== '') lines.push(`       → ${sayResult(step.result)}`)
    for (const citation of step.law) lines.push(`       ${zh ? '依据' : 'law'} ${sayCitation(citation, lang)}`)
  })
  for (const reason of row.because) lines.push(`  ${zh ? '说明' : 'note'} ${reason[lang]}`)
  for (const reading of row.readings)
    lines.push(
      `  ${zh ? '若读作' : 'read as'} ${reading.word} → ${tierWords[reading.tier]?.[lang] ?? reading.tier}: ${sayBand(reading.band)}`,
    )
  for (const citation of row.law) lines.push(`  ${zh ? '依据' : 'law'} ${sayCitation(citation, lang)}`)
  lines.push(
    `  ${zh ? '重算得分' : 'recomputed'} ${row.recomputed === null ? '—' : sayBand(row.recomputed)}   ${agreementWords[row.agreement][lang]}`,
  )
  return lines.join('\n')
}

/** A fraction as a person reads it; its exact form stands in the JSON. */
function sayResult(result: string): string {
  return /^-?\d+\/\d+$/.test(result) ? `≈ ${Exact.of(result).toFixed(6)}` : result
}

/** Rows whose name is the asked one; else those that contain it. */
function rowsNamed(report: Report, name: string): readonly number[] {
  const names = report.form.indicators.map((indicator) => indicator.name.raw.replace(/\s+/g, ''))
  const wanted = name.replace(/\s+/g, '')
  const exact = names.flatMap((each, index) => (each === wanted ? [index] : []))
  return exact.length > 0 ? exact : names.flatMap((each, index) => (each.includes(wanted) ? [index] : []))
}

export function registerExplain(program: Command): void {
  withCommonOptions(program.command('explain <file> <indicator>'))
    .description('讲清一个指标得分的来历 · explain one score')
    .option('--set <change...>', '假如：指标名.actual=60人 · what if')
    .action((path: string, name: string, options: CommonOptions) =>
      run(async () => {
        const result = await checkFile(path, options)
        if (result.checked.reports.length === 0) {
          sayRefusal(result, path, options.lang)
          return exitCodes.failed
        }
        const found = result.checked.reports.flatMap((report) =>
          rowsNamed(report, name).map((index) => ({ report, index })),
        )
        if (found.length === 0) {
          process.stderr.write(
            options.lang === 'zh' ? `表中没有名称含“${name}”的指标\n` : `no indicator whose name holds “${name}”\n`,
          )
          return exitCodes.failed
        }
        if (options.json) printJson(found.map(({ report, index }) => report.scored.rows[index]))
        else
          print(
            found
              .map(({ report, index }) => explainRow(report.scored.rows[index]!, report, index, options.lang))
              .join('\n\n'),
          )
        return exitCodes.clean
      }),
    )
}
