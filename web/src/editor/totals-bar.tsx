/** The three totals that stand apart, the grade, and how much was found: always in sight while the form is filled in. */

import { type CSSProperties, memo } from 'react'
import type { Severity } from '../../../src/core/model/index.ts'
import { useSay } from '../texts/index.ts'
import { type Editor, useJudged } from './editor.ts'
import type { FindingView } from './judgement.ts'

interface TotalsBarProps {
  readonly editor: Editor
  readonly onShow: (severity: Severity) => void
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** A figure with room of its own: where it moves nothing around it is laid out again. Its room grows with its signs. */
function Figure({ text }: { text: string }) {
  const signs = [...text].reduce((sum, sign) => sum + (sign === '.' ? 0.5 : sign > '\u2030' ? 2 : 1.05), 0)
  return <strong style={{ '--signs': signs } as CSSProperties}>{text}</strong>
}

export function TotalsBar({ editor, onShow }: TotalsBarProps) {
  const say = useSay()
  const { totals, findings } = useJudged(editor)
  if (totals === null) return <div className="totals" aria-busy="true" />
  return (
    <div className="totals">
      <dl>
        <div>
          <dt>{say('totals.printed')}</dt>
          <dd>
            <Figure text={totals.printed ?? say('totals.none')} /> {totals.printedGrade}
          </dd>
        </div>
        <div>
          <dt>{say('totals.added')}</dt>
          <dd>
            <Figure text={totals.added} />
            <span className="soft missing">{totals.lost > 0 && say('totals.lost', { n: totals.lost })}</span>
          </dd>
        </div>
        <div className="recomputed">
          <dt title={`${totals.edition} · ${totals.editionChoice}`}>{say('totals.recomputed')}</dt>
          <dd>
            <Figure text={totals.recomputed} /> {totals.grades}
          </dd>
        </div>
        <div className="weights">
          <dt>{say('totals.weights')}</dt>
          <dd>
            <Figure text={totals.weights} />
          </dd>
        </div>
      </dl>
      <Counts findings={findings} onShow={onShow} />
    </div>
  )
}

/** Not drawn again while a score moves and the findings stay. */
const Counts = memo(function Counts({
  findings,
  onShow,
}: {
  findings: readonly FindingView[]
  onShow: TotalsBarProps['onShow']
}) {
  const say = useSay()
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return (
    <div className="counts">
      {severities.map((severity) => (
        <button key={severity} type="button" className={`tag ${severity}`} onClick={() => onShow(severity)}>
          {say(`severity.${severity}`)} <strong>{count(severity)}</strong>
        </button>
      ))}
    </div>
  )
})
