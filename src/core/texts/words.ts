/** The product's own words for the ids of the model, Chinese first, English second. */

import type {
  Agreement,
  Bilingual,
  CheckStatus,
  EditionChoice,
  Evidence,
  Extent,
  FormStage,
  Grade,
  Lang,
  Level1,
  Severity,
  SourceSpan,
} from '../model/index.ts'

export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
}

export const evidenceWords: Readonly<Record<Evidence, Bilingual>> = {
  'read-official': { zh: '已读官方文本', en: 'read in the official text' },
  'read-copy': { zh: '已读转载文本', en: 'read in a copy' },
  'partly-read': { zh: '仅读部分文本', en: 'text partly read' },
  'general-knowledge': { zh: '行业通行认识，未读原文', en: 'general knowledge, text not read' },
  sample: { zh: '由已公开表格推算', en: 'worked out from a published form' },
  proposal: { zh: '自评系统建议', en: 'proposed by Ziping' },
}

export const byAnalogyWords: Bilingual = { zh: '按项目支出办法类推', en: 'by analogy with the rules for projects' }

export const gradeWords: Readonly<Record<Grade, Bilingual>> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
}

export const level1Words: Readonly<Record<Level1, Bilingual>> = {
  execution: { zh: '预算执行', en: 'execution' },
  cost: { zh: '成本指标', en: 'cost' },
  output: { zh: '产出指标', en: 'output' },
  benefit: { zh: '效益指标', en: 'benefit' },
  satisfaction: { zh: '满意度指标', en: 'satisfaction' },
  process: { zh: '过程指标', en: 'process' },
  input: { zh: '投入指标', en: 'input' },
  other: { zh: '其他指标', en: 'other' },
}

export const agreementWords: Readonly<Record<Agreement, Bilingual>> = {
  equal: { zh: '一致', en: 'equal' },
  inside: { zh: '在区间内', en: 'inside the band' },
  outside: { zh: '不一致', en: 'differs' },
  depends: { zh: '取决于对用语的理解', en: 'depends on how the word is read' },
  judge: { zh: '须人工判断', en: 'a person must judge' },
  lost: { zh: '得分缺失', en: 'score missing' },
  none: { zh: '不计分', en: 'not scored' },
}

export const statusWords: Readonly<Record<CheckStatus, Bilingual>> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不通过', en: 'failed' },
  review: { zh: '须人工复核', en: 'to review' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
  blocked: { zh: '无法读取', en: 'could not be read' },
  crashed: { zh: '检查出错', en: 'crashed' },
}

/** What a form before the self-evaluation is, and what is looked at in it. */
export const stageWords: Readonly<Record<FormStage, Bilingual>> = {
  targets: {
    zh: '绩效目标申报（批复）表：检查目标、资金和分值，不计分',
    en: 'a form that sets targets: targets, money and weights are checked, nothing is scored',
  },
  monitoring: {
    zh: '绩效运行监控表：检查目标、当期执行和全年预计，不计分',
    en: 'a monitoring form: targets, spending so far and what is expected are checked, nothing is scored',
  },
}

export const editionChoiceWords: Readonly<Record<EditionChoice, Bilingual>> = {
  asked: { zh: '按指定', en: 'as asked' },
  exact: { zh: '按地区、表种、年度', en: 'by place, kind and year' },
  earlierYear: { zh: '本年度未见规则，暂用较早年度', en: 'no rules for this year: an earlier year assumed' },
  national: { zh: '本地规则未收录，暂用全国规则', en: 'no local rules on file: national rules assumed' },
  nationalEarlierYear: {
    zh: '本地规则未收录，暂用较早年度的全国规则',
    en: 'no local rules on file: national rules of an earlier year assumed',
  },
  nationalOtherKind: {
    zh: '本类表规则未收录，暂按全国项目支出规则类推',
    en: 'no rules for this kind of form: national project rules assumed by analogy',
  },
}

/** Where something stands in the user's own file, as a person says it. */
export function sayPlace(source: SourceSpan, lang: Lang): string {
  switch (source.kind) {
    case 'text':
      return lang === 'zh' ? `第${source.line}行` : `line ${source.line}`
    case 'sheet':
      return `${source.sheet}!${source.cell}`
    case 'page':
      return lang === 'zh' ? `第${source.page}页` : `page ${source.page}`
    case 'table':
      return lang === 'zh'
        ? `第${source.table}张表第${source.row}行第${source.column}列`
        : `table ${source.table}, row ${source.row}, column ${source.column}`
  }
}

/** From where to where a form stands in its file, as a person says it. */
export function sayExtent(extent: Extent, lang: Lang): string {
  if (extent.kind === 'sheet') return lang === 'zh' ? `工作表“${extent.sheet}”` : `sheet “${extent.sheet}”`
  const { kind, first, last } = extent
  const numbers = first === last ? `${first}` : lang === 'zh' ? `${first}—${last}` : `${first}–${last}`
  if (kind === 'pages') return lang === 'zh' ? `第${numbers}页` : `${first === last ? 'page' : 'pages'} ${numbers}`
  return lang === 'zh' ? `第${numbers}张表` : `${first === last ? 'table' : 'tables'} ${numbers}`
}

/** The tiers of a judged row, by the id that a reading carries. */
export const tierWords: Readonly<Record<string, Bilingual>> = {
  top: { zh: '第一档', en: 'top tier' },
  middle: { zh: '第二档', en: 'middle tier' },
  bottom: { zh: '第三档', en: 'bottom tier' },
}
