/** 偏差: what was missed, marked down or far exceeded, each with the reason that the form gives. */

import { saidIn } from '../checks/aids/notes.ts'
import { hasLostPoints, reachedPercent } from '../checks/aids/scored-rows.ts'
import { gather } from '../model/gather.ts'
import { Exact, type Indicator, type Report, type ScoredRow, type Section, type Sentence } from '../model/index.ts'
import { type Edition, editionById, reachesThreshold } from '../rulebook/index.ts'
import { both, oneLine, paragraph, quoted, sayMoney, sayPercent, sayPoints, sentence } from './say.ts'

interface Row {
  readonly index: number
  readonly indicator: Indicator
  readonly scored: ScoredRow
}

function reasonOf({ indicator, index }: Row): Sentence {
  const path = `indicators[${index}].note`
  return saidIn(indicator.note) === ''
    ? sentence('表中没有填写原因。', 'The form gives no reason.', path)
    : sentence(`填报说明：${quoted(indicator.note.raw)}。`, `The remark: ${quoted(indicator.note.raw)}.`, path)
}

function facts({ indicator, index, scored }: Row): Sentence {
  const path = `indicators[${index}]`
  const percent = scored.achievement?.times(Exact.hundred) ?? null
  const [target, actual] = [oneLine(indicator.target.raw), oneLine(indicator.actual.raw)]
  const zh = [
    target === '' ? '指标值未填' : `指标值${target}`,
    actual === '' ? '实际完成值未填' : `实际完成${actual}`,
    ...(percent === null ? [] : [`为指标值的${sayPercent(percent)}`]),
  ]
  const en = [
    target === '' ? 'no target' : `target ${target}`,
    actual === '' ? 'no actual' : `actual ${actual}`,
    ...(percent === null ? [] : [`${sayPercent(percent)} of the target`]),
  ]
  if (scored.weight !== null) {
    const { weight, printed } = scored
    const off = printed === null ? null : weight.minus(printed)
    zh.push(
      printed === null
        ? `分值${sayPoints(weight)}分，没有得分`
        : `分值${sayPoints(weight)}分，得${sayPoints(printed)}分${off?.isPositive === true ? `，失${sayPoints(off)}分` : ''}`,
    )
    en.push(
      printed === null
        ? `weight ${sayPoints(weight)}, no score`
        : `weight ${sayPoints(weight)}, score ${sayPoints(printed)}${off?.isPositive === true ? `, ${sayPoints(off)} lost` : ''}`,
    )
  }
  const name = oneLine(indicator.name.raw)
  return sentence(
    `${name}：${zh.join('，')}。`,
    `${name}: ${en.join(', ')}.`,
    `${path}.target`,
    `${path}.actual`,
    `${path}.score`,
  )
}

function list(title: { zh: string; en: string }, rows: readonly Row[], none: Sentence | null): Section {
  const items = rows.map((each) => [facts(each), reasonOf(each)])
  return {
    title,
    passages: items.length === 0 ? [paragraph(none)] : [{ kind: 'list', items }],
    sections: [],
  }
}

/** Tasks whose money was not spent as planned. */
function unspent({ form, scored }: Report): Section {
  const columnOfNotes = form.columns.tasks.includes('note')
  // A project has one sum and no tasks.
  const role = form.tasks.some((task) => task.role === 'task') ? 'task' : 'total'
  const items = gather(scored.tasks, ({ path, rate }) => {
    const index = Number(/\d+/.exec(path)?.[0] ?? -1)
    const task = form.tasks[index]
    const percent = rate.exact
    if (task === undefined || task.role !== role || percent === null || percent.equals(Exact.hundred)) return []
    const name = oneLine(task.name.raw)
    const [budget, spent] = [sayMoney(task.budgeted.total.raw, form), sayMoney(task.executed.total.raw, form)]
    const isAsPrinted = task.rate.value === null || task.rate.value.equals(percent.round(2))
    const printed = isAsPrinted ? both('', '') : both(`（表列${task.rate.raw}）`, ` (printed ${task.rate.raw})`)
    const said = sentence(
      `${name}：预算${budget.zh}，执行${spent.zh}，执行率${sayPercent(percent)}${printed.zh}。`,
      `${name}: budget ${budget.en}, spent ${spent.en}, ${sayPercent(percent)}${printed.en}.`,
      `${path}.rate`,
    )
    if (saidIn(task.note) !== '') {
      return [
        [
          said,
          sentence(`填报说明：${quoted(task.note.raw)}。`, `The remark: ${quoted(task.note.raw)}.`, `${path}.note`),
        ],
      ]
    }
    return [
      columnOfNotes ? [said, sentence('表中没有填写原因。', 'The form gives no reason.', `${path}.note`)] : [said],
    ]
  })
  const none = sentence(
    form.tasks.length === 0 ? '表中没有资金情况。' : '凡能计算执行率的，均为100%。',
    form.tasks.length === 0 ? 'The form has no table of funds.' : 'Every rate that can be computed is 100%.',
    'tasks',
  )
  return {
    title: both('预算执行的偏差', 'Money not spent as planned'),
    passages: items.length === 0 ? [paragraph(none)] : [{ kind: 'list', items }],
    sections: [],
  }
}

/** The figure is so far above its target that the rules look at it. */
function isFarAbove({ scored }: Row, edition: Edition): boolean {
  const percent = reachedPercent(scored)
  return percent !== null && reachesThreshold(edition, 'overNotice', percent)
}

export function tellShortfalls(report: Report): Section {
  const edition = editionById(report.stamp.edition)
  if (edition === undefined) throw new Error(`no edition ${report.stamp.edition}`)
  const rows = gather(report.scored.rows, (scored, index): Row[] => {
    const indicator = report.form.indicators[index]
    return indicator === undefined || indicator.role !== 'scored' ? [] : [{ index, indicator, scored }]
  })
  const missed = rows.filter(({ scored }) => scored.verdict === 'missed')
  const marked = rows.filter(({ scored }) => scored.verdict !== 'missed' && hasLostPoints(scored, edition))
  const without = rows.filter(
    ({ scored }) => scored.verdict !== 'missed' && scored.weight !== null && scored.printed === null,
  )
  const above = rows.filter((each) => isFarAbove(each, edition))
  const limit = edition.reasons.overNotice.value
  return {
    title: both('偏差及原因', 'Deviations and their causes'),
    passages: [],
    sections: [
      list(
        both('未达到指标值的指标', 'Targets missed'),
        missed,
        sentence('能够判定的指标均达到指标值。', 'All targets that can be judged were reached.', 'indicators'),
      ),
      list(
        both('达到指标值或不能判定而未得满分的指标', 'Marked down otherwise'),
        marked,
        sentence('没有此类指标。', 'There are none.', 'indicators'),
      ),
      ...(without.length === 0 ? [] : [list(both('其他没有得分的指标', 'Other rows without a score'), without, null)]),
      unspent(report),
      list(
        both(`超额完成的指标（达到指标值的${limit}%以上）`, `Far above their targets (${limit}% and more)`),
        above,
        sentence('没有此类指标。', 'There are none.', 'indicators'),
      ),
    ],
  }
}
