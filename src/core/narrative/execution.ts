/** 预算执行情况: how much was spent of how much, task by task, and what it scores. */

import { gather } from '../model/gather.ts'
import type { Chart, NarrativeRow, Report, Section, Sentence } from '../model/index.ts'
import {
  both,
  oneLine,
  orDash,
  orMissing,
  paragraph,
  row,
  sayBand,
  sayMoney,
  sayPercent,
  sayPoints,
  sentence,
} from './say.ts'
import { totalTask } from './situation.ts'

function spending({ form, scored }: Report): readonly Sentence[] {
  const total = totalTask(form)
  if (total === null) {
    return [sentence('表中没有资金合计，执行率缺。', 'The form gives no total of funds: the rate is missing.', 'tasks')]
  }
  const { task, path } = total
  const said: Sentence[] = []
  const spent = task.executed.total.raw
  const money = sayMoney(spent, form)
  said.push(
    spent === ''
      ? sentence('合计行没有填写全年执行数。', 'The total row does not say what was spent.', `${path}.executed.total`)
      : sentence(`全年执行数${money.zh}。`, `${money.en} was spent.`, `${path}.executed.total`),
  )
  const { rate } = scored.execution
  const computed = rate === null ? null : sayPercent(rate)
  if (task.rate.raw !== '') {
    const same = rate === null || task.rate.value?.equals(rate.round(2)) === true
    said.push(
      sentence(
        `表列执行率${task.rate.raw}${same || computed === null ? '' : `，按表中数字计算为${computed}`}。`,
        `The printed rate is ${task.rate.raw}${same || computed === null ? '' : `; by the figures of the form it is ${computed}`}.`,
        `${path}.rate`,
      ),
    )
  } else if (computed !== null) {
    said.push(
      sentence(
        `表中没有填写执行率，按表中数字计算为${computed}。`,
        `No rate is printed; by the figures of the form it is ${computed}.`,
        `${path}.executed.total`,
      ),
    )
  }
  return said
}

function score({ scored }: Report): Sentence {
  const { points, printed, added, recomputed } = scored.execution
  const parts = [
    printed === null
      ? both('合计行未填得分', 'no score on the total row')
      : both(`表列${sayPoints(printed)}分`, `printed ${sayPoints(printed)}`),
    ...(added === null ? [] : [both(`各任务得分相加${sayPoints(added)}分`, `tasks added ${sayPoints(added)}`)]),
    recomputed === null
      ? both('预算数或执行数读不出，不能重算', 'it cannot be recomputed without budget and spending')
      : both(`按规则重算${sayBand(recomputed).zh}分`, `recomputed ${sayBand(recomputed).en}`),
  ]
  return sentence(
    `预算执行分值${sayPoints(points)}分：${parts.map(({ zh }) => zh).join('，')}。`,
    `Execution carries ${sayPoints(points)} points: ${parts.map(({ en }) => en).join(', ')}.`,
    'tasks',
  )
}

function taskRows({ form, scored }: Report): readonly NarrativeRow[] {
  return form.tasks.map((task, index) => {
    const path = `tasks[${index}]`
    const own = scored.tasks.find((each) => each.path === path)
    return row(
      [
        orMissing(task.name.raw),
        oneLine(task.budgeted.total.raw) || '—',
        oneLine(task.executed.total.raw) || '—',
        oneLine(task.rate.raw) || '—',
        oneLine(task.weight.raw) || '—',
        oneLine(task.score.raw) || '—',
        own === undefined ? '—' : orDash(own.score.recomputed),
      ],
      path,
      task.role !== 'task',
    )
  })
}

function rateChart({ form, scored }: Report): Chart | null {
  const bars = gather(scored.tasks, ({ path, rate }) => {
    const index = Number(/\d+/.exec(path)?.[0] ?? -1)
    const task = form.tasks[index]
    if (task === undefined || task.role === 'group') return []
    const percent = rate.exact ?? rate.printed
    return [
      {
        label: orMissing(task.name.raw),
        percent,
        said: percent === null ? both('读不出', 'not readable') : sayPercent(percent),
      },
    ]
  })
  const title = both('各任务预算执行率（执行数÷预算数）', 'Execution by task (spent ÷ budget)')
  return bars.length === 0 ? null : { kind: 'shares', title, bars }
}

export function tellExecution(report: Report): Section {
  const title = both('预算执行情况', 'Execution of the budget')
  if (report.form.tasks.length === 0) return { title, passages: [paragraph(...spending(report))], sections: [] }
  const chart = rateChart(report)
  const columns: readonly (readonly [string, string, number, 'left' | 'center' | 'right'])[] = [
    ['任务（资金）', 'Task (funds)', 6, 'left'],
    ['预算数', 'Budget', 3, 'right'],
    ['执行数', 'Spent', 3, 'right'],
    ['执行率', 'Rate', 3, 'center'],
    ['分值', 'Weight', 2, 'center'],
    ['得分', 'Score', 2, 'center'],
    ['重算得分', 'Recomputed', 3, 'center'],
  ]
  return {
    title,
    passages: [
      paragraph(...spending(report), score(report)),
      {
        kind: 'table',
        caption: both('预算执行情况', 'Execution of the budget'),
        columns: columns.map(([zh, en, width, align]) => ({ head: both(zh, en), width, align })),
        rows: taskRows(report),
      },
      ...(chart === null ? [] : [{ kind: 'chart', chart } as const]),
    ],
    sections: [],
  }
}
