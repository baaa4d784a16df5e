/** The page's own words. What findings, checks and clauses say comes from their own files. */

import type { Bilingual, FormKind, Lang, Scalar } from '../../core/model/index.ts'
import { fill } from '../../core/texts/index.ts'

const words = {
  page: { zh: '绩效自评表审核单', en: 'Review of a self-evaluation form' },
  skip: { zh: '跳到问题清单', en: 'Skip to the findings' },
  contents: { zh: '目录', en: 'Contents' },
  untitled: { zh: '（未命名单位）', en: '(no name printed)' },

  summary: { zh: '总览', en: 'At a glance' },
  printed: { zh: '表列总分', en: 'Printed total' },
  printedNone: { zh: '未填', en: 'none' },
  noPoints: {
    zh: '本表不设分值和得分，不计总分',
    en: 'this form prints neither weights nor scores: there is no total',
  },
  printedNote: { zh: '表中所填', en: 'as the form says' },
  added: { zh: '得分合计', en: 'Added up' },
  addedNote: { zh: '各行得分与执行得分相加', en: 'printed scores plus execution' },
  addedLost: { zh: '缺 {n} 个得分，未计入', en: '{n} scores are missing and left out' },
  recomputed: { zh: '按规则重算', en: 'Recomputed' },
  recomputedNote: { zh: '评级：{grades}', en: 'grade: {grades}' },
  findingCount: { zh: '发现问题', en: 'Findings' },
  printedGrade: { zh: '表列评级：{grade}', en: 'printed grade: {grade}' },
  gradeOfPrinted: { zh: '对应评级：{grade}', en: 'which is {grade}' },
  countOf: { zh: '{n} 个', en: '{n}' },
  matters: { zh: '要点', en: 'What decides' },
  matterChoice: {
    zh: '“{word}”属于哪一档，现行规定没有写明（{n} 行用此说法）：{options}（其他未定的行按满分计）。',
    en: 'The rules leave open which tier “{word}” belongs to ({n} rows use it; other open rows at full marks): {options}.',
  },
  option: { zh: '按{tier}理解，总分 {total}，评级{grades}', en: 'read as the {tier}, the total is {total} ({grades})' },
  gradeOr: { zh: '或', en: ' or ' },
  matterLost: {
    zh: '{n} 行没有得分，分值合计 {weight} 分。{gaps}单个得分的可能范围见计算过程；系统不代填。',
    en: '{n} rows have no score; they weigh {weight} points. {gaps}What each can be is shown under the calculations; nothing is filled in.',
  },
  gapTotalRow: {
    zh: '表列总分减去其余得分和执行得分 {execution}（合计行）余 {gap} 分。',
    en: 'Printed total less the other scores and execution {execution} (total row) leaves {gap}. ',
  },
  gapTaskRows: {
    zh: '若执行得分取各任务之和 {execution}，则余 {gap} 分。',
    en: 'With execution {execution} (sum of the task rows) it leaves {gap}. ',
  },
  matterIncomplete: {
    zh: '有检查项运行出错，本审核单不完整，不能作为“无问题”的依据。',
    en: 'A check crashed: this review is incomplete and proves nothing where it is silent.',
  },
  matterClean: { zh: '未发现错误和警告。', en: 'No error and no warning was found.' },
  department: { zh: '部门（单位）', en: 'Department' },
  project: { zh: '项目', en: 'Project' },
  fiscalYear: { zh: '预算年度', en: 'Fiscal year' },
  rules: { zh: '适用规则', en: 'Rules applied' },
  ruleEvidence: { zh: '规则依据', en: 'Evidence of the rules' },
  notPrinted: { zh: '表中未写明', en: 'not printed' },

  form: { zh: '自评表', en: 'The form' },
  formHint: {
    zh: '表内编号对应下方问题清单，点击可互相跳转；点得分可看计算过程。',
    en: 'Numbers in the table lead to the findings below and back; a score leads to its calculation.',
  },
  formRegion: { zh: '自评表（可左右滚动）', en: 'The form (scrolls sideways)' },
  tablePart: { zh: '{title}：{part}', en: '{title}: {part}' },
  legend: { zh: '图例', en: 'Legend' },
  seeCalculation: { zh: '{score}，查看计算过程', en: '{score}, see the calculation' },

  findings: { zh: '问题清单', en: 'Findings' },
  noFindings: { zh: '没有发现问题。', en: 'Nothing was found.' },
  severityHeading: { zh: '{severity}（{n} 个）', en: '{severity} ({n})' },
  ruleHeading: { zh: '{title}', en: '{title}' },
  place: { zh: '位置', en: 'Where' },
  law: { zh: '依据', en: 'Basis' },
  advice: { zh: '处理', en: 'What to do' },
  review: { zh: '须人工判断', en: 'a person must judge' },
  inForm: { zh: '表内', en: 'in the form' },
  otherPlaces: { zh: '另有 {n} 处', en: '{n} more places' },

  calculation: { zh: '计算过程', en: 'Calculations' },
  calculationHint: {
    zh: '每一分怎样得来：公式、取数、结果、取舍和依据。表列、合计、重算三者分开列示。',
    en: 'How every point comes about: formula, inputs, result, rounding and basis. Printed, added and recomputed stand apart.',
  },
  total: { zh: '总分', en: 'Total' },
  execution: { zh: '预算执行', en: 'Budget execution' },
  indicators: { zh: '绩效指标', en: 'Indicators' },
  lostScores: { zh: '缺失得分的可能范围', en: 'What the missing scores can be' },
  task: { zh: '任务（资金）', en: 'Task (funds)' },
  weight: { zh: '分值', en: 'Weight' },
  rate: { zh: '执行率', en: 'Rate' },
  score: { zh: '得分', en: 'Score' },
  asPrinted: { zh: '表列', en: 'Printed' },
  asRecomputed: { zh: '重算', en: 'Recomputed' },
  beforeRounding: { zh: '取舍前', en: 'Before rounding' },
  achievement: { zh: '完成比例', en: 'Achievement' },
  agreement: { zh: '核对', en: 'Agreement' },
  method: { zh: '方法', en: 'Method' },
  noRule: { zh: '没有可用的计分规则', en: 'no rule decides' },
  inputs: { zh: '取数', en: 'Inputs' },
  result: { zh: '结果', en: 'Result' },
  because: { zh: '说明', en: 'Because' },
  reading: { zh: '“{word}”的理解', en: 'Reading of “{word}”' },
  block: { zh: '指标', en: 'Block' },
  weightPrinted: { zh: '表列分值', en: 'Weight printed' },
  weightEdition: { zh: '规定分值', en: 'Weight by the rules' },
  weightAdded: { zh: '分值合计', en: 'Weights added' },
  scoreAdded: { zh: '得分合计', en: 'Scores added' },
  lostCount: { zh: '缺得分', en: 'Missing' },
  lostCell: { zh: '{n} 行（{weight} 分）', en: '{n} rows ({weight})' },
  range: { zh: '可能范围', en: 'Range' },
  impossible: { zh: '无解：表列总分与其余数字矛盾', en: 'none: the printed total contradicts the other figures' },
  rowSummary: {
    zh: '分值 {weight} · 表列 {printed} · 重算 {recomputed}',
    en: 'weight {weight} · printed {printed} · recomputed {recomputed}',
  },
  noWeight: { zh: '不计分', en: 'not scored' },
  belowOnly: { zh: '{band}（不含上限）', en: '{band} (upper end excluded)' },
  tier: { zh: '档次', en: 'Tier' },
  totalThen: { zh: '总分', en: 'Total' },
  gradeThen: { zh: '评级', en: 'Grade' },
  choiceCaption: { zh: '“{word}”取不同档次时的总分', en: 'The total under each reading of “{word}”' },
  tasksCaption: { zh: '各任务的分值、执行率和得分', en: 'Weight, rate and score of each task' },
  blocksCaption: { zh: '各级指标的分值和得分', en: 'Weights and scores by block' },
  lostCaption: { zh: '缺失得分的可能范围', en: 'What each missing score can be' },

  checks: { zh: '检查范围', en: 'What was checked' },
  checksHint: {
    zh: '没有问题不等于没有检查。下表列出每项检查看了多少处、结果如何。',
    en: '“No findings” is not “checked”: this is how many places each check looked at, and with what result.',
  },
  checksCaption: { zh: '各项检查的处数', en: 'Places looked at by each check' },
  code: { zh: '编号', en: 'Code' },
  check: { zh: '检查项', en: 'Check' },

  residue: { zh: '原文件用字情况', en: 'What became of the source' },
  used: { zh: '原文件中有 {n} 处文字已归入表中各栏。', en: '{n} pieces of text stand behind a field of the form.' },
  ignored: { zh: '有意略过 {n} 处', en: '{n} left aside on purpose' },
  unread: { zh: '未能归入任何一栏的 {n} 处（未参与计分和检查）', en: '{n} fit no field and took no part' },
  allUsed: { zh: '没有读不懂而丢下的文字。', en: 'Nothing was left unread.' },

  stamp: { zh: '版本信息', en: 'Stamp' },
  app: { zh: '程序版本', en: 'Program' },
  rulebook: { zh: '规则库版本', en: 'Rulebook' },
  edition: { zh: '规则', en: 'Edition' },
  layout: { zh: '版式', en: 'Layout' },
  layoutNone: { zh: '未知，按表头用语识别', en: 'not known, read by header words' },
  source: { zh: '源文件', en: 'Source file' },
  hash: { zh: '源文件 SHA-256', en: 'SHA-256 of the source' },
} as const satisfies Record<string, Bilingual>

export type Word = keyof typeof words

/** The page's word in a language, its placeholders filled. */
export function say(lang: Lang, word: Word, data: Readonly<Record<string, Scalar>> = {}): string {
  return fill(words[word][lang], data)
}

export const formKindWords: Readonly<Record<FormKind, Bilingual>> = {
  department: { zh: '部门整体支出绩效自评表', en: 'Self-evaluation of a department' },
  project: { zh: '项目支出绩效自评表', en: 'Self-evaluation of a project' },
}

/** Why a text of the source stands behind no field. */
export const ignoredWords: Readonly<Record<string, Bilingual>> = {
  title: { zh: '标题', en: 'title' },
  headerWord: { zh: '表头用语', en: 'header word' },
  label: { zh: '栏目名称', en: 'label' },
  pageNumber: { zh: '页码', en: 'page number' },
  pageFurniture: { zh: '页面附带文字', en: 'page furniture' },
  templateRow: { zh: '未填写的模板行', en: 'unfilled template row' },
}
