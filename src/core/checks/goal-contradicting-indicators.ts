import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import type { Cell, Form, Goal, Indicator, Reading } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { contradiction, figureTold, subjectOf } from './aids/figures-told.ts'
import { quantityOf } from './aids/indicator-class.ts'
import type { FormCheck, Problem } from './check.ts'

/** What stands in the text of a goal, and the column of an indicator that it should agree with. */
const sides = [
  { message: 'stated', goal: 'stated', cell: 'target' },
  { message: 'achieved', goal: 'achieved', cell: 'actual' },
] as const

type Side = (typeof sides)[number]

const houses = { level2: '数量指标', name: '农村危房改造户数' }

export const check: FormCheck = {
  id: 'goal-contradicting-indicators',
  code: 'D24',
  over: 'form',
  title: {
    passed: { zh: '年度目标的数字与指标一致', en: 'The figures of the goals are those of the indicators' },
    failed: { zh: '年度目标的数字与指标不一致', en: 'A goal tells another figure than its indicator' },
  },
  why: {
    zh: '同一件事，目标文字写一个数，指标表写另一个数，必有一处不实，抽查时最先被发现。',
    en: 'One thing told with two figures: one of them is wrong, and it is the first thing that a reviewer sees.',
  },
  severity: 'warning',
  law: [cite('caiyu-2020-10/responsibility'), cite('caiyu-2015-88/goal-quality')],
  messages: {
    stated: {
      text: {
        zh: '年度目标写“{subject}”{told}，指标“{name}”的指标值却是“{value}”',
        en: 'the goal says {told} of “{subject}”, the target of “{name}” is “{value}”',
      },
      advice: {
        zh: '对照批复的绩效目标核对，使目标文字与指标值一致',
        en: 'check by the approved targets, and let goal and target agree',
      },
    },
    achieved: {
      text: {
        zh: '目标完成情况写“{subject}”{told}，指标“{name}”的完成值却是“{value}”',
        en: 'the completion of the goal says {told} of “{subject}”, the actual of “{name}” is “{value}”',
      },
      advice: {
        zh: '对照佐证材料核对实际完成数，改正写错的一处；完成值有变的，重新核对得分',
        en: 'check by the papers what was really done and mend the wrong one; if it is the actual, check the score again',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        goals: [{ stated: '完成农村危房改造230户。', achieved: '全年完成农村危房改造198户,全部竣工。' }],
        indicators: [{ ...houses, target: '≥210户', actual: '210户' }],
      },
      flagged: ['stated@goals[0].stated', 'achieved@goals[0].achieved'],
    },
    {
      from: 'made',
      form: {
        goals: [
          { stated: '扶持家庭农场40家;新增灌溉面积1.2万亩。', achieved: '新增灌溉面积达到11500亩,群众满意度92%。' },
        ],
        indicators: [
          { name: '扶持家庭农场', target: '≥20家', actual: '40家' },
          { name: '新增灌溉面积', target: '≥1.2万亩', actual: '12500亩' },
          { name: '群众满意度', target: '≥90%', actual: '95%' },
        ],
      },
      flagged: ['stated@goals[0].stated', 'achieved@goals[0].achieved', 'achieved@goals[0].achieved'],
    },
    {
      // The same; rounded alike; about so many; another unit; a part; told twice; another thing of a like name.
      from: 'made',
      form: {
        goals: [
          {
            stated: '完成农村危房改造210户。',
            achieved: '农村危房改造210户。服务农村人口3.7万人,培训护林人员200余人次,改造供水管网3处。',
          },
          { stated: '', achieved: '甲村建设文化广场2个,乙村建设文化广场3个。其中妇女技能培训30人,非遗技能培训20人。' },
        ],
        indicators: [
          { ...houses, target: '≥210户', actual: '210户' },
          { name: '服务农村人口', target: '≥3.6万人', actual: '37186人' },
          { name: '培训护林人员人次', target: '≥200人次', actual: '236人次' },
          { name: '改造供水管网长度', target: '≥20公里', actual: '21公里' },
          { name: '建设文化广场', target: '5个', actual: '5个' },
          { name: '妇女技能培训', target: '80人', actual: '80人' },
          { name: '水质', target: '达标', actual: '达标' },
          { name: '村级物业管理', target: '12', actual: '12' },
        ],
      },
      flagged: [],
    },
    {
      // Two rows of one name: which of them the goal means is not said.
      from: 'made',
      form: {
        goals: [{ stated: '新建村级卫生室8所。', achieved: '新建村级卫生室8所,村级物业管理8个。' }],
        indicators: [
          { name: '新建村级卫生室数量', target: '5所', actual: '5所' },
          { name: '新建村级卫生室（山区）', target: '3所', actual: '3所' },
          { name: '村级物业管理', target: '12', actual: '12' },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [{ ...houses, target: '≥210户', actual: '198户' }] }, flagged: [] },
  ],
  test({ form }) {
    if (form.goals.length === 0) return 'skip'
    const subjects = subjectsOf(form)
    return answerOf(
      gather(form.goals, (goal, index) => gather(sides, (side) => problemsOf(goal, `goals[${index}]`, side, subjects))),
    )
  },
}

/** Indicators by what a goal repeats of their names, those left out that share it. */
function subjectsOf({ indicators }: Form): ReadonlyMap<string, Indicator> {
  const subjects = new Map<string, Indicator | null>()
  for (const indicator of indicators) {
    const subject = indicator.role === 'scored' ? subjectOf(indicator.name.raw) : null
    if (subject !== null) subjects.set(subject, subjects.has(subject) ? null : indicator)
  }
  return new Map(gather([...subjects], ([subject, indicator]) => (indicator === null ? [] : [[subject, indicator]])))
}

function problemsOf(goal: Goal, path: string, side: Side, subjects: ReadonlyMap<string, Indicator>): Problem[] {
  const { raw } = goal[side.goal]
  if (raw === '') return []
  const text = withoutBlanks(raw)
  return gather([...subjects], ([subject, indicator]): Problem[] => {
    const cell: Cell<Reading> = indicator[side.cell]
    const told = contradictionIn(text, subject, cell)
    if (told === null) return []
    const data = { subject, told, name: indicator.name.raw, value: cell.raw }
    return [{ message: side.message, data, at: [`${path}.${side.goal}`], certainty: 'review' }]
  })
}

function contradictionIn(text: string, subject: string, cell: Cell<Reading>): string | null {
  const value = quantityOf(cell.value?.value)
  const told = value === null ? null : figureTold(text, subject)
  return told === null ? null : contradiction(told, value!)
}
