import type { Command } from 'commander'
import {
  type NamedDeductions,
  type Review,
  type ReviewLine,
  readDeductions,
  reviewEditions,
  reviewReport,
} from '../../app/index.ts'
import type { Band, Exact, Lang } from '../../core/model/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { sayBand } from '../print-summary.ts'
import { CannotRead } from '../source-file.ts'
import { clip, table } from '../terminal.ts'
import { type CommonOptions, checkFile, print, printJson, run, sayRefusal, withCommonOptions } from './command.ts'

interface ReviewOptions extends CommonOptions {
  readonly deduct?: readonly string[]
}

function figure(value: Exact | null): string {
  return value === null ? '' : value.toFixed(2)
}

function percent(band: Band | null): string {
  return band === null ? '' : `${sayBand(band)}%`
}

function bandOrBlank(band: Band | null): string {
  return band === null ? '' : sayBand(band)
}

/** What may be taken off, under the rules of reviewers. */
export function printDeductions(lang: Lang): string {
  return reviewEditions()
    .map((edition) => {
      const rows = edition.review!.map(({ id, share, title }) => [`  ${id}`, `${share.value}%`, title[lang]])
      return `${edition.title[lang]} [${edition.id}]\n${table(rows, [1])}`
    })
    .join('\n\n')
}

/** Rows where the review differs from the unit's own score, or where something was taken off. */
function isTold({ printed, reviewed, deductions, refused }: ReviewLine): boolean {
  if (deductions.length + refused.length > 0) return true
  return reviewed !== null && printed !== null && (printed.lessThan(reviewed.min) || reviewed.max.lessThan(printed))
}

function printReview({ lines, total }: Review, lang: Lang): string {
  const zh = lang === 'zh'
  const head = zh
    ? ['行', '指标', '分值', '自评得分', '复核得分', '偏离度', '扣减']
    : ['row', 'indicator', 'weight', 'own score', 'reviewed', 'deviation', 'taken off']
  const rows = lines.flatMap((line, index) =>
    isTold(line)
      ? [
          [
            String(index + 1),
            clip(line.name, 40),
            figure(line.weight),
            figure(line.printed),
            bandOrBlank(line.reviewed),
            percent(line.deviation),
            [...line.deductions, ...line.refused.map(({ id, why }) => `${id}: ${why[lang]}`)].join('; '),
          ],
        ]
      : [],
  )
  const last = [
    '',
    zh ? '总分' : 'total',
    '',
    figure(total.printed),
    bandOrBlank(total.reviewed),
    percent(total.deviation),
    '',
  ]
  const same = lines.length - rows.length
  const rest = zh ? `其余${same}行自评与复核一致，或没有分值。` : `${same} other rows agree or carry no points.`
  return `${table([head, ...rows, [], last], [2, 3, 4, 5])}\n\n${rest}`
}

function readNamed(texts: readonly string[], lang: Lang): readonly NamedDeductions[] {
  return texts.map((text) => {
    const named = readDeductions(text)
    if (named !== null) return named
    throw new CannotRead(
      lang === 'zh'
        ? `--deduct 应写作“指标名=扣减项”：${text}`
        : `--deduct is written 'name of the row=deduction': ${text}`,
    )
  })
}

/** Prints the review of each form of the file; 1 where a deduction was refused, 2 where nothing could be reviewed. */
async function review(path: string, options: ReviewOptions): Promise<ExitCode> {
  const { lang } = options
  const named = readNamed(options.deduct ?? [], lang)
  const edition = options.edition ?? reviewEditions()[0]!.id
  const result = await checkFile(path, { ...options, edition })
  if (result.checked.reports.length === 0) {
    sayRefusal(result, path, lang)
    return exitCodes.failed
  }
  const reviews = result.checked.reports.map((report): Review => {
    const outcome = reviewReport(report, named)
    if (outcome.review !== null) return outcome.review
    if (outcome.problem === 'edition')
      throw new CannotRead(
        lang === 'zh'
          ? `规则 ${edition} 没有复核扣减；可用：${outcome.known.join('、')}`
          : `${edition} has no rules for reviewers; there are: ${outcome.known.join(', ')}`,
      )
    const [zh, en] =
      outcome.problem === 'none'
        ? ['表中没有这一行', 'no such row']
        : [
            '名称对应不止一行，请写全名，或在名称后加序号（#1、#2）',
            'the name fits several rows: write it in full, or its number (#1, #2) behind it',
          ]
    throw new CannotRead(lang === 'zh' ? `${zh}：${outcome.name}` : `${en}: ${outcome.name}`)
  })
  if (options.json) printJson(reviews)
  else for (const one of reviews) print(printReview(one, lang))
  const isRefused = reviews.some(({ lines }) => lines.some(({ refused }) => refused.length > 0))
  return isRefused ? exitCodes.errors : exitCodes.clean
}

export function registerReview(program: Command): void {
  withCommonOptions(program.command('review [file]'))
    .description('按复核规则扣减，与自评并列 · what a reviewer takes off, beside the own score')
    .option('--deduct <row...>', '扣减：指标名=hollow-light,misfiled · what to take off a row')
    .action((path: string | undefined, options: ReviewOptions) =>
      run(async () => {
        if (path !== undefined) return review(path, options)
        print(printDeductions(options.lang))
        return exitCodes.clean
      }),
    )
}
