import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf, problemsOf } from './aids/events.ts'
import { textsOf } from './aids/form-texts.ts'
import type { FormCheck, Problem } from './check.ts'

/** Two and more Latin words in a row; addresses of the web and of mail are none. */
const WORDS = /[A-Za-z][A-Za-z.'’-]*(?:[ \u00a0]+[A-Za-z][A-Za-z.'’-]*)+/g
/** A small word, or a single letter with a full stop, among them: a sentence of no language of the form. */
const OF_A_SENTENCE = /(?:^|\s)(?:[a-z]{2,}\.?|[A-Z]\.)(?=\s|$)/
/** Pinyin in brackets behind a sign, from pages that were turned into traditional characters. */
const PINYIN =
  /[(\uff08][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*[)\uff09]/

function noiseIn(text: string): string | null {
  if (!/\p{Script=Han}/u.test(text)) return null
  return text.match(WORDS)?.find((words) => OF_A_SENTENCE.test(words)) ?? null
}

interface Looked {
  readonly noise: string | null
  readonly hasPinyin: boolean
}

/** Latin letters, those that pinyin puts its tones on among them. */
const LETTER = /[A-Za-z\u00e0-\u01dc]/
const quiet: Looked = { noise: null, hasPinyin: false }

function lookAt(raw: string): Looked {
  if (!LETTER.test(raw)) return quiet
  return { noise: noiseIn(raw), hasPinyin: PINYIN.test(raw) }
}

/** Noise without a letter or a figure: nothing can have been lost. */
function isMark({ message, data }: Problem): boolean {
  return message === 'noise' && !/[\p{L}\p{N}]/u.test(String(data.text))
}

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t实际完成值\t得分\n'

export const check: FormCheck = {
  id: 'latin-noise',
  code: 'E06',
  over: 'form',
  title: {
    passed: { zh: '没有来历不明的外文', en: 'No stray Latin words' },
    failed: { zh: '夹有乱码外文', en: 'Stray Latin words' },
  },
  why: {
    zh: '中文表格里成句的外文多是识别错误，那里原来的文字已经丢失。',
    en: 'Latin words in a Chinese form are mostly reading errors: what stood there is lost.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    noise: {
      text: {
        zh: '“{text}”像是识别错误，原文可能已丢失',
        en: '“{text}” looks like a reading error; the original words may be lost',
      },
      advice: { zh: '对照原表补正文字', en: 'restore the words from the original' },
    },
    mark: {
      text: { zh: '“{text}”是散落的符号，未计入表内数据', en: '“{text}” is a stray mark and was left out of the data' },
      advice: {
        zh: '无须处理；如有含义，请填到应在的栏目',
        en: 'nothing to do; if it means something, move it into its field',
      },
    },
    header: {
      text: { zh: '表头“{text}”有缺损或断开', en: 'the header “{text}” is damaged or broken' },
      advice: { zh: '对照原表核对这一列的含义', en: 'compare the column with the original' },
    },
    pinyin: {
      text: {
        zh: '文字中夹有拼音，例如“{text}”，共{count}处',
        en: 'pinyin stands among the characters, such as “{text}”, in {count} places',
      },
      advice: { zh: '换用没有注音的原表', en: 'use the original without the pinyin' },
    },
  },
  examples: [
    {
      from: 'F025',
      form: { indicators: [{ name: '項(xiàng)目完成及時率' }, { name: '補(bǔ)助經(jīng)費(fèi)' }] },
      flagged: ['pinyin@indicators[0].name'],
    },
    {
      from: 'shenzhen-guangming-2021:54',
      form: { indicators: [{ name: 'Hall Vol. Hall I for the Lake前台值岗志愿者人数' }, { name: '站点to be tool.' }] },
      flagged: ['noise@indicators[0].name', 'noise@indicators[1].name'],
    },
    {
      from: 'shenzhen-guangming-2021:54',
      text: `${header}产出指标\t数量指标\tHall Vol. Hall I for the Lake\t≥5人\t10\t6人\t10\n\t\t培训场次\t≥5场\t10\t6场\t10\n`,
      flagged: ['noise@indicators[0].name'],
    },
    {
      from: 'shenzhen-guangming-2021:5',
      text:
        '\tto be tool.\t\tJ. Nieve\t预算金额 (万元)\t全年执行数 (万元)\t分值\t执行率\t得分\n\t任务名称\t主要内容\t完成情况\t总额\t总额\t10\n' +
        '\t基本支出\t人员支出\t全部达成预期指标\t566.14\t534.85\t10\t94.47%\t9.45\n\t金额合计\t\t\t566.14\t534.85\t10\t94.47%\t9.45\n' +
        `\t\t•\n${header}产出指标\t数量指标\t培训人数\t≥50人\t10\t60人\t10\n`,
      flagged: ['header@form', 'header@form', 'mark@form'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: 'U站值岗人数' },
          { name: '微信公众号 APP 上线' },
          { name: '购置 Microsoft Office 软件' },
          { name: 'Windows', note: 'for the people' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form, events, recall }) {
    const told = problemsOf(events, {
      noise: { message: 'noise', certainty: 'review' },
      'header-damaged': { message: 'header', certainty: 'review' },
    }).map((problem): Problem => (isMark(problem) ? { ...problem, message: 'mark', severity: 'info' } : problem))
    const toldPaths = new Set(events.filter((event) => event.kind === 'noise').map((event) => event.at[0].path))
    const texts = textsOf(form).map(({ path, raw }) => {
      const { noise, hasPinyin } = recall(lookAt, raw)
      return { path, raw, noise, hasPinyin }
    })
    const found = gather(texts, ({ path, noise: text }): Problem[] => {
      // What the recogniser said already is not said twice.
      return text === null || toldPaths.has(path)
        ? []
        : [{ message: 'noise', data: { text }, at: [path], certainty: 'review' }]
    })
    const [first, ...others] = texts.filter(({ hasPinyin }) => hasPinyin)
    if (first === undefined) return answerOf([...told, ...found])
    const count = others.length + 1
    const problem: Problem = {
      message: 'pinyin',
      data: { text: first.raw, count },
      at: [first.path],
      certainty: 'review',
    }
    return answerOf([...told, problem])
  },
}
