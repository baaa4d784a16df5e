import { gather } from '../model/gather.ts'
import type { Form, FormPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { textsOf } from './aids/form-texts.ts'
import { tasksOf } from './aids/money.ts'
import { holdsPlaceholder, isPlaceholder } from './aids/placeholders.ts'
import type { FormCheck, Problem } from './check.ts'

const task = {
  name: '培训经费',
  content: '开展业务培训。',
  completion: '全部达成预期指标',
  budgeted: '10',
  executed: '10',
}

export const check: FormCheck = {
  id: 'required-text-missing',
  code: 'A20',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '任务内容、完成情况和目标均已填写', en: 'Contents, completions and goals are filled in' },
    failed: { zh: '必填文字缺失', en: 'A required text is missing' },
  },
  why: {
    zh: '任务内容、完成情况和年度目标说明钱用来做什么、做成了什么，缺了就无从评价。',
    en: 'They say what the money was for and what came of it; without them nothing can be judged.',
  },
  law: [cite('caiyu-2020-10/self-evaluation-content'), cite('integrated-platform/completeness')],
  messages: {
    content: {
      text: { zh: '任务“{name}”没有填写主要内容。', en: 'Task “{name}” has no main content.' },
      advice: { zh: '请补填主要内容。', en: 'Fill in the main content.' },
    },
    completion: {
      text: { zh: '任务“{name}”没有填写完成情况。', en: 'Task “{name}” has no completion.' },
      advice: { zh: '请补填完成情况。', en: 'Fill in what was completed.' },
    },
    goal: {
      text: {
        zh: '第{number}项目标有完成情况，没有目标内容。',
        en: 'Goal {number} has a completion and no stated goal.',
      },
      advice: { zh: '请补填年初设定的目标。', en: 'Fill in the goal as set at the beginning of the year.' },
    },
    placeholder: {
      text: { zh: '“{text}”不是实际内容。', en: '“{text}” is a placeholder.' },
      advice: { zh: '请填写实际内容。', en: 'Write what was meant to stand there.' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:14',
      form: { tasks: [task, { ...task, content: '' }] },
      flagged: ['content@tasks[1].content'],
    },
    { from: 'made', form: { tasks: [task, { ...task, completion: '' }] }, flagged: ['completion@tasks[1].completion'] },
    { from: 'made', form: { goals: [{ achieved: '已完成培训。' }] }, flagged: ['goal@goals[0].stated'] },
    {
      from: 'made',
      form: {
        tasks: [{ ...task, content: '略', completion: '待补充' }],
        goals: [{ stated: '开展XX培训3期。', achieved: '请填写完成情况' }],
        facts: { 存在问题: '（请在此处填写存在问题）', 改进措施: '无' },
      },
      flagged: [
        'placeholder@tasks[0].content',
        'placeholder@tasks[0].completion',
        'placeholder@goals[0].stated',
        'placeholder@goals[0].achieved',
        'placeholder@facts[0].text',
      ],
    },
    // What the blank form asks for; a real text may name its length too.
    {
      from: 'made',
      form: {
        goals: [{ stated: '完成调研报告一篇（3000字）。', achieved: '对照年度目标，说明任务完成情况（100字以内）' }],
        facts: { 评价结论: '结合自评情况，说明取得的成效。（不超过200字）', 改进措施: '（200字以内）' },
      },
      flagged: ['placeholder@goals[0].achieved', 'placeholder@facts[0].text'],
    },
    {
      from: 'made',
      form: { tasks: [task, { row: 'group', name: '项目支出' }], goals: [{ stated: '开展培训。' }] },
      flagged: [],
    },
    // A column that nobody fills in is not one that the form asks for.
    { from: 'F002', form: { tasks: [{ name: '培训经费', budgeted: '10' }] }, flagged: [] },
    { from: 'made', form: { indicators: [{ name: '培训人数' }] }, flagged: [] },
  ],
  test({ form }) {
    if (form.tasks.length === 0 && form.goals.length === 0 && form.facts.length === 0) return 'skip'
    return answerOf([
      ...blankIn(form, 'content'),
      ...blankIn(form, 'completion'),
      ...goalsUnstated(form),
      ...placeholdersIn(form),
    ])
  },
}

function blankIn(form: Form, field: 'content' | 'completion'): readonly Problem[] {
  const rows = tasksOf(form, 'task').filter(({ task }) => task.budgeted.total.raw !== '')
  if (!form.columns.tasks.includes(field) || rows.every(({ task }) => task[field].raw === '')) return []
  return rows
    .filter(({ task }) => task[field].raw === '')
    .map(({ task, path }) => ({ message: field, data: { name: task.name.raw }, at: [`${path}.${field}`] }))
}

function goalsUnstated(form: Form): readonly Problem[] {
  return gather(form.goals, ({ stated, achieved }, index): Problem[] => {
    const path: FormPath = `goals[${index}].stated`
    return stated.raw === '' && achieved.raw !== ''
      ? [{ message: 'goal', data: { number: index + 1 }, at: [path] }]
      : []
  })
}

/** Rows of indicators are looked at by placeholder-left. */
function placeholdersIn(form: Form): readonly Problem[] {
  return textsOf(form)
    .filter(({ path, raw }) => !path.startsWith('indicators') && (isPlaceholder(raw) || holdsPlaceholder(raw)))
    .map(({ path, raw }) => ({ message: 'placeholder', data: { text: raw }, at: [path], certainty: 'review' }))
}
