/** What the pages of figures ask the server for. Figures are decimal texts, money in 万元. */

import { useQuery } from '@tanstack/react-query'
import type { FilingSummary, IndicatorFound, Progress, ReviewEffects } from '../../../src/api/types.ts'
import type { RollUpView } from '../../../src/core/insight/index.ts'
import { ask } from '../desk/api.ts'
import { all } from '../desk/lists.ts'

export interface ViewOf {
  readonly key: string
  readonly name: string
  readonly view: RollUpView
}

const lasting = { staleTime: 60_000 } as const

/** Of one campaign, all forms in sight together. */
export function useView(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'view', campaign],
    queryFn: async () =>
      (await ask<{ readonly items: readonly ViewOf[] }>(`/api/insight/view?by=all&campaign=${campaign}`)).items[0]
        ?.view ?? null,
  })
}

export function useYears() {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'years'],
    queryFn: async () => (await ask<{ readonly items: readonly ViewOf[] }>('/api/insight/view?by=year')).items,
  })
}

export function useFilingsOf(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['filings', 'of', campaign],
    queryFn: async () =>
      (await all<FilingSummary>(`/api/filings?campaign=${campaign}`)).filter(({ stage }) => stage !== 'recalled'),
  })
}

export function useEveryFiling() {
  return useQuery({
    ...lasting,
    queryKey: ['filings', false],
    queryFn: () => all<FilingSummary>('/api/filings?todo=false'),
  })
}

export interface RowsAsked {
  readonly campaign: string
  readonly sort: 'lost' | 'over'
  readonly level2?: string
  readonly limit: number
}

export function useRows({ campaign, sort, level2, limit }: RowsAsked) {
  const more = level2 === undefined ? '' : `&level2=${encodeURIComponent(level2)}`
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'rows', campaign, sort, level2, limit],
    queryFn: async () =>
      (
        await ask<{ readonly items: readonly IndicatorFound[] }>(
          `/api/insight/rows?campaign=${campaign}&sort=${sort}&limit=${limit}${more}`,
        )
      ).items,
  })
}

export function useProgress(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'progress', campaign],
    queryFn: () => ask<Progress>(`/api/campaigns/${campaign}/progress`),
  })
}

export function useReviewEffects(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'review', campaign],
    queryFn: () => ask<ReviewEffects>(`/api/insight/review-effects?campaign=${campaign}`),
  })
}

/** The address of a row of a form, and of the form alone. */
export function placeOf(filing: string, path?: string): string {
  return path === undefined ? `/forms/${filing}` : `/forms/${filing}?at=${encodeURIComponent(path)}`
}

/** In percent, of a share as the server tells it (1.25 → 125). */
export function percentOf(share: string | null): number | null {
  return share === null ? null : Math.round(Number(share) * 10_000) / 100
}
