/** 自评报告: the report in words that goes with a form. Every sentence is taken from the form or from what was computed of it. */

import type { Narrative, Report, Section } from '../model/index.ts'
import { tellExecution } from './execution.ts'
import { tellIndicators } from './indicators.ts'
import { type NarrativeTexts, tellProblems, tellSources } from './problems.ts'
import { tellRemedies, tellUse } from './remedies.ts'
import { tellResult } from './result.ts'
import { both, oneLine } from './say.ts'
import { tellShortfalls } from './shortfalls.ts'
import { tellGoals, tellSituation, tellWork, unitOf } from './situation.ts'

export type { NarrativeTexts } from './problems.ts'

function titleOf({ form }: Report): Narrative['title'] {
  return form.kind === 'project'
    ? both('项目支出绩效自评报告', 'Self-evaluation report on a project')
    : both('部门整体支出绩效自评报告', 'Self-evaluation report on a department')
}

function subtitleOf({ form }: Report): Narrative['subtitle'] {
  const { name } = unitOf(form)
  const project = form.kind === 'project' ? oneLine(form.project.raw) : ''
  const year = form.fiscalYear.value
  const zh = [name, project, year === null ? '' : `${year}年度`].filter((part) => part !== '')
  const en = [name, project, year === null ? '' : String(year)].filter((part) => part !== '')
  return both(zh.join('　'), en.join(', '))
}

/** The report of one form. Pure: the same report and texts give the same narrative. */
export function tellReport(report: Report, texts: NarrativeTexts): Narrative {
  const { form } = report
  const work = tellWork(form)
  const analysis: Section = {
    title: both('绩效分析', 'Analysis'),
    passages: [],
    sections: [tellExecution(report), ...(work === null ? [] : [work]), ...tellIndicators(report)],
  }
  return {
    title: titleOf(report),
    subtitle: subtitleOf(report),
    sections: [
      tellSituation(form),
      tellGoals(form),
      tellResult(report),
      analysis,
      tellShortfalls(report),
      tellRemedies(form),
      tellUse(form),
      tellProblems(report, texts),
      tellSources(report),
    ],
  }
}
