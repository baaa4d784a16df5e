import type { Command } from 'commander'
import { compareReports } from '../../app/index.ts'
import type { Band, Exact, Lang } from '../../core/model/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { clip, table } from '../terminal.ts'
import { type CommonOptions, checkFile, print, printJson, run, sayRefusal, withCommonOptions } from './command.ts'

interface DiffOptions extends CommonOptions {
  readonly against?: string
}

function signed(value: Exact): string {
  return value.isPositive ? `+${value.toFixed(2)}` : value.toFixed(2)
}

function signedBand({ min, max }: Band): string {
  return min.equals(max) ? signed(min) : `${signed(min)} … ${signed(max)}`
}

function printComparison(comparison: ReturnType<typeof compareReports>, lang: Lang): string {
  const zh = lang === 'zh'
  const head = zh ? ['指标', '改动', '表列得分', '重算得分'] : ['row', 'changed', 'printed', 'recomputed']
  const words = zh
    ? { target: '指标值', actual: '完成值', weight: '分值', score: '得分', note: '说明' }
    : { target: 'target', actual: 'actual', weight: 'weight', score: 'score', note: 'note' }
  const rows = comparison.rows.map(({ name, before, after, cells, change }) => {
    const what =
      before === null
        ? zh
          ? '新增'
          : 'added'
        : after === null
          ? zh
            ? '删除'
            : 'removed'
          : cells
              .map(
                (cell) =>
                  `${words[cell]} ${clip(before.indicator[cell].raw || '—', 14)} → ${clip(after.indicator[cell].raw || '—', 14)}`,
              )
              .join('; ')
    return [clip(name, 40), what, signed(change.printed), signedBand(change.recomputed)]
  })
  const sums = [
    [
      zh ? '预算执行' : 'execution',
      '',
      signed(comparison.execution.printed),
      signedBand(comparison.execution.recomputed),
    ],
    [
      zh ? '其他（封顶、折算等）' : 'rest (caps, rescaling …)',
      '',
      signed(comparison.rest.printed),
      signedBand(comparison.rest.recomputed),
    ],
    [zh ? '总分' : 'total', '', signed(comparison.total.printed), signedBand(comparison.total.recomputed)],
  ]
  return `${table([head, ...rows, [], ...sums], [2, 3])}\n${zh ? '未变' : 'unchanged'} ${comparison.unchanged}`
}

export function registerDiff(program: Command): void {
  withCommonOptions(program.command('diff <a> [b]'))
    .description('比较两份表，或一份表在两套规则下的得分 · compare two forms, or one form under two editions')
    .option('--against <id>', '第二份（或同一份）所用规则 · rules for the second')
    .action((a: string, b: string | undefined, options: DiffOptions) =>
      run(async () => {
        const { lang, against } = options
        if (b === undefined && against === undefined) {
          process.stderr.write(
            lang === 'zh'
              ? '请给出第二份表，或用 --against 指定第二套规则\n'
              : 'name a second form, or other rules with --against\n',
          )
          return exitCodes.failed
        }
        const first = await checkFile(a, options)
        const edition = against ?? options.edition
        const second = await checkFile(b ?? a, { lang, ...(edition === undefined ? {} : { edition }) })
        for (const [result, path] of [
          [first, a],
          [second, b ?? a],
        ] as const) {
          const { length } = result.checked.reports
          if (length > 1) {
            const only =
              lang === 'zh'
                ? `${path} 有${length}份表，只比较第1份`
                : `${path} holds ${length} forms: the first is compared`
            process.stderr.write(`${only}\n`)
          }
          if (length > 0) continue
          sayRefusal(result, path, lang)
          return exitCodes.failed
        }
        const [before] = first.checked.reports
        const [after] = second.checked.reports
        const comparison = compareReports(before!, after!)
        if (options.json) printJson(comparison)
        else {
          print(`A ${a} (${before!.stamp.edition})\nB ${b ?? a} (${after!.stamp.edition})\n`)
          print(printComparison(comparison, lang))
        }
        return exitCodes.clean
      }),
    )
}
