/** What stood in the rows of a form in earlier years, and between what its results lay: shown beside the cell, never written by itself. */

import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { FilingView } from '../../../src/api/types.ts'
import { type Draft, formOf } from '../../../src/core/draft/index.ts'
import type { IndicatorHistory, TargetSuggestion, YearForm } from '../../../src/core/insight/index.ts'
import { ask } from '../desk/api.ts'
import type { Editor } from '../editor/editor.ts'
import type { BesideDrafts } from '../editor/judgement.ts'

export interface RowYears {
  readonly history: IndicatorHistory
  /** A range for next year's target; null where nothing can be said. */
  readonly suggestion: TargetSuggestion | null
}

/** By the index of the indicator. */
export type Years = ReadonlyMap<number, RowYears>

/** Milliseconds without a change before the rows are matched anew. */
const pause = 600

type Beside = Omit<BesideDrafts, 'evidence'>

const besideOf = (id: string) => ask('GET /api/filings/:id/beside', { params: { id } })

function formsOf({ years }: Beside): readonly YearForm[] {
  return years.map(({ year, draft }) => ({ year, form: formOf(draft) }))
}

/** Asked for once the form is seen; matched anew when rows were typed into. Empty where there is no earlier form. */
export function useYears({ summary, evidence }: FilingView, editor: Editor): Years {
  const { data: beside } = useQuery({
    queryKey: ['years', summary.id],
    queryFn: () => besideOf(summary.id),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const earlier = useMemo(() => (beside === undefined ? undefined : formsOf(beside)), [beside])
  useEffect(() => {
    const places = evidence.flatMap((paper) => paper.places)
    if (beside !== undefined) editor.layBeside({ ...beside, evidence: places })
  }, [beside, evidence, editor])
  const hasEarlier = (earlier?.length ?? 0) > 0
  const { data: suggested } = useQuery({
    queryKey: ['suggestions', summary.id],
    queryFn: () => ask('GET /api/filings/:id/suggestions', { params: { id: summary.id } }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: hasEarlier,
  })
  const [years, setYears] = useState<Years>(new Map())
  useEffect(() => {
    if (earlier === undefined || earlier.length === 0) return
    let last: Draft | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const match = async () => {
      const { draft, form } = editor.document.snapshot()
      if (draft === last) return
      last = draft
      const { historyOf } = await import('../../../src/core/insight/index.ts')
      const rows = historyOf({ year: summary.fiscalYear, form }, earlier)
      setYears(
        new Map(
          rows.map((history) => {
            const suggestion = suggested?.items.find(({ index }) => index === history.index)?.suggestion ?? null
            return [history.index, { history, suggestion }]
          }),
        ),
      )
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void match(), pause)
    }
    void match()
    const stop = editor.document.subscribe(soon)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [earlier, suggested, editor, summary.fiscalYear])
  return years
}
