/** The head of what `check` and `score` print: whose form, by which rules, and the three totals that stand apart. */

import { editionTitle } from '../app/index.ts'
import { type Band, type Lang, printsPoints, type Report } from '../core/model/index.ts'
import { editionChoiceWords, gradeWords, sayExtent, stageWords } from '../core/texts/index.ts'
import { style } from './terminal.ts'

export function sayBand(band: Band, decimals = 2): string {
  if (band.min.equals(band.max)) return band.min.toFixed(decimals)
  return `${band.min.toFixed(decimals)}–${band.max.toFixed(decimals)}`
}

/** One sentence on each word that the rules leave open, and what its reading makes of total and grade. */
export function sayChoices(report: Report, lang: Lang): readonly string[] {
  return report.scored.choices.map(({ word, rows, options }) => {
    const said = options.map(({ tier, total, grades }) => {
      const names = grades.map((grade) => gradeWords[grade][lang]).join(lang === 'zh' ? '或' : ' or ')
      const tierName = tierWords[tier]?.[lang] ?? tier
      return lang === 'zh'
        ? `按${tierName}理解，总分在 ${sayBand(total)}，评级为${names}`
        : `read as the ${tierName} tier the total is ${sayBand(total)} (${names})`
    })
    return lang === 'zh'
      ? `“${word}”（${rows.length}行）属于哪一档，规则未定：${said.join('；')}。请先明确口径。`
      : `the rules do not say which tier “${word}” (${rows.length} rows) belongs to: ${said.join('; ')}. Settle the reading first.`
  })
}

const tierWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  top: { zh: '上档', en: 'top' },
  middle: { zh: '中档', en: 'middle' },
  bottom: { zh: '下档', en: 'bottom' },
}

/** What the sums say of the lost scores. */
export function sayLost(report: Report, lang: Lang): string | null {
  const { lost } = report.scored
  if (lost === null || lost.gaps.length === 0) return null
  const gaps = [...new Set(lost.gaps.map(({ gap }) => gap.toFixed(2)))].join(lang === 'zh' ? ' 或 ' : ' or ')
  return lang === 'zh'
    ? `${lost.paths.length} 个得分缺失：按表列总分倒推，合计应为 ${gaps} 分（其分值合计 ${lost.weight.toFixed(2)} 分）；单个得分只能定出范围，不能推定，须由填报单位补填。`
    : `${lost.paths.length} scores are missing: by the printed total they add up to ${gaps} of ${lost.weight.toFixed(2)} points; each alone is bounded, not known, and must be given by the unit.`
}

/** So many rows that a person must judge are named; long forms may have dozens. */
const MOST_NAMED = 5

/** Rows that no rule decides, each with its band and why: they make the range of the total. */
export function sayOpen({ form, scored }: Report, lang: Lang): readonly string[] {
  const zh = lang === 'zh'
  const open = scored.rows.flatMap((row, index) =>
    row.agreement === 'judge' && row.recomputed !== null ? [{ row, name: form.indicators[index]!.name.raw }] : [],
  )
  if (open.length === 0) return []
  const named = open.slice(0, MOST_NAMED).map(({ row, name }) => {
    const why = row.because[0]?.[lang]
    return `  “${name}” ${sayBand(row.recomputed!)}${why === undefined ? '' : `${zh ? '：' : ': '}${why}`}`
  })
  const more = open.length - named.length
  if (more > 0) named.push(zh ? `  另有${more}个` : `  and ${more} more`)
  return [zh ? `${open.length}个指标的得分须人工判断：` : `a person must judge ${open.length} rows:`, ...named]
}

export function printSummary(report: Report, lang: Lang): string {
  const { form, scored, stamp } = report
  const zh = lang === 'zh'
  const grade = (names: readonly (typeof scored.grade.range)[number][]) =>
    names.map((name) => gradeWords[name][lang]).join(zh ? '或' : ' or ')
  const who = [form.department.raw || form.implementer.raw, form.project.raw].filter((text) => text !== '').join(' · ')
  const year = form.fiscalYear.value === null ? '' : zh ? ` ${form.fiscalYear.value}年度` : ` ${form.fiscalYear.value}`
  const lines = [
    `${style(`${who || form.title.raw}${year}`, 'bold')}${report.extent === undefined ? '' : `  ${sayExtent(report.extent, lang)}`}`,
    `${zh ? '规则' : 'rules'} ${editionTitle(stamp.edition, lang)} [${stamp.edition}] ${editionChoiceWords[stamp.editionChoice][lang]}`,
    `${zh ? '指标' : 'indicators'} ${form.indicators.filter(({ role }) => role === 'scored').length}  ${zh ? '不适用' : 'not applicable'} ${
      form.indicators.filter(({ role }) => role === 'notApplicable').length
    }  ${zh ? '任务' : 'tasks'} ${form.tasks.filter(({ role }) => role === 'task').length}`,
    '',
    `${zh ? '表列总分' : 'printed'}  ${scored.total.printed?.toFixed(2) ?? (zh ? '（表中未填）' : '(none)')}${
      scored.grade.ofPrinted === null ? '' : `  ${gradeWords[scored.grade.ofPrinted][lang]}`
    }`,
    `${zh ? '得分合计' : 'added'}  ${scored.total.added.toFixed(2)}`,
    `${zh ? '重算总分' : 'recomputed'}  ${sayBand(scored.total.recomputed)}  ${grade(scored.grade.range)}`,
  ]
  // Forms of transfer payments state targets and results alone: any total of theirs would be ours.
  if (!printsPoints(form)) {
    lines.splice(
      -3,
      3,
      form.stage !== undefined
        ? stageWords[form.stage][lang]
        : zh
          ? '本表不设分值和得分，不计总分'
          : 'this form prints neither weights nor scores: there is no total',
    )
  }
  const open = printsPoints(form) ? sayOpen(report, lang) : []
  if (open.length > 0) lines.push('', ...open)
  const lost = sayLost(report, lang)
  if (lost !== null) lines.push('', lost)
  for (const choice of sayChoices(report, lang)) lines.push('', choice)
  return lines.join('\n')
}
