/**
 * Makes documents of every format from forms (see tests/support/office/), reads them back with the product and counts what
 * came back right. A run over all formats keeps its tables in docs/generated/accuracy.md, and says what it was made of. A run
 * that was broken off goes on where it was, as long as neither the program nor its arguments change.
 *
 *   npm run accuracy                                   everything; installs the Debian packages it needs
 *   npm run accuracy -- --formats xlsx,scan --layouts national-project --sources right --per-layout 2 --seed 7
 *   npm run accuracy -- --verbose                      every difference, with its file
 *   npm run accuracy -- --minutes 10                   begins nothing new after so long, and names what is missing; the same
 *                                                      command goes on
 *   npm run accuracy -- --report                       only the report of three hundred pages
 *   npm run accuracy -- --keep DIR                     leaves the files there, and what each form prints in DIR/truth/
 *   npm run accuracy -- --keep DIR --only-make         makes the files and stops
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type FormChoice, type FormSource, type OfficeForm, officeForms } from '../tests/support/office/forms.ts'
import { formats, isScan, type OfficeFormat, Workshop } from '../tests/support/office/make-files.ts'
import { type Measured, measureTable, summarise } from '../tests/support/office/measure.ts'
import { documentPackages, needPackages } from '../tests/support/office/programs.ts'
import { KeptResults } from './accuracy/kept-results.ts'
import { MeasurePool } from './accuracy/measure-pool.ts'
import { longReport, makeReportFiles, measureReport, type ReportResult, reportTable } from './accuracy/report.ts'
import { byFormat, byLayout, differencesOf, ofForm } from './accuracy/tables.ts'

const { values } = parseArgs({
  options: {
    formats: { type: 'string' },
    layouts: { type: 'string' },
    sources: { type: 'string', default: 'right,any,habits,corpus' },
    'per-layout': { type: 'string', default: '1' },
    seed: { type: 'string', default: '20260101' },
    keep: { type: 'string' },
    minutes: { type: 'string' },
    'only-make': { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
})

const SAMPLE = 'shenzhen-guangming-2021-1'

const wanted = formats.filter((format) => values.formats?.split(',').includes(format) ?? true)
/** All formats: its tables are kept. */
const whole = values.formats === undefined
const choice: FormChoice = {
  seed: Number(values.seed),
  perLayout: Number(values['per-layout']),
  sources: values.sources.split(',') as FormSource[],
  ...(values.layouts === undefined ? {} : { layouts: values.layouts.split(',') }),
}
const offices = officeForms(choice)

/** Of the right and the real forms every so many is scanned, of the right ones every so many spoiled. */
const SCANNED = 2
const SPOILED = 6

/** Pictures take seconds a page: scans are made of some right and real forms, and of the sample; spoiled ones of some right ones. */
function officesFor(format: OfficeFormat): readonly OfficeForm[] {
  if (!isScan(format)) return offices
  const scanned = offices.filter(({ source }) => source === 'right' || source === 'corpus')
  if (scanned.length === 0) return offices
  if (format === 'scan') return scanned.filter(({ id }, index) => index % SCANNED === 0 || id === SAMPLE)
  const some = scanned.filter(({ source }) => source === 'right').filter((_, index) => index % SPOILED === 0)
  return some.length > 0 ? some : scanned
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

const kept = new KeptResults(`${values.sources} ${values['per-layout']} ${values.seed}`)
const deadline = values.minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + Number(values.minutes) * 60_000
const isLate = () => Date.now() > deadline

/** What is known of a format, the rest made and begun; what time is left for is measured behind the scenes. */
async function beginFormat(
  shop: Workshop,
  pool: MeasurePool,
  format: OfficeFormat,
): Promise<{ readonly measuring: Promise<readonly Measured[]> }> {
  const chosen = officesFor(format)
  const known = chosen.flatMap((office) => kept.find(format, office) ?? [])
  if (values['only-make']) {
    await shop.make(format, chosen)
    return { measuring: Promise.resolve([]) }
  }
  const left = chosen.filter((office) => !known.some((one) => one.office === office))
  if (left.length === 0 || isLate()) return { measuring: Promise.resolve(known) }
  const files = await shop.make(format, chosen, left)
  const each = files.map(async (file) => {
    const one = await pool.measure(file, isLate)
    if (one !== null) kept.keep(one)
    return one
  })
  const measuring = Promise.all(each).then((fresh) => [...known, ...fresh.filter((one) => one !== null)])
  // Waited for later: until then a failure is nobody's.
  measuring.catch(() => undefined)
  return { measuring }
}

function tell(format: OfficeFormat, some: readonly Measured[]): void {
  const { right, fields, medianMilliseconds } = summarise(some)
  say([
    `${format}: ${right} of ${fields} fields in ${some.length} files, ${medianMilliseconds.toFixed(0)} ms a form (median)`,
  ])
  const refusals = new Map<string, string[]>()
  for (const { office, refusal, forms } of some) {
    if (forms === 1) continue
    const why = refusal ?? `${forms} forms`
    refusals.set(why, [...(refusals.get(why) ?? []), office.id])
  }
  for (const [why, ids] of refusals) say([`  ${why}: ${ids.length} files, ${ids.slice(0, 3).join(', ')}`])
  if (!values.verbose) return
  // What was refused has its line above.
  for (const { office, fields: all } of some.filter(({ forms }) => forms > 0)) {
    for (const { path, truth, found, right: isRight, marked } of all) {
      if (!isRight) say([`  ${office.id} ${path}${marked ? ' (marked)' : ''}: ${truth} → ${found}`])
    }
  }
}

/** Formats for which there was no time, or not for all files. */
const missing: string[] = []

/** Files of the next format are made while those of the last are read. */
async function measured(folder: string): Promise<Measured[]> {
  const all: Measured[] = offices.map(measureTable)
  const shop = new Workshop(folder)
  const pool = new MeasurePool(choice)
  try {
    const begun = new Map<OfficeFormat, Promise<readonly Measured[]>>()
    for (const format of wanted) begun.set(format, (await beginFormat(shop, pool, format)).measuring)
    for (const [format, measuring] of begun) {
      const some = await measuring
      const count = officesFor(format).length
      if (some.length < count && !values['only-make'])
        missing.push(some.length === 0 ? format : `${format} (${some.length} / ${count})`)
      if (some.length === 0) continue
      tell(format, some)
      all.push(...some)
    }
  } finally {
    pool.close()
  }
  return all
}

async function measuredReport(folder: string): Promise<ReportResult[]> {
  const report = longReport(Number(values.seed))
  const results: ReportResult[] = []
  for (const file of await makeReportFiles(join(folder, 'report'), report)) {
    if (values['only-make']) continue
    const result = await measureReport(file, report)
    say([`report as ${file.format}: ${result.found} forms, ${result.milliseconds.toFixed(0)} ms`])
    if (values.verbose) say(result.notes.map((note) => `  ${note}`))
    results.push(result)
  }
  return results
}

function reportSection(results: readonly ReportResult[]): string[] {
  if (results.length === 0) return []
  return [
    '## 长文件里的表 · Forms inside a long report',
    '',
    '三百页以上的部门决算，内有一张部门整体支出自评表和三十张项目自评表，其余为决算表、绩效目标表、指标体系表和正文。页码以另一程序（pdftotext）查到的为准。',
    '',
    'A report of more than three hundred pages with one department form and thirty project forms among accounts, targets, schemes of indicators and running text. Pages as another program (pdftotext) finds them.',
    '',
    ...reportTable(results),
    '',
  ]
}

function page(all: readonly Measured[], report: readonly ReportResult[]): string[] {
  return [
    '<!-- written by `npm run accuracy` -->',
    '',
    '# 读取准确率 · Accuracy of reading',
    '',
    `\`npm run accuracy -- --sources ${values.sources}${values.layouts === undefined ? '' : ` --layouts ${values.layouts}`} --per-layout ${values['per-layout']} --seed ${values.seed}\``,
    '',
    `表由种子 ${values.seed} 生成（每种版式：合规的、任意写法而缺格且合计不符的、按单位填报习惯改动的各 ${values['per-layout']} 张），另有语料库的真实表；文件由别的库和程序制作，与本产品的写出模块无关。逐字段与原表比较，空白不计；图片中不分全角半角，也不分各种等号。扫描件取合规表和真实表的一半及样表；六种损坏和拍照每六种版式取一种的合规表。`,
    '',
    `Forms are made from seed ${values.seed} (of each layout ${values['per-layout']} that is right, ${values['per-layout']} of any spelling, with cells lost and sums that do not hold, ${values['per-layout']} changed as offices do: labels broken and spaced, merges given up, rows and sheets around) or are those of the corpus; files are made by other libraries and programs than the product's writers. Compared field by field, restricted to what the layout shows; white space aside, and in pictures the width of signs and the kind of equality sign (＝ ﹦ ═). A field counts where the print or the reading has a value. A row that was lost counts with all its fields; a row that was invented too. *Not marked*: no event asked a person to look at that very cell. Scans are made of every second of the right and the real forms, and of the sample; spoiled ones and photographs of every sixth layout's right one.`,
    '',
    '## 按格式 · By format',
    '',
    ...byFormat(all),
    '',
    ...(missing.length === 0
      ? []
      : [
          `这次没有时间测（全）的格式 · Not measured, or not of all files, in the time given: ${missing.join(', ')}.`,
          '',
        ]),
    '',
    '## 按版式 · By layout',
    '',
    '字段正确（字段数）· Fields right (fields).',
    '',
    ...byLayout(all),
    '',
    '## 样表 · The sample',
    '',
    ...ofForm(all, SAMPLE),
    '',
    ...reportSection(report),
    '## 差异 · What is wrong',
    '',
    ...differencesOf(all, 12),
    '',
  ]
}

needPackages(documentPackages)
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'ziping-accuracy-')) : resolve(values.keep)
try {
  say([`seed ${values.seed}, ${offices.length} forms`])
  mkdirSync(join(folder, 'truth'), { recursive: true })
  for (const { id, truth } of offices) writeFileSync(join(folder, 'truth', `${id}.txt`), `${truth.join('\n')}\n`)
  const all = values.report ? [] : await measured(folder)
  const report = values.report || (whole && !isLate()) ? await measuredReport(folder) : []
  if (values.report) say(reportSection(report))
  else if (!values['only-make']) {
    const text = page(all, report)
    say(['', ...text])
    if (whole) writeFileSync(new URL('../docs/generated/accuracy.md', import.meta.url), text.join('\n'))
  }
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}
