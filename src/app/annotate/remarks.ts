/** Findings of a file as remarks: numbered as they are shown, errors first, in words. */

import type { Finding, Lang, Place, Report, Severity, SourceSpan } from '../../core/model/index.ts'
import { type RuleTexts, sayPlace, severityWords } from '../../core/texts/index.ts'
import type { ListWords, Remark } from '../../editors/remark.ts'
import { sayCitation, sayFinding } from '../catalogue.ts'

const order: readonly Severity[] = ['error', 'warning', 'info']
/** So many further places a remark names. */
const PLACES = 5

export const listWords: Readonly<Record<Lang, ListWords>> = {
  zh: {
    title: '问题清单',
    headers: ['序号', '程度', '位置', '问题', '依据', '改法'],
    basis: '依据：',
    advice: '改法：',
    author: 'Ziping 自评',
  },
  en: {
    title: 'Findings',
    headers: ['No.', 'Severity', 'Place', 'Finding', 'Basis', 'Advice'],
    basis: 'Basis: ',
    advice: 'Advice: ',
    author: 'Ziping 自评',
  },
}

/** The place as a person says it, and the text that stands there. */
function whereOf([first, ...others]: Finding['at'], lang: Lang, form: string): string {
  const say = ({ source }: Place) => (source === undefined ? '' : sayPlace(source, lang))
  const own = say(first)
  const more = [...new Set(others.map(say))].filter((place) => place !== '' && place !== own).slice(0, PLACES)
  const joined = [own, ...more].filter((place) => place !== '').join(lang === 'zh' ? '、' : ', ')
  return joined === '' ? form : joined
}

function remarkOf(finding: Finding, number: number, lang: Lang, rules: Rules, form: string): Remark {
  const { text, advice } = sayFinding(finding, lang, rules)
  const review = finding.certainty === 'review' ? (lang === 'zh' ? '（须人工判断）' : ' (to be judged)') : ''
  const source: SourceSpan | undefined = finding.at.find((place) => place.source !== undefined)?.source
  return {
    number,
    severity: severityWords[finding.severity][lang],
    isError: finding.severity === 'error',
    ...(source === undefined ? {} : { source }),
    where: whereOf(finding.at, lang, form),
    message: `${text}${review}`,
    basis: finding.law.map((citation) => sayCitation(citation, lang)).join(lang === 'zh' ? '；' : '; '),
    advice: advice ?? '',
  }
}

type Rules = Readonly<Record<string, RuleTexts>>

/** Of all forms of the file and of the file as a whole. */
export function remarksOn(
  reports: readonly Report[],
  onFile: readonly Finding[],
  rules: Rules,
  lang: Lang,
): readonly Remark[] {
  const whole = lang === 'zh' ? '全表' : 'the form'
  const all = [
    ...reports.flatMap((report, index) => {
      const name = reports.length > 1 ? `${report.form.title.raw || whole}（${index + 1}）` : whole
      return report.findings.map((finding) => ({ finding, name }))
    }),
    ...onFile.map((finding) => ({ finding, name: lang === 'zh' ? '全文件' : 'the file' })),
  ]
  const sorted = order.flatMap((severity) => all.filter(({ finding }) => finding.severity === severity))
  return sorted.map(({ finding, name }, index) => remarkOf(finding, index + 1, lang, rules, name))
}
