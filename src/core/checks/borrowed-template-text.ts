import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import type { Form, FormPath } from '../model/index.ts'
import { cite, populations } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { headingOf } from './aids/indicator-class.ts'
import type { FormCheck, Problem } from './check.ts'

/** With less said of what the money is for, nobody can tell who belongs to it. */
const LEAST_SIGNS = 20
/** An office of a county. */
const COUNTY = /([\u4e00-\u9fa5]{2,3}县)(?=[\u4e00-\u9fa5]{0,8}(?:局|委|办|中心|政府))/gu
const ANY_COUNTY = /(?:我|全|各|本|该|外|邻|周边|兄弟|个|省|市|贫困|所在|两|多)县$/u

/** What is said to have been done or asked, and whom it speaks of. */
interface Said {
  readonly path: FormPath
  readonly text: string
}

const headOf = ({ title, region, department, supervisor, project, implementer }: Form) =>
  [title, region, department, supervisor, project, implementer].map(({ raw }) => raw)

/** What the money is for: whoever is served has a word in it. */
function purposeOf(form: Form): string {
  return [
    ...headOf(form),
    ...gather(form.tasks, ({ name, content }) => [name.raw, content.raw]),
    ...form.goals.map(({ stated }) => stated.raw),
    ...gather(form.indicators, (row) => (headingOf(row) === 'satisfaction' ? [] : [row.name.raw, row.target.raw])),
  ].join(' ')
}

function toldIn(form: Form): readonly Said[] {
  return [
    ...form.tasks.map(({ completion }, index) => ({ path: `tasks[${index}].completion`, text: completion.raw })),
    ...form.goals.map(({ achieved }, index) => ({ path: `goals[${index}].achieved`, text: achieved.raw })),
    ...gather(form.indicators, (row, index) =>
      headingOf(row) === 'satisfaction' ? [{ path: `indicators[${index}].name`, text: row.name.raw }] : [],
    ),
  ].filter(({ text }) => text !== '')
}

/** 农民工 are no 农民. Of a name only those asked count (老年人满意度): a work for them (残疾人轮椅适配) is the form's own. */
const known = populations.map(({ people, home }) => ({
  home,
  inText: new RegExp(`(${people.join('|')})(?!工)`),
  inName: new RegExp(`(${people.join('|')})(?:家属|代表|群体|群众|家庭)?的?(?:总体|综合)?满意`),
}))
const ANYONE = new RegExp([...gather(populations, ({ people }) => people), '县'].join('|'))

/** People and a county that a text names and the purpose of the form does not know. */
function strangersIn({ path, text }: Said, purpose: string): { people: readonly string[]; county: string | undefined } {
  const isName = path.endsWith('name')
  const people = gather(known, ({ home, inText, inName }) => {
    const who = (isName ? inName : inText).exec(text)?.[1]
    return who === undefined || home.some((word) => purpose.includes(word)) ? [] : [who]
  })
  const counties = [...text.matchAll(COUNTY)].map(([, county]) => county!)
  return { people, county: counties.find((one) => !ANY_COUNTY.test(one) && !purpose.includes(one.slice(-3))) }
}

const road = {
  kind: 'project' as const,
  department: '某市交通运输局',
  project: '农村公路养护项目',
  goals: [{ stated: '完成路面修补和桥梁检测，保障道路安全畅通。' }],
}

export const check: FormCheck = {
  id: 'borrowed-template-text',
  code: 'C19',
  over: 'form',
  title: {
    passed: { zh: '文字与本部门、本项目相符', en: 'Texts belong to this department and project' },
    failed: { zh: '疑似套用别处的文字', en: 'A text that seems borrowed' },
  },
  why: {
    zh: '完成情况、满意度写到了与本部门、本项目无关的人群或外地单位，多半是套用别处的表。',
    en: 'Results and satisfaction that name people or places foreign to the department and project are mostly taken from another form.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/copied-text'), cite('pidu-review-2025/unrelated')],
  messages: {
    people: {
      text: {
        zh: '“{text}”写到{people}，部门、项目、任务、目标和其他指标都没有提到这类人群',
        en: '“{text}” names {people}; department, project, tasks, goals and the other indicators know no such people',
      },
      advice: {
        zh: '核对是否套用别处的文字；确为服务对象的，在目标中写明',
        en: 'check whether it was borrowed; name them in the goals where they are served',
      },
    },
    place: {
      text: {
        zh: '“{text}”写到{county}的单位，与本表的地区不同',
        en: '“{text}” names an office of {county}, which is not the place of this form',
      },
      advice: { zh: '核对是否套用别处的文字', en: 'check whether it was borrowed' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { ...road, indicators: [{ level1: '满意度指标', name: '过往车辆满意度', target: '≥90%' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        ...road,
        indicators: [
          { level1: '产出指标', name: '路面修补面积' },
          { level1: '满意度指标', name: '老年人满意度', target: '≥90%' },
        ],
      },
      flagged: ['people@indicators[1].name'],
    },
    {
      from: 'made',
      form: {
        ...road,
        goals: [{ ...road.goals[0]!, achieved: '由清水县教育局组织少数民族学生开展活动。' }],
        indicators: [{ level1: '产出指标', name: '路面修补面积' }],
      },
      flagged: ['people@goals[0].achieved', 'place@goals[0].achieved'],
    },
    {
      from: 'made',
      form: {
        ...road,
        goals: [{ ...road.goals[0]!, achieved: '农民工工资全部发放。' }],
        indicators: [{ level1: '满意度指标', name: '残疾人轮椅适配满意度' }],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        ...road,
        tasks: [{ name: '敬老院道路', completion: '全县老年人出行方便，经我县财政局验收。' }],
        indicators: [{ level1: '满意度指标', name: '老年人和乘客满意度', target: '≥90%' }],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ level1: '满意度指标', name: '老年人满意度', target: '≥90%' }] },
      flagged: [],
    },
  ],
  test({ form }) {
    const told = toldIn(form)
    const named = told.filter(({ text }) => ANYONE.test(text))
    if (named.length === 0) return told.length === 0 ? 'skip' : 'pass'
    const purpose = purposeOf(form)
    if (withoutBlanks(purpose).length < LEAST_SIGNS) return 'skip'
    return answerOf(
      gather(named, (said): Problem[] => {
        const { path, text } = said
        const { people, county } = strangersIn(said, purpose)
        const at = [path] as const
        return [
          ...(people.length === 0
            ? []
            : [
                {
                  message: 'people',
                  data: { text, people: people.join('、') },
                  at,
                  certainty: 'review' as const,
                  // Those asked may well be named nowhere else.
                  ...(at[0].endsWith('name') ? { severity: 'info' as const } : {}),
                },
              ]),
          ...(county === undefined
            ? []
            : [
                {
                  message: 'place',
                  data: { text, county },
                  at,
                  certainty: 'review' as const,
                  severity: 'info' as const,
                },
              ]),
        ]
      }),
    )
  },
}
