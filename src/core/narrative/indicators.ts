/** 指标完成情况: level by level, each indicator with its target, what was reached and its points; how far targets were reached. */

import { reachedPercent } from '../checks/aids/scored-rows.ts'
import { gather } from '../model/gather.ts'
import {
  type Chart,
  Exact,
  type FormPath,
  type Level1,
  type Report,
  type ScoredRow,
  type Section,
} from '../model/index.ts'
import { level1Words } from '../texts/index.ts'
import { both, oneLine, orMissing, paragraph, row, sayBand, sayPoints, sentence } from './say.ts'

/** The order in which a report speaks of the blocks; others follow in the order of the form. */
const blockOrder: readonly Level1[] = ['input', 'process', 'cost', 'output', 'benefit', 'satisfaction']

export function rowsByPath(report: Report): ReadonlyMap<FormPath, ScoredRow> {
  return new Map(report.scored.rows.map((each) => [each.path, each]))
}

interface Block {
  readonly kind: Level1
  readonly name: string
  readonly indices: readonly number[]
}

function blocksOf({ form }: Report): readonly Block[] {
  const blocks = new Map<string, { kind: Level1; name: string; indices: number[] }>()
  form.indicators.forEach(({ level1, level1Kind }, index) => {
    const name = oneLine(level1.cell.raw)
    const known = blocks.get(name)
    if (known === undefined) blocks.set(name, { kind: level1Kind, name, indices: [index] })
    else known.indices.push(index)
  })
  const place = ({ kind }: Block) => {
    const at = blockOrder.indexOf(kind)
    return at < 0 ? blockOrder.length : at
  }
  return [...blocks.values()].sort((a, b) => place(a) - place(b))
}

function tellBlock(report: Report, block: Block): Section {
  const { form } = report
  const scored = rowsByPath(report)
  const rows = block.indices.map((index) => ({
    index,
    indicator: form.indicators[index]!,
    scored: scored.get(`indicators[${index}]`),
  }))
  const counted = rows.filter(({ indicator }) => indicator.role === 'scored')
  const having = (verdict: ScoredRow['verdict']) => counted.filter((each) => each.scored?.verdict === verdict).length
  const sum = (of: (row: ScoredRow) => Exact | null) =>
    Exact.sum(gather(counted, (each) => (each.scored === undefined ? [] : (of(each.scored) ?? []))))
  const lost = counted.filter((each) => each.scored?.weight != null && each.scored.printed === null).length
  const others = rows.length - counted.length
  const name = block.name === '' ? level1Words[block.kind] : both(block.name, block.name)
  const said = sentence(
    `${name.zh}共${counted.length}项计分指标，分值合计${sayPoints(sum(({ weight }) => weight))}分，得分合计${sayPoints(sum(({ printed }) => printed))}分${lost === 0 ? '' : `（${lost}项没有得分）`}；达到指标值的${having('met')}项，未达到的${having('missed')}项，不能由数字判定的${having('unknown')}项${others === 0 ? '' : `；另有不计分的${others}项`}。`,
    `${name.en}: ${counted.length} scored indicators with ${sayPoints(sum(({ weight }) => weight))} points, of which ${sayPoints(sum(({ printed }) => printed))} were scored${lost === 0 ? '' : ` (${lost} without a score)`}; ${having('met')} reached their targets, ${having('missed')} did not, ${having('unknown')} cannot be judged by figures${others === 0 ? '' : `; ${others} more carry no points`}.`,
    ...block.indices.map((index): FormPath => `indicators[${index}]`),
  )
  const columns: readonly (readonly [string, string, number, 'left' | 'center'])[] = [
    ['二级指标', 'Level 2', 4, 'left'],
    ['指标', 'Indicator', 8, 'left'],
    ['指标值', 'Target', 4, 'center'],
    ['实际完成值', 'Actual', 4, 'center'],
    ['分值', 'Weight', 2, 'center'],
    ['得分', 'Score', 2, 'center'],
    ['重算得分', 'Recomputed', 4, 'center'],
  ]
  return {
    title: name,
    passages: [
      paragraph(said),
      {
        kind: 'table',
        caption: both(`${name.zh}完成情况`, `${name.en}: targets and actuals`),
        columns: columns.map(([zh, en, width, align]) => ({ head: both(zh, en), width, align })),
        rows: rows.map(({ index, indicator, scored: own }) =>
          row(
            [
              oneLine(indicator.level2.cell.raw),
              orMissing(indicator.name.raw),
              oneLine(indicator.target.raw) || '—',
              oneLine(indicator.actual.raw) || '—',
              oneLine(indicator.weight.raw) || '—',
              oneLine(indicator.score.raw) || '—',
              own?.recomputed == null ? '—' : sayBand(own.recomputed),
            ],
            `indicators[${index}]`,
          ),
        ),
      },
    ],
    sections: [],
  }
}

/** Upper ends of the classes, in percent of the target; the last class has none. */
const classEnds = [50, 80, 100] as const
const aboveEnds = [120, 200] as const

/** How many rows reached which part of their target, where more is better; the rest is told apart. */
function reachedChart({ scored, form }: Report): Chart {
  const counted = scored.rows.filter((_, index) => form.indicators[index]?.role === 'scored')
  const reached = counted.map(reachedPercent).filter((percent) => percent !== null)
  const below = (end: number, percent: Exact) => percent.lessThan(Exact.of(end))
  const between = (from: number | null, to: number | null) =>
    reached.filter((percent) => (from === null || !below(from, percent)) && (to === null || below(to, percent))).length
  const exact = reached.filter((percent) => percent.equals(Exact.hundred)).length
  const [low, middle, full] = classEnds
  const [over, far] = aboveEnds
  return {
    kind: 'counts',
    title: both(
      '指标完成程度分布（完成值占指标值的比例，指标数）',
      'How far targets were reached (actual by target, number of rows)',
    ),
    columns: [
      { label: both(`<${low}%`, `<${low}%`), count: between(null, low) },
      { label: both(`${low}–${middle}%`, `${low}–${middle}%`), count: between(low, middle) },
      { label: both(`${middle}–${full}%`, `${middle}–${full}%`), count: between(middle, full) },
      { label: both(`${full}%`, `${full}%`), count: exact },
      { label: both(`${full}–${over}%`, `${full}–${over}%`), count: between(full, over) - exact },
      { label: both(`${over}–${far}%`, `${over}–${far}%`), count: between(over, far) },
      { label: both(`≥${far}%`, `≥${far}%`), count: between(far, null) },
      {
        label: both('越少越好', 'less is better'),
        count: counted.filter(({ reverse, achievement }) => reverse && achievement !== null).length,
      },
      { label: both('无比例', 'no ratio'), count: counted.filter(({ achievement }) => achievement === null).length },
    ],
  }
}

export function tellIndicators(report: Report): readonly Section[] {
  if (report.form.indicators.length === 0) {
    const none = sentence('表中没有绩效指标。', 'The form has no indicators.', 'indicators')
    return [{ title: both('绩效指标', 'Indicators'), passages: [paragraph(none)], sections: [] }]
  }
  return [
    ...blocksOf(report).map((block) => tellBlock(report, block)),
    {
      title: both('完成程度分布', 'How far targets were reached'),
      passages: [{ kind: 'chart', chart: reachedChart(report) }],
      sections: [],
    },
  ]
}
