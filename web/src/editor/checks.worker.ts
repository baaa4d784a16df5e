/**
 * The checks of a form that is being filled in, in a thread of their own: they come when typing pauses. Holds its own copy of
 * the draft and follows the same edits.
 */

import { applyAll, type Draft, editOfFix, formOf } from '../../../src/core/draft/index.ts'
import { evaluate, newEvaluationMemo, sayCitation, sayPureFinding } from '../../../src/core/evaluate/index.ts'
import { besideRows } from '../../../src/core/insight/index.ts'
import { type Finding, type Form, type FormPath, indicatorPath, type Lang } from '../../../src/core/model/index.ts'
import type { Checked, FindingView, Question } from './judgement.ts'
import { nameAt } from './say-scores.ts'

interface Others {
  readonly years: readonly { readonly year: number; readonly form: Form }[]
  readonly projects: readonly Form[]
  readonly approved: Form | null
  readonly papers: ReadonlySet<string>
}

let draft: Draft | null = null
/** Beside the form. */
let others: Others = { years: [], projects: [], approved: null, papers: new Set() }
let lang: Lang = 'zh'
let memo = newEvaluationMemo()
let said = new WeakMap<Finding, FindingView>()
let checking: ReturnType<typeof setTimeout> | undefined
/** Checks wait until nobody has typed for so long: milliseconds. */
const pause = 140

function viewOf(finding: Finding, form: Form): FindingView {
  const known = said.get(finding)
  if (known !== undefined) return known
  const { title, text, advice } = sayPureFinding(finding, lang)
  const [first, ...others] = finding.at
  const view: FindingView = {
    key: `${finding.rule}/${finding.message}@${first.path}`,
    rule: finding.rule,
    severity: finding.severity,
    needsPerson: finding.certainty === 'review',
    title,
    text,
    advice,
    law: [...new Set(finding.law.map((citation) => sayCitation(citation, lang)))],
    path: first.path,
    also: others.map(({ path }) => path),
    where: nameAt(form, first.path, lang),
    fix: editOfFix(draft!, finding),
  }
  said.set(finding, view)
  return view
}

/** Rows that papers were put to. */
function papersOf({ indicators }: Draft): readonly FormPath[] {
  return indicators.flatMap(({ id }, index): FormPath[] => (others.papers.has(id) ? [indicatorPath(index)] : []))
}

function check(): void {
  if (draft === null) return
  const form = formOf(draft)
  const { years, projects, approved } = others
  const present = form.fiscalYear.value
  const lastYear = years.find(({ year }) => year + 1 === present)?.form
  const { value, findings } = evaluate({
    form: lastYear === undefined ? form : besideRows(form, { lastYear }),
    memo,
    beside: {
      evidence: papersOf(draft),
      ...(years.length === 0 ? {} : { years }),
      ...(projects.length === 0 ? {} : { projects }),
      ...(approved === null ? {} : { approved }),
    },
    ...(draft.edition === null ? {} : { edition: draft.edition }),
  })
  // A remedy names what stands in its cell: it is asked again each time.
  const views = findings.map((finding) => {
    const view = viewOf(finding, form)
    return finding.fix?.edit === undefined ? view : { ...view, fix: editOfFix(draft!, finding) }
  })
  postMessage({ findings: views, isComplete: value?.complete ?? false } satisfies Checked)
}

function checkAgain(after: number): void {
  clearTimeout(checking)
  checking = setTimeout(check, after)
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  switch (data.kind) {
    case 'open':
      draft = data.draft
      lang = data.lang
      memo = newEvaluationMemo()
      said = new WeakMap()
      checkAgain(0)
      break
    case 'edits': {
      const applied = draft === null ? null : applyAll(draft, data.edits)
      if (applied?.ok === true) draft = applied.draft
      checkAgain(pause)
      break
    }
    case 'beside': {
      const { years, projects, approved, evidence } = data.beside
      others = {
        years: years.map((one) => ({ year: one.year, form: formOf(one.draft) })),
        projects: projects.map((one) => formOf(one)),
        approved: approved === null ? null : formOf(approved),
        papers: new Set(evidence.map((place) => place.split(' ')[0]!)),
      }
      checkAgain(pause)
      break
    }
    case 'lang':
      lang = data.lang
      said = new WeakMap()
      checkAgain(0)
      break
  }
})
