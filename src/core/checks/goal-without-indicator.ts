import { gather } from '../model/gather.ts'
import type { Form } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { rememberLast } from './aids/remember.ts'
import type { Words, WordsOf } from './aids/telling-words.ts'
import type { FormCheck, Problem } from './check.ts'

const NUMBERING = /^目标\s*[\d一二三四五六七八九十]+\s*[:\uff1a、.]\s*/u
const SENTENCE_END = /[。;!\uff1b\uff01\n]/u
/** A sentence that tells less is a phrase of course (推进各项工作). */
const LEAST_TELLING = 3

/** All that the words rest on, made for each form: no arrays on the way. */
function keyOf({ region, goals, indicators }: Form): readonly unknown[] {
  const key: unknown[] = [region.value]
  for (const { stated } of goals) key.push(stated)
  for (const { name, role } of indicators) key.push(name, role)
  return key
}

interface Said {
  readonly telling: ReadonlySet<number>
  /** Words of course too (设备, 购置). */
  readonly all: ReadonlySet<number>
}

/** The words of the goals that indicators say too: a form has few goals and many indicators. */
const saidInIndicators = rememberLast(keyOf, ({ goals, indicators }, wordsOf: WordsOf): Said => {
  const asked = new Set<number>()
  for (const { stated } of goals) {
    for (const sentence of stated.raw.split(SENTENCE_END)) for (const gram of wordsOf(sentence).grams) asked.add(gram)
  }
  asked.delete(0)
  const said = { telling: new Set<number>(), all: new Set<number>() }
  for (const { role, name } of indicators) {
    if (role === 'notApplicable') continue
    const { telling, grams } = wordsOf(name.raw)
    for (const gram of telling) if (asked.has(gram)) said.telling.add(gram)
    for (const gram of grams) if (asked.has(gram)) said.all.add(gram)
  }
  return said
})

/** So many words of course in common tell a tie as well as one telling word. */
const MANY_COMMON = 2

function isSupported({ telling, grams }: Words, said: Said): boolean {
  if (telling.some((gram) => said.telling.has(gram))) return true
  return new Set(grams.filter((gram) => said.all.has(gram))).size >= MANY_COMMON
}

export const check: FormCheck = {
  id: 'goal-without-indicator',
  code: 'D06',
  over: 'form',
  title: {
    passed: { zh: '年度目标都有指标支撑', en: 'Every goal has indicators behind it' },
    failed: { zh: '年度目标没有指标支撑', en: 'Goal without indicator' },
  },
  why: {
    zh: '目标要落到指标上；没有指标的目标，无法证明是否实现。',
    en: 'A goal without an indicator cannot be shown to be reached.',
  },
  severity: 'info',
  law: [cite('caiyu-2015-88/goal-quality')],
  messages: {
    unsupported: {
      text: { zh: '目标“{goal}”与所有指标名称没有共同用语', en: 'the goal “{goal}” shares no word with any indicator' },
      advice: {
        zh: '核对有无相应指标；没有的，补充指标或删去该目标',
        en: 'check for an indicator; add one or drop the goal',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:24',
      form: {
        goals: [
          { stated: '目标1:创新思路,落实群团改革要求。' },
          { stated: '目标2:抓好志愿者队伍建设。推进各项工作。' },
          { stated: '' },
        ],
        indicators: [{ name: '志愿者团建参与率' }, { name: '群团改革', target: '不适用' }],
      },
      flagged: ['unsupported@goals[0].stated'],
    },
    {
      from: 'made',
      form: { goals: [{ stated: '完成农村道路硬化。' }], indicators: [{ name: '道路硬化里程' }] },
      flagged: [],
    },
    // Words of course, but two of them.
    {
      from: 'made',
      form: {
        goals: [{ stated: '购置全自动生化分析仪等设备12台，改善诊疗条件。' }],
        indicators: [{ name: '购置设备数量' }],
      },
      flagged: [],
    },
    { from: 'made', form: { goals: [{ stated: '完成农村道路硬化。' }] }, flagged: [] },
  ],
  test({ form, words }) {
    if (form.goals.length === 0 || form.indicators.length === 0) return 'skip'
    const wordsOf = words()
    const said = saidInIndicators(form, wordsOf)
    const problems = gather(form.goals, ({ stated }, index): Problem[] =>
      stated.raw
        .split(SENTENCE_END)
        .filter((sentence) => {
          const words = wordsOf(sentence)
          return words.telling.length >= LEAST_TELLING && !isSupported(words, said)
        })
        .map((goal) => ({
          message: 'unsupported',
          data: { goal: goal.trim().replace(NUMBERING, '') },
          at: [`goals[${index}].stated`],
          certainty: 'review',
        })),
    )
    return answerOf(problems)
  },
}
