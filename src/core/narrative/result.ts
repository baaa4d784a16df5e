/** 三、自评结果: the three totals, how the rules read, which blocks earned and lost. */

import { gather } from '../model/gather.ts'
import {
  type Bilingual,
  type Chart,
  Exact,
  type NarrativeRow,
  type Report,
  type ScoredBlock,
  type Section,
  type Sentence,
} from '../model/index.ts'
import { editionById } from '../rulebook/index.ts'
import { byAnalogyWords, editionChoiceWords, evidenceWords, gradeWords } from '../texts/index.ts'
import { both, orDash, paragraph, row, sayBand, sayGrades, sayPoints, sentence } from './say.ts'

/** Tiers of a word as people count them. */
const tierWords: Readonly<Record<string, Bilingual>> = {
  top: both('第一档', 'the top tier'),
  middle: both('第二档', 'the middle tier'),
  bottom: both('第三档', 'the bottom tier'),
}

function printedTotal({ scored }: Report): Sentence {
  const { total, grade } = scored
  if (total.printed === null) {
    return sentence('表列总分：表中没有可读的总分。', 'Printed total: the form prints none that can be read.', 'total')
  }
  const said = sayPoints(total.printed)
  const [zh, en] =
    grade.printed !== null
      ? [`表列评级“${gradeWords[grade.printed].zh}”`, `the printed grade is ${gradeWords[grade.printed].en}`]
      : grade.ofPrinted !== null
        ? [
            `表中未填评级，按此分数对应“${gradeWords[grade.ofPrinted].zh}”`,
            `no grade is printed; this total is ${gradeWords[grade.ofPrinted].en}`,
          ]
        : ['表中未填评级', 'no grade is printed']
  return sentence(`表列总分：${said}分，${zh}。`, `Printed total: ${said}; ${en}.`, 'total', 'grade')
}

function addedTotal({ scored }: Report): Sentence {
  const said = sayPoints(scored.total.added)
  const lost = scored.lost?.paths.length ?? 0
  return sentence(
    `得分合计：各行得分与执行得分相加为${said}分${lost === 0 ? '' : `（${lost}行没有得分，未计入）`}。`,
    `Added: the scores of the rows and of execution come to ${said}${lost === 0 ? '' : ` (${lost} rows have no score and are left out)`}.`,
    'indicators',
  )
}

/** Where the printed total stands to what the rules give. */
function agreement({ scored }: Report): Sentence | null {
  const { printed, recomputed } = scored.total
  if (printed === null) return null
  const off = Exact.max(recomputed.min.minus(printed), printed.minus(recomputed.max))
  if (!off.isPositive) {
    const exact = recomputed.min.equals(recomputed.max)
    return exact
      ? sentence('表列总分与重算一致。', 'The printed total agrees with it.', 'total')
      : sentence('表列总分在重算范围之内。', 'The printed total lies within it.', 'total')
  }
  return sentence(
    `表列总分与重算不符，相差${sayPoints(off)}分。`,
    `The printed total does not agree: it is ${sayPoints(off)} points off.`,
    'total',
  )
}

function recomputedTotal({ scored, stamp }: Report): Sentence {
  const edition = editionById(stamp.edition)
  const band = sayBand(scored.total.recomputed)
  const grades = sayGrades(scored.grade.range)
  const choice = editionChoiceWords[stamp.editionChoice]
  return sentence(
    `重算总分：按“${edition?.title.zh ?? stamp.edition}”（${choice.zh}）为${band.zh}分，评级${grades.zh}。`,
    `Recomputed: by “${edition?.title.en ?? stamp.edition}” (${choice.en}) it is ${band.en}, which is ${grades.en}.`,
    'form',
  )
}

/** How far the clauses were read that the scores rest on. */
function evidence({ scored }: Report): Sentence | null {
  const law = [...gather(scored.rows, (each) => each.law), ...scored.execution.law]
  const tags: Bilingual[] = [...new Set(law.map((citation) => citation.evidence))].map((each) => evidenceWords[each])
  if (law.some(({ byAnalogy }) => byAnalogy === true)) tags.push(byAnalogyWords)
  if (tags.length === 0) return null
  return sentence(
    `计分所依条款的依据程度：${tags.map(({ zh }) => zh).join('、')}。`,
    `How far the clauses behind the scores were read: ${tags.map(({ en }) => en).join('; ')}.`,
    'form',
  )
}

function choices({ scored }: Report): readonly Sentence[] {
  return scored.choices.map(({ word, rows, options }) => {
    const said = options.map(({ tier, total, grades }) => {
      const [name, band, grade] = [tierWords[tier] ?? both(tier, tier), sayBand(total), sayGrades(grades)]
      return both(
        `按${name.zh}理解，总分${band.zh}分，评级${grade.zh}`,
        `read as ${name.en}, the total is ${band.en} (${grade.en})`,
      )
    })
    return sentence(
      `“${word}”（${rows.length}行）属于哪一档，规则没有写明：${said.map(({ zh }) => zh).join('；')}。`,
      `The rules leave open which tier “${word}” (${rows.length} rows) belongs to: ${said.map(({ en }) => en).join('; ')}.`,
      ...rows,
    )
  })
}

function lostScores({ scored }: Report): readonly Sentence[] {
  const { lost } = scored
  if (lost === null) return []
  const said = sentence(
    `${lost.paths.length}行没有得分，其分值合计${sayPoints(lost.weight)}分；本报告不代填。`,
    `${lost.paths.length} rows have no score; they weigh ${sayPoints(lost.weight)} points. Nothing is filled in.`,
    ...lost.paths,
  )
  const gaps = lost.gaps.map(({ execution, from, gap }) =>
    from === 'totalRow'
      ? sentence(
          `表列总分减去其余得分和合计行的执行得分${sayPoints(execution)}，余${sayPoints(gap)}分。`,
          `The printed total less the other scores and the execution score ${sayPoints(execution)} of the total row leaves ${sayPoints(gap)}.`,
          'total',
        )
      : sentence(
          `执行得分若取各任务之和${sayPoints(execution)}，则余${sayPoints(gap)}分。`,
          `With the sum of the task rows ${sayPoints(execution)} as execution it leaves ${sayPoints(gap)}.`,
          'total',
        ),
  )
  return [said, ...gaps]
}

function blockRow({ level, name, weight, score, rows }: ScoredBlock): NarrativeRow {
  const lost = score.lost === 0 ? '—' : both(`${score.lost}行`, `${score.lost} rows`)
  const shown = level === 1 ? name : `　${name}`
  return row(
    [
      shown,
      String(rows.length),
      orDash(weight.printed),
      orDash(weight.edition),
      sayPoints(weight.added),
      sayPoints(score.added),
      lost,
      sayBand(score.recomputed),
    ],
    rows[0] ?? 'indicators',
    level === 1,
  )
}

function executionRow({ scored }: Report): NarrativeRow {
  const { execution } = scored
  const printed = execution.printed ?? execution.added
  return row(
    [
      both('预算执行', 'Execution'),
      '—',
      '—',
      sayPoints(execution.points),
      sayPoints(execution.points),
      orDash(printed),
      '—',
      execution.recomputed === null ? '—' : sayBand(execution.recomputed),
    ],
    'tasks',
    true,
  )
}

function pointsChart({ scored }: Report): Chart {
  const { execution } = scored
  const executed = execution.printed ?? execution.added
  return {
    kind: 'points',
    title: both('各部分得分与失分', 'Points got and lost'),
    bars: [
      {
        label: both('预算执行', 'Execution'),
        got: executed ?? Exact.zero,
        lost: executed === null ? Exact.zero : Exact.max(Exact.zero, execution.points.minus(executed)),
        open: executed === null ? execution.points : Exact.zero,
      },
      ...scored.blocks
        .filter(({ level }) => level === 1)
        .map(({ name, weight, score }) => ({
          label: name,
          got: score.added,
          lost: Exact.max(Exact.zero, weight.added.minus(score.added).minus(score.lostWeight)),
          open: score.lostWeight,
        })),
    ],
  }
}

export function tellResult(report: Report): Section {
  const columns: readonly (readonly [string, string, number])[] = [
    ['部分', 'Part', 6],
    ['指标数', 'Rows', 2],
    ['表列分值', 'Weight printed', 3],
    ['规定分值', 'Weight by the rules', 3],
    ['分值合计', 'Weights added', 3],
    ['得分合计', 'Scores added', 3],
    ['缺得分', 'Missing', 3],
    ['重算得分', 'Recomputed', 4],
  ]
  return {
    title: both('自评结果', 'The result'),
    passages: [],
    sections: [
      {
        title: both('总分和评级', 'Total and grade'),
        passages: [
          {
            kind: 'list',
            items: [
              [printedTotal(report)],
              [addedTotal(report)],
              [recomputedTotal(report), agreement(report)].filter((each) => each !== null),
            ],
          },
          paragraph(evidence(report), ...choices(report), ...lostScores(report)),
        ],
        sections: [],
      },
      {
        title: both('得分构成', 'Where the points come from'),
        passages: [
          {
            kind: 'table',
            caption: both('各部分分值和得分', 'Weights and scores by part'),
            columns: columns.map(([zh, en, width], index) => ({
              head: both(zh, en),
              width,
              align: index === 0 ? 'left' : 'center',
            })),
            rows: [executionRow(report), ...report.scored.blocks.map(blockRow)],
          },
          { kind: 'chart', chart: pointsChart(report) },
        ],
        sections: [],
      },
    ],
  }
}
