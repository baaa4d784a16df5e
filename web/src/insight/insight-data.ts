/** What the pages of figures ask the server for. Figures are decimal texts, money in 万元. */

import { useQuery } from '@tanstack/react-query'
import { type AnswerOf, ask } from '../desk/api.ts'
import { all } from '../desk/lists.ts'

export type ViewOf = AnswerOf<'GET /api/insight/view'>['items'][number]

const lasting = { staleTime: 60_000 } as const

/** Of one campaign, all forms in sight together. */
export function useView(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'view', campaign],
    queryFn: async () =>
      (await ask('GET /api/insight/view', { query: { by: 'all', campaign } })).items[0]?.view ?? null,
  })
}

export function useYears() {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'years'],
    queryFn: async () => (await ask('GET /api/insight/view', { query: { by: 'year' } })).items,
  })
}

export function useFilingsOf(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['filings', 'of', campaign],
    queryFn: async () => (await all('GET /api/filings', { campaign })).filter(({ stage }) => stage !== 'recalled'),
  })
}

export function useEveryFiling() {
  return useQuery({
    ...lasting,
    queryKey: ['filings', false],
    queryFn: () => all('GET /api/filings', { todo: 'false' }),
  })
}

export interface RowsAsked {
  readonly campaign: string
  readonly sort: 'lost' | 'over'
  readonly level2?: string
  readonly limit: number
}

export function useRows({ campaign, sort, level2, limit }: RowsAsked) {
  const more = level2 === undefined ? {} : { level2 }
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'rows', campaign, sort, level2, limit],
    queryFn: async () => (await ask('GET /api/insight/rows', { query: { campaign, sort, limit, ...more } })).items,
  })
}

export function useProgress(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'progress', campaign],
    queryFn: () => ask('GET /api/campaigns/:campaign/progress', { params: { campaign } }),
  })
}

export function useReviewEffects(campaign: string) {
  return useQuery({
    ...lasting,
    queryKey: ['insight', 'review', campaign],
    queryFn: () => ask('GET /api/insight/review-effects', { query: { campaign } }),
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
