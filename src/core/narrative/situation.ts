/** 一、基本情况 and 二、绩效目标: who, which year, how much money, what was aimed at. */

import { gather } from '../model/gather.ts'
import type { Form, FormPath, NarrativeRow, Section, Sentence, Task } from '../model/index.ts'
import { both, missing, oneLine, orMissing, paragraph, quoted, row, sayMoney, sentence } from './say.ts'

/** Facts that a later section prints: they are not told twice. */
export const laterFacts = /原因|问题|不足|改进|措施|建议|整改|结论|应用|公开|公示|合计|总分/

/** Names the unit: the department, else who carries out the project, else who supervises it. */
export function unitOf(form: Form): { readonly name: string; readonly path: FormPath } {
  for (const path of ['department', 'implementer', 'supervisor'] as const) {
    const name = oneLine(form[path].raw)
    if (name !== '') return { name, path }
  }
  return { name: '', path: 'form' }
}

export function totalTask(form: Form): { readonly task: Task; readonly path: FormPath } | null {
  const index = form.tasks.findIndex(({ role }) => role === 'total')
  return index < 0 ? null : { task: form.tasks[index]!, path: `tasks[${index}]` }
}

function factRows(form: Form): readonly NarrativeRow[] {
  const project = form.kind === 'project'
  const own: readonly (readonly [string, string, FormPath, string, boolean])[] = [
    ['部门（单位）', 'Department', 'department', form.department.raw, !project || form.department.raw !== ''],
    ['项目名称', 'Project', 'project', form.project.raw, project],
    ['主管部门', 'Supervisor', 'supervisor', form.supervisor.raw, project || form.supervisor.raw !== ''],
    ['实施单位', 'Carried out by', 'implementer', form.implementer.raw, project],
    ['地区', 'Place', 'region', form.region.raw, form.region.raw !== ''],
    ['预算年度', 'Fiscal year', 'fiscalYear', form.fiscalYear.raw, true],
    ['金额单位', 'Unit of money', 'moneyUnit', form.moneyUnit.raw, form.tasks.length > 0],
  ]
  const further = gather(form.facts, ({ label, text }, index) =>
    laterFacts.test(label.raw) || oneLine(text.raw) === ''
      ? []
      : [row([oneLine(label.raw), oneLine(text.raw)], `facts[${index}].text`)],
  )
  return [
    ...own.filter(([, , , , shown]) => shown).map(([zh, en, path, raw]) => row([both(zh, en), orMissing(raw)], path)),
    ...further,
  ]
}

const sources = [
  ['appropriation', '财政拨款', 'appropriation'],
  ['otherFunds', '其他资金', 'other funds'],
  ['carryOver', '上年结转', 'carried over'],
] as const

function budgetSentences(form: Form): readonly Sentence[] {
  const total = totalTask(form)
  if (total === null) {
    return form.tasks.length === 0
      ? [sentence('表中没有资金情况，预算数缺。', 'The form has no table of funds: the budget is missing.')]
      : [
          sentence(
            '资金表没有合计行，预算总数缺。',
            'The table of funds has no total row: the whole budget is missing.',
            'tasks',
          ),
        ]
  }
  const { task, path } = total
  const said: Sentence[] = []
  if (task.initialBudget.raw !== '') {
    const money = sayMoney(task.initialBudget.raw, form)
    said.push(sentence(`年初预算数${money.zh}。`, `The initial budget was ${money.en}.`, `${path}.initialBudget`))
  }
  const { raw } = task.budgeted.total
  if (raw === '') {
    said.push(
      sentence('合计行没有填写全年预算数。', 'The total row gives no budget for the year.', `${path}.budgeted.total`),
    )
    return said
  }
  const money = sayMoney(raw, form)
  said.push(sentence(`全年预算数${money.zh}。`, `The budget for the year was ${money.en}.`, `${path}.budgeted.total`))
  const parts = sources.filter(([key]) => task.budgeted[key].raw !== '')
  if (parts.length > 0) {
    said.push(
      sentence(
        `其中：${parts.map(([key, zh]) => `${zh}${sayMoney(task.budgeted[key].raw, form).zh}`).join('，')}。`,
        `Of it: ${parts.map(([key, , en]) => `${en} ${sayMoney(task.budgeted[key].raw, form).en}`).join(', ')}.`,
        ...parts.map(([key]): FormPath => `${path}.budgeted.${key}`),
      ),
    )
  }
  return said
}

export function tellSituation(form: Form): Section {
  const title = form.title.raw === '' ? missing : both(`《${oneLine(form.title.raw)}》`, oneLine(form.title.raw))
  return {
    title: both('基本情况', 'The situation'),
    passages: [
      paragraph(
        sentence(
          form.title.raw === ''
            ? '本报告根据所附自评表编写，表中没有标题；数字和引文均照录原表。'
            : `本报告根据${title.zh}编写，数字和引文均照录原表。`,
          form.title.raw === ''
            ? 'This report is drawn from the form, which has no title; figures and quotations are as printed there.'
            : `This report is drawn from the form “${title.en}”; figures and quotations are as printed there.`,
          'title',
        ),
      ),
    ],
    sections: [
      {
        title: both('评价对象', 'What is evaluated'),
        passages: [
          {
            kind: 'table',
            caption: both('基本信息', 'Basic facts'),
            columns: [
              { head: both('项目', 'Item'), width: 1, align: 'center' },
              { head: both('内容', 'Content'), width: 3 },
            ],
            rows: factRows(form),
          },
        ],
        sections: [],
      },
      { title: both('资金预算', 'The budget'), passages: [paragraph(...budgetSentences(form))], sections: [] },
    ],
  }
}

export function tellGoals(form: Form): Section {
  const { goals } = form
  const title = both('绩效目标及完成情况', 'Goals and what came of them')
  if (goals.length === 0) {
    const none = sentence('表中没有填写年度绩效目标。', 'The form states no goal for the year.', 'goals')
    return { title, passages: [paragraph(none)], sections: [] }
  }
  const open = goals.filter(({ achieved }) => oneLine(achieved.raw) === '').length
  const count = sentence(
    `表中列年度绩效目标${goals.length}项${open === 0 ? '，均填写了完成情况' : `，其中${open}项没有填写完成情况`}。`,
    `The form states ${goals.length} goals; ${open === 0 ? 'for each it says what came of it' : `for ${open} of them it does not say what came of it`}.`,
    'goals',
  )
  return {
    title,
    passages: [
      paragraph(count),
      {
        kind: 'table',
        caption: both('年度目标及完成情况', 'Goals of the year and what came of them'),
        columns: [
          { head: both('年初设定目标', 'Goal'), width: 2 },
          { head: both('完成情况', 'What came of it'), width: 3 },
        ],
        rows: goals.map(({ stated, achieved }, index) =>
          row([orMissing(stated.raw), orMissing(achieved.raw)], `goals[${index}]`),
        ),
      },
    ],
    sections: [],
  }
}

/** What the tasks say of the work done; null where the form has no such column. */
export function tellWork(form: Form): Section | null {
  if (!form.columns.tasks.includes('completion')) return null
  const items = gather(form.tasks, (task, index) => {
    if (task.role !== 'task') return []
    const name = oneLine(task.name.raw)
    const done = oneLine(task.completion.raw)
    return [
      [
        done === ''
          ? sentence(
              `${name}：表中没有填写完成情况。`,
              `${name}: the form does not say what was done.`,
              `tasks[${index}].completion`,
            )
          : sentence(`${name}：${quoted(done)}。`, `${name}: ${quoted(done)}.`, `tasks[${index}].completion`),
      ],
    ]
  })
  return items.length === 0
    ? null
    : {
        title: both('年度主要任务完成情况', 'The tasks of the year'),
        passages: [{ kind: 'list', items }],
        sections: [],
      }
}
