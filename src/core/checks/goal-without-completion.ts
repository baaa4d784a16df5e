import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import type { FormCheck, Problem } from './check.ts'

const saysSomething = (raw: string) => /[\p{L}\p{N}]/u.test(raw)

const TABLE = '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\n产出指标\t数量指标\t培训人数\t≥50人\t60人\n'

const NUMBERING = /^(?:年度)?目?标?[(\uff08]?[\d一二三四五六七八九十]+[)\uff09]?(?:完成情况)?[:\uff1a、.]/u

function shorten(raw: string): string {
  const plain = withoutBlanks(raw).replace(NUMBERING, '')
  return plain.length > 24 ? `${plain.slice(0, 24)}…` : plain
}

export const check: FormCheck = {
  id: 'goal-without-completion',
  code: 'D05',
  over: 'form',
  title: {
    passed: { zh: '每条年度目标都有完成情况', en: 'Every goal has its completion' },
    failed: { zh: '年度目标与完成情况不对应', en: 'Goals and completions do not pair' },
  },
  why: {
    zh: '年初设定了目标，年末就要逐条说明完成情况，缺一条就等于没有自评。',
    en: 'Each goal set at the start of the year is to be answered at its end; a missing answer is a goal not assessed.',
  },
  severity: 'error',
  law: [cite('ziping-proposal/goal-pairs'), cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    missing: {
      text: { zh: '目标{number}“{goal}”没有写完成情况', en: 'goal {number} “{goal}” has no completion' },
      advice: {
        zh: '补写该目标的完成情况，与指标数据一致',
        en: 'write its completion, in agreement with the indicators',
      },
    },
    noneAtAll: {
      text: { zh: '{count}条年度目标都没有写完成情况', en: 'none of the {count} goals has a completion' },
      advice: {
        zh: '逐条补写完成情况；表中没有这一栏的，在自评报告中说明',
        en: 'write the completion of each; where the form has no place for it, in the report',
      },
    },
    unasked: {
      text: { zh: '第{number}条完成情况“{text}”没有对应的目标', en: 'completion {number} “{text}” answers no goal' },
      advice: {
        zh: '核对目标是否漏填，或把内容并入相应目标',
        en: 'check whether a goal was left out, or merge the text',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:28',
      form: {
        goals: [
          { stated: '目标3:加强网上群团阵地建设。', achieved: '目标3完成情况:构建职工服务网点。' },
          { stated: '目标4:推出系列惠民服务举措,坚持民生导向,提升群众获得感和满意度。' },
          { stated: '目标5:培训干部。', achieved: '-' },
          { stated: '', achieved: '另组织培训两期。' },
        ],
      },
      flagged: ['missing@goals[1].achieved', 'missing@goals[2].achieved', 'unasked@goals[3].achieved'],
    },
    { from: 'made', form: { goals: [{ stated: '保障运转。' }, {}] }, flagged: ['noneAtAll@goals[0].achieved'] },
    // Some forms have no place for it.
    {
      from: 'made',
      text: `年度总体目标\t保障运转。\n${TABLE}`,
      flagged: [],
    },
    {
      from: 'made',
      text: `年度总体目标\t年初设定目标\t实际完成情况\n\t保障运转。\t\n${TABLE}`,
      flagged: ['noneAtAll@goals[0].achieved'],
    },
    { from: 'made', form: { goals: [{ stated: '保障运转。', achieved: '已保障运转。' }] }, flagged: [] },
  ],
  test({ form, events }) {
    const goals = form.goals.map(({ stated, achieved }, index) => ({
      path: `goals[${index}].achieved`,
      number: index + 1,
      stated: saysSomething(stated.raw) ? stated.raw : '',
      achieved: saysSomething(achieved.raw) ? achieved.raw : '',
    }))
    const asked = goals.filter((goal) => goal.stated !== '')
    const answered = goals.filter((goal) => goal.achieved !== '')
    if (asked.length === 0 && answered.length === 0) return 'skip'
    if (answered.length === 0) {
      if (events.some(({ kind }) => kind === 'no-place-for-completion')) return 'skip'
      return { message: 'noneAtAll', data: { count: asked.length }, at: [asked[0]!.path], severity: 'warning' }
    }
    const problems = gather(goals, (goal): Problem[] => {
      const { path, number, stated, achieved } = goal
      if (stated !== '' && achieved === '')
        return [{ message: 'missing', data: { number, goal: shorten(stated) }, at: [path] }]
      if (stated === '' && achieved !== '') {
        return [{ message: 'unasked', data: { number, text: shorten(achieved) }, at: [path], severity: 'warning' }]
      }
      return []
    })
    const [first, ...others] = problems
    return first === undefined ? 'pass' : [first, ...others]
  },
}
