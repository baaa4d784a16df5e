/** What is said about the way from the source to the report: assumed rules, unknown layouts, unread texts. */

import type { Severity } from '../model/index.ts'
import type { RuleTexts } from '../texts/index.ts'
import { type ReadingRule, readingRules } from './reading-messages.ts'

export type EvaluateRule =
  | ReadingRule
  | 'rules-assumed'
  | 'rules-incomplete'
  | 'layout-unknown'
  | 'unread-text'
  | 'year-unknown'
  | 'approved-targets'
  | 'forms-beside'

export const evaluateRules: Readonly<Record<EvaluateRule, RuleTexts & { readonly severity: Severity }>> = {
  ...readingRules,
  'rules-assumed': {
    title: { zh: '计分规则为推定', en: 'rules assumed' },
    severity: 'warning',
    messages: {
      earlierYear: {
        text: {
          zh: '未收录{place}{year}年度的规则，暂按较早年度的“{edition}”计分，总分仅供参考',
          en: 'no rules of {place} for {year} are on file; scored by the earlier “{edition}”, so the total is provisional',
        },
        advice: {
          zh: '请核对当年通知；如另有规则，用 --edition 指定',
          en: "check that year's notice; name other rules with --edition",
        },
      },
      national: {
        text: {
          zh: '未收录{place}的规则，暂按“{edition}”计分，总分仅供参考',
          en: 'no rules of {place} are on file; scored by “{edition}”, so the total is provisional',
        },
        advice: {
          zh: '请核对当地通知；如另有规则，用 --edition 指定',
          en: 'check the local notice; name other rules with --edition',
        },
      },
      otherKind: {
        text: {
          zh: '未收录此类表的规则，暂按“{edition}”类推计分，总分仅供参考',
          en: 'no rules for this kind of form are on file; scored by “{edition}” by analogy, so the total is provisional',
        },
        advice: {
          zh: '请核对当地通知；如另有规则，用 --edition 指定',
          en: 'check the local notice; name other rules with --edition',
        },
      },
    },
  },
  'rules-incomplete': {
    title: { zh: '所选规则不完整，不能计分', en: 'the rules asked for are incomplete' },
    severity: 'error',
    messages: {
      unknown: {
        text: {
          zh: '没有收录规则“{edition}”，不能计分',
          en: 'no rules named “{edition}” are on file, so nothing is scored',
        },
        advice: {
          zh: '请另选一套规则：ziping editions 列出全部规则',
          en: 'choose others: `ziping editions` lists all rules',
        },
      },
      asked: {
        text: {
          zh: '规则“{edition}”尚不完整，不能用来计分',
          en: 'the rules “{edition}” are incomplete and refuse to score',
        },
        advice: {
          zh: '请另选一套规则：ziping editions 列出全部规则',
          en: 'choose others: `ziping editions` lists all rules',
        },
      },
    },
  },
  'layout-unknown': {
    title: { zh: '版式未知', en: 'layout not known' },
    severity: 'info',
    messages: {
      headersOnly: {
        text: {
          zh: '没有与已收录版式完全相符的表样，仅按表头用语识别',
          en: 'no layout on file fits; the form was recognised from its header words alone',
        },
        advice: {
          zh: '请对照原表核对各列是否读对',
          en: 'compare the columns with the original',
        },
      },
    },
  },
  'unread-text': {
    title: { zh: '有文字未能归入表中', en: 'text that found no place' },
    severity: 'warning',
    messages: {
      noPlace: {
        text: {
          zh: '“{text}”不能归入表中任何一栏，未参与计分和检查',
          en: '“{text}” fits no field of the form; it took no part in scoring and checks',
        },
        advice: {
          zh: '如属表内内容，请移入相应栏目后重新检查；如属无关文字，可以不理会',
          en: 'move it into its field if it belongs to the form; otherwise ignore it',
        },
      },
    },
  },
  'year-unknown': {
    title: { zh: '预算年度未知', en: 'fiscal year not known' },
    severity: 'info',
    messages: {
      notPrinted: {
        text: {
          zh: '表中没有写明预算年度，规则按最近年度选取',
          en: 'the form does not name its fiscal year; the latest rules were taken',
        },
        advice: { zh: '请在表头写明预算年度', en: 'print the fiscal year in the head of the form' },
      },
    },
  },
  'approved-targets': {
    title: { zh: '批复的绩效目标没有比对', en: 'not compared with approved targets' },
    severity: 'warning',
    messages: {
      noForm: {
        text: {
          zh: '“{file}”中没有绩效目标申报（批复）表，未比对',
          en: '“{file}” holds no form of targets: nothing was compared',
        },
        advice: { zh: '请给出随预算批复的绩效目标表', en: 'name the form that was approved with the budget' },
      },
      noneFits: {
        text: {
          zh: '“{file}”中的目标表都不是本表的（项目或部门名称、指标均不相符），未比对',
          en: 'no form of targets in “{file}” is of this form, by name or by indicators: nothing was compared',
        },
        advice: { zh: '请核对项目名称和目标表', en: 'check the name of the project and the form of targets' },
      },
    },
  },
  'forms-beside': {
    title: { zh: '往年表或项目表没有比对', en: 'not compared with other forms' },
    severity: 'warning',
    messages: {
      noYear: {
        text: {
          zh: '给出的往年表（{files}）中没有本单位往年的自评表，未比对',
          en: 'no earlier self-evaluation of this unit is in what was given ({files}): nothing was compared',
        },
        advice: { zh: '请核对单位或项目名称和年度', en: 'check the name of the unit or project, and the years' },
      },
      noProject: {
        text: {
          zh: '给出的文件（{files}）中没有本部门当年的项目自评表，未比对',
          en: 'no self-evaluation of a project of the year is in what was given ({files}): nothing was compared',
        },
        advice: {
          zh: '项目表只与部门整体表比对；请核对表种和年度',
          en: 'projects are compared with the form of a whole department; check kind and year',
        },
      },
    },
  },
}
