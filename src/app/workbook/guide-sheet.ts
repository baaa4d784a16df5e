/** The sheet 填写说明: how the workbook is filled in, and how each rule counts, with its clause. */

import type { Citation, Grid, GridCell } from '../../core/model/index.ts'
import { clauseById, documents, figureOf } from '../../core/rulebook/index.ts'
import { evidenceWords } from '../../core/texts/index.ts'
import type { BookSheet } from '../../writers/xlsx/index.ts'
import { guideName } from './own-sheets.ts'
import type { SheetRules } from './sheet-rules.ts'

/** 财预〔2020〕10号：summary（已读转载文本） */
function cited(citation: Citation): string {
  const clause = clauseById(citation.clause)
  const document = documents.find(({ clauses }) => clauses.some(({ id }) => id === citation.clause))
  const { zh } = evidenceWords[citation.evidence]
  return `${document?.number ?? citation.clause}：${clause?.summary.zh ?? ''}（${zh}）`
}

const howTo: readonly (readonly [string, string])[] = [
  ['能填的格', '浅黄色的格可以填写；表头和灰色的公式格已保护（无密码，必要时可在“审阅”中撤销保护）。'],
  ['得分', '灰色得分由“核算与检查”表按计分规则算出；公式不能算的（定性、时限、多个指标值等）请直接在得分格填写。'],
  ['增减行', '每一部分末尾留有空行，空着不影响。可以插入、删除、移动行；新插入的行没有公式，得分请手填。'],
  ['检查', '红色为错误，黄色为须补写或核对；逐项结果见“核算与检查”表。'],
  [
    '交回',
    '填好后原样保存（Excel、WPS、LibreOffice 均可），用 ziping read 或 ziping check 读取；请勿删除隐藏的工作表。',
  ],
]

const equalWays = {
  floor: '等于类指标：达到或超过得满分，未达到按完成比例计分',
  strict: '等于类指标：恰好完成得满分，其余人工评定',
  symmetric: '等于类指标：分值×(1-|实际-目标|÷目标)',
} as const
const reverseWays = {
  linear: '反向指标：未超过得满分，超过的按 分值×(1-(实际-目标)÷目标)，最低0分',
  ratio: '反向指标：未超过得满分，超过的按 分值×目标÷实际',
  allOrNothing: '反向指标：未超过得满分，超过的不得分',
} as const

function rulesOf({ edition, words }: SheetRules): readonly (readonly [string, string, string])[] {
  const law = (citations: readonly Citation[]) => citations.map(cited).join('\n')
  const over = edition.overAchievement
  const tiers = words
    .filter(({ word }) => ['达成预期指标', '基本达成预期指标', '部分达成预期指标', '未达成预期指标'].includes(word))
    .map(({ word, least, most }) => `${word} ${least}%—${most}%`)
    .join('；')
  return [
    ['正向指标', '达到或超过得满分，未达到按 分值×实际÷目标', law(edition.positive.law)],
    ['反向指标', reverseWays[edition.reverse.method], law(edition.reverse.law)],
    ['等于类', equalWays[edition.equal.method], law(edition.equal.law)],
    ['定性指标', `按完成情况分档，档内由单位评定（占分值）：${tiers}`, law(edition.graded.law)],
    [
      '满意度',
      edition.satisfaction.method === 'positive'
        ? '同正向指标'
        : `按满意度分档：${(edition.satisfaction.steps ?? []).map(({ from, share }) => `${figureOf(from)}%以上得${figureOf(share)}%`).join('，')}`,
      law(edition.satisfaction.law),
    ],
    ['预算执行', `执行分值 ${figureOf(edition.executionPoints)} 分`, law(edition.execution.law)],
    ['不适用', '指标值写“不适用”的不计分', law(edition.notApplicable.law)],
    [
      '超额完成',
      over.threshold === undefined
        ? `完成率达到 ${figureOf(edition.reasons.overReason)}% 的须说明原因`
        : `完成率${over.thresholdExcluded === true ? '超过' : '达到'} ${figureOf(over.threshold)}% 的${over.effect === 'byHand' ? '得分可由人工调减' : over.amount === undefined ? '须说明原因' : `扣 ${figureOf(over.amount)} ${over.effect === 'deductFlat' ? '分，以分值为限' : '% 的分值'}`}`,
      law(over.law),
    ],
    ...(edition.caps.length === 0
      ? []
      : [
          [
            '总分封顶',
            edition.caps
              .map(({ below, total }) => `执行率低于${figureOf(below)}% 总分不超过${figureOf(total)}`)
              .join('；'),
            law(edition.caps.map(({ total }) => total.law).slice(0, 1)),
          ] as const,
        ]),
    [
      '舍入',
      `得分保留 ${figureOf(edition.rounding.decimals)} 位小数，四舍五入，每项只舍入一次`,
      law(edition.rounding.law),
    ],
  ]
}

export function guideSheet(title: string, rules: SheetRules | null): BookSheet {
  const cells: GridCell[] = []
  let row = 0
  const put = (column: number, columnSpan: number, text: string, role: 'title' | 'header' | 'label' | 'text') =>
    cells.push({
      row,
      column,
      rowSpan: 1,
      columnSpan,
      text,
      style: { role, align: role === 'text' ? 'left' : 'center', bold: role !== 'text' },
    })
  put(0, 3, `${title} 填写说明`, 'title')
  row++
  for (const [label, text] of howTo) {
    put(0, 1, label, 'label')
    put(1, 2, text, 'text')
    row++
  }
  if (rules === null) {
    put(0, 1, '计分规则', 'label')
    put(1, 2, '所选规则公式不能表达，得分请逐项手填。', 'text')
    row++
  } else {
    put(0, 3, `计分规则：${rules.edition.title.zh}`, 'header')
    row++
    put(0, 1, '类别', 'header')
    put(1, 1, '怎样计分', 'header')
    put(2, 1, '依据（已读到的程度）', 'header')
    row++
    for (const [label, text, law] of rulesOf(rules)) {
      put(0, 1, label, 'label')
      put(1, 1, text, 'text')
      put(2, 1, law, 'text')
      row++
    }
  }
  const grid: Grid = {
    name: guideName,
    cells,
    rowCount: row,
    columnCount: 3,
    bordered: true,
    columnWidths: [12, 44, 44],
  }
  return { grid, guarded: true }
}
