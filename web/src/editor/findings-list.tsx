/** What was found, the graver first, by rule: each with its place, its clause, and what to do about it. */

import { memo, useMemo, useState } from 'react'
import type { Edit } from '../../../src/core/draft/index.ts'
import type { FormPath, Severity } from '../../../src/core/model/index.ts'
import { useSay } from '../texts/index.ts'
import { type Editor, rowPathOf, useJudged } from './editor.ts'
import type { FindingView } from './judgement.ts'

/** What people have said to a finding that stays. */
export interface Explanations {
  readonly of: (finding: FindingView) => string | null
  readonly onExplain: (finding: FindingView) => void
}

interface FindingsListProps {
  readonly editor: Editor
  readonly shown: ReadonlySet<Severity>
  readonly onShown: (shown: ReadonlySet<Severity>) => void
  readonly onJump: (path: FormPath) => void
  readonly onFix: (edits: readonly Edit[]) => void
  readonly isEditable: boolean
  readonly explanations: Explanations | null
}

const severities: readonly Severity[] = ['error', 'warning', 'info']
const manyAtOnce = 8

interface Group {
  readonly rule: string
  readonly severity: Severity
  readonly title: string
  readonly findings: readonly FindingView[]
}

function grouped(findings: readonly FindingView[], shown: ReadonlySet<Severity>): readonly Group[] {
  const groups = new Map<string, FindingView[]>()
  for (const finding of findings) {
    if (!shown.has(finding.severity)) continue
    const key = `${finding.severity}/${finding.rule}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [finding])
    else known.push(finding)
  }
  const all = [...groups.values()].map((own) => ({
    rule: own[0]!.rule,
    severity: own[0]!.severity,
    title: own[0]!.title,
    findings: own,
  }))
  return severities.flatMap((severity) => all.filter((group) => group.severity === severity))
}

function Finding({
  finding,
  props: { onJump, onFix, isEditable, explanations },
}: {
  finding: FindingView
  props: FindingsListProps
}) {
  const say = useSay()
  const explanation = explanations?.of(finding) ?? null
  return (
    <li className="finding">
      <button type="button" className="jump" onClick={() => onJump(finding.path)}>
        <span className="where">{finding.where}</span>
        <span>{finding.text}</span>
      </button>
      {explanation !== null && (
        <p className="explained">
          <span className="soft">{say('finding.explained')}</span> {explanation}
        </p>
      )}
      {isEditable && (finding.fix !== null || explanations !== null) && (
        <p className="acts">
          {finding.fix !== null && (
            <button type="button" className="button" onClick={() => onFix([finding.fix!])}>
              {finding.fix.kind === 'cell' && finding.fix.to !== ''
                ? say('finding.fixTo', { text: finding.fix.to })
                : say('finding.fix')}
            </button>
          )}
          {explanations !== null && finding.severity !== 'info' && (
            <button type="button" className="button quiet" onClick={() => explanations.onExplain(finding)}>
              {say('finding.explain')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}

function GroupOf({ group, props, isOpen }: { group: Group; props: FindingsListProps; isOpen: boolean }) {
  const say = useSay()
  const [isAll, setAll] = useState(false)
  const [first] = group.findings
  const fixes = group.findings.flatMap(({ fix }) => fix ?? [])
  const listed = isAll ? group.findings : group.findings.slice(0, manyAtOnce)
  return (
    <details className={`findings-of ${group.severity}`} open={isOpen}>
      <summary>
        <span className={`tag ${group.severity}`}>{say(`severity.${group.severity}`)}</span>
        <span className="title">{group.title}</span>
        <span className="soft">{group.findings.length}</span>
      </summary>
      <ul className="plain">
        {listed.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may have the same finding twice
          <Finding key={`${finding.key}${at}`} finding={finding} props={props} />
        ))}
      </ul>
      {listed.length < group.findings.length && (
        <button type="button" className="button quiet" onClick={() => setAll(true)}>
          {say('finding.more', { n: group.findings.length - listed.length })}
        </button>
      )}
      {props.isEditable && fixes.length > 1 && (
        <button type="button" className="button" onClick={() => props.onFix(fixes)}>
          {say('finding.fixAll', { n: fixes.length })}
        </button>
      )}
      {first!.advice !== null && (
        <p>
          <b>{say('finding.advice')}</b> {first!.advice}
        </p>
      )}
      {first!.needsPerson && <p className="soft">{say('finding.needsPerson')}</p>}
      {first!.law.map((clause) => (
        <p key={clause} className="law">
          <b>{say('finding.law')}</b> {clause}
        </p>
      ))}
    </details>
  )
}

export function FindingsList(props: FindingsListProps) {
  const { findings, isComplete } = useJudged(props.editor)
  return <Listed {...props} findings={findings} isComplete={isComplete} />
}

interface ListedProps extends FindingsListProps {
  readonly findings: readonly FindingView[]
  readonly isComplete: boolean
}

/** Not drawn again while a score moves and the findings stay. */
const Listed = memo(function Listed(props: ListedProps) {
  const say = useSay()
  const { findings, isComplete, shown, onShown } = props
  const groups = useMemo(() => grouped(findings, shown), [findings, shown])
  const fixes = useMemo(() => findings.flatMap(({ fix }) => fix ?? []), [findings])
  if (!isComplete && findings.length === 0) return <p className="soft quiet-line">{say('finding.looking')}</p>
  return (
    <div className="findings">
      <div className="filters">
        {severities.map((severity) => (
          <button
            key={severity}
            type="button"
            className="button"
            aria-pressed={shown.has(severity)}
            onClick={() => {
              const next = new Set(shown)
              if (!next.delete(severity)) next.add(severity)
              onShown(next)
            }}
          >
            {say(`severity.${severity}`)} {findings.filter((finding) => finding.severity === severity).length}
          </button>
        ))}
        {props.isEditable && fixes.length > 1 && (
          <button type="button" className="button main" onClick={() => props.onFix(fixes)}>
            {say('finding.fixEverything', { n: fixes.length })}
          </button>
        )}
      </div>
      {groups.length === 0 && (
        <p className="quiet-line">
          {findings.length === 0 ? say('finding.none') : say('finding.noneShown', { n: findings.length })}
        </p>
      )}
      {groups.map((group) => (
        <GroupOf
          key={`${group.severity}/${group.rule}`}
          group={group}
          props={props}
          isOpen={group.severity === 'error'}
        />
      ))}
      <p className="soft quiet-line">{say('finding.f8')}</p>
    </div>
  )
})

/** Findings at a row, the graver first. */
export function findingsAt(findings: readonly FindingView[], row: FormPath): readonly FindingView[] {
  return severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity && rowPathOf(finding.path) === row),
  )
}
