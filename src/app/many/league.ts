/** What the league page shows of a table: forms that need attention first, what is wrong most often, the rules' own texts. */

import { catalogue as ruleCatalogue } from '../../core/checks/catalogue.ts'
import { checks } from '../../core/checks/index.ts'
import type { Lang, Severity } from '../../core/model/index.ts'
import { gradeWords, severityWords } from '../../core/texts/index.ts'
import { type League, type LeagueRule, type LeagueTable, writeLeague } from '../../writers/html/index.ts'
import { catalogue, sayCitation } from '../catalogue.ts'
import { sayFigure, sayForm, sayRange, sayRemark, statusWords } from './say-row.ts'
import { type CommonRule, commonFolder, rank, type Table, withoutFolder } from './table.ts'

function ruleTexts(common: CommonRule, lang: Lang): LeagueRule {
  const check = checks.find(({ id }) => id === common.rule)
  const messages = Object.values(check?.messages ?? catalogue.get(common.rule)?.messages ?? {})
  // Advice with a placeholder speaks of one finding; the page speaks of the rule.
  const advice = messages.flatMap((message) => (message.advice === undefined ? [] : [message.advice[lang]]))
  return {
    id: common.rule,
    severity: common.severity,
    title: check?.title.failed[lang] ?? common.title[lang],
    code: ruleCatalogue.find(({ id }) => id === common.rule)?.code ?? null,
    counts: [String(common.count), String(common.forms)],
    why: check?.why[lang] ?? null,
    law: check?.law.map((citation) => sayCitation(citation, lang)) ?? [],
    advice: [...new Set(advice)].filter((text) => !/\{\w+\}/.test(text)),
  }
}

function ranking(table: Table, lang: Lang): LeagueTable {
  const zh = lang === 'zh'
  const folder = commonFolder(table)
  const words = (title: string) => ({ title, number: false })
  const number = (title: string) => ({ title, number: true })
  return {
    caption: zh ? '各表排名' : 'Forms ranked',
    columns: [
      number(zh ? '名次' : 'rank'),
      words(zh ? '部门（单位）' : 'department'),
      words(zh ? '表' : 'form'),
      number(zh ? '年度' : 'year'),
      number(zh ? '错误' : 'errors'),
      number(zh ? '警告' : 'warnings'),
      number(zh ? '表列总分' : 'printed'),
      number(zh ? '得分合计' : 'added'),
      number(zh ? '重算总分' : 'recomputed'),
      number(zh ? '超出范围' : 'off by'),
      words(zh ? '重算评级' : 'grade'),
      number(zh ? '未读出' : 'not read'),
      words(zh ? '文件' : 'file'),
    ],
    rows: rank(table).map((row, index) => {
      const { form, distance } = row
      return [
        String(index + 1),
        form.department,
        sayForm(row, lang),
        form.year === null ? '' : String(form.year),
        String(form.errors),
        String(form.warnings),
        sayFigure(form.printed),
        sayFigure(form.added),
        sayRange(form),
        distance === null ? '—' : sayFigure(distance.toString()),
        form.grades.map((grade) => gradeWords[grade][lang]).join(zh ? '或' : ' or '),
        String(form.unread),
        row.file.slice(folder.length),
      ]
    }),
  }
}

/** Files without a form, and copies of others. */
function restOf(table: Table, lang: Lang): LeagueTable | null {
  const zh = lang === 'zh'
  const folder = commonFolder(table)
  const rows = table.rows.filter(({ form, sameAs }) => form === null || sameAs !== null)
  if (rows.length === 0) return null
  return {
    caption: zh ? '其他文件' : 'Other files',
    columns: [zh ? '文件' : 'file', zh ? '结果' : 'result', zh ? '说明' : 'remark'].map((title) => ({
      title,
      number: false,
    })),
    rows: rows
      .map((row) => withoutFolder(row, folder))
      .map((row) => [row.file, statusWords[row.status][lang], sayRemark(row, lang)]),
  }
}

export function leaguePage(table: Table, lang: Lang): string {
  const zh = lang === 'zh'
  const { counts, rules, interrupted, pending, stamp } = table
  const folder = commonFolder(table)
  const severity = (of: Severity) => severityWords[of][lang]
  const league: League = {
    lang,
    title: zh ? '绩效自评表检查结果' : 'Self-evaluation forms checked',
    folder: folder === '' ? null : zh ? `以下文件均在 ${folder} 之下` : `All files stand below ${folder}`,
    kind: zh ? '汇总' : 'Overview',
    warning: !interrupted
      ? null
      : zh
        ? `检查中途停止：还有 ${pending} 个文件没有检查，以下只是已完成的部分。`
        : `The check was broken off: ${pending} files were not reached. This is what was done.`,
    figures: [
      {
        label: zh ? '自评表' : 'Forms',
        value: String(counts.forms),
        note: zh ? `来自 ${counts.files} 个文件` : `from ${counts.files} files`,
      },
      {
        label: zh ? '有错误的表' : 'Forms with errors',
        value: String(counts.formsWithErrors),
        note: zh
          ? `错误 ${counts.errors} 处，警告 ${counts.warnings} 处`
          : `${counts.errors} errors, ${counts.warnings} warnings`,
      },
      {
        label: zh ? '未能读取的文件' : 'Files not read',
        value: String(counts.notRead + counts.stopped),
        note: zh ? `另有 ${counts.noForm} 个文件中没有自评表` : `${counts.noForm} more hold no form`,
      },
      {
        label: zh ? '重复的文件' : 'Duplicates',
        value: String(counts.duplicates),
        note: zh ? '内容与另一文件相同，不重复统计' : 'same content as another file, counted once',
      },
    ],
    ranking: ranking(table, lang),
    rankingHint: zh
      ? '错误多的在前；错误数相同的，表列总分离重算范围远的在前。重算总分是按规则得出的范围，不是一个定数。'
      : 'Most errors first; of equals, the printed total furthest outside the recomputed range. What is recomputed is a range.',
    headings: {
      ranking: zh ? '各表排名' : 'Forms ranked',
      rules: zh ? '常见问题' : 'What is wrong most often',
      texts: zh ? '规则说明' : 'What the rules say',
      rest: zh ? '其他文件' : 'Other files',
    },
    ruleColumns: zh ? ['程度', '问题', '处数', '涉及表数'] : ['severity', 'problem', 'places', 'forms'],
    severityWords: { error: severity('error'), warning: severity('warning'), info: severity('info') },
    words: zh
      ? { why: '为什么', law: '依据', advice: '处理', none: '没有。' }
      : { why: 'Why', law: 'Basis', advice: 'What to do', none: 'None.' },
    rules: rules.map((rule) => ruleTexts(rule, lang)),
    rest: restOf(table, lang),
    stamp: zh
      ? `程序版本 ${stamp.app}，规则库版本 ${stamp.rulebook}`
      : `Ziping ${stamp.app}, rulebook ${stamp.rulebook}`,
  }
  return writeLeague(league)
}
