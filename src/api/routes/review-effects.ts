import { reviewEffects as effectsOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { reviewEffects as answer, insightQuery } from '../schemas/insight.ts'

export const reviewEffects = route({
  method: 'GET',
  path: '/api/insight/review-effects',
  summary: { zh: '复核前后的总分和评级', en: 'Totals and grades before and after review' },
  query: insightQuery.omit({ below: true }),
  answer,
  async handle({ office, viewer, query }) {
    const { items, moves, ...rest } = await effectsOf(office, viewer, query)
    return {
      ...rest,
      moves: [...moves],
      items: items.map(
        ({ organisation, organisation_name, fiscal_year, reviewed_total, reviewed_grade, ...figures }) => ({
          ...figures,
          organisation: { id: organisation, name: organisation_name },
          fiscalYear: fiscal_year,
          reviewedTotal: reviewed_total,
          reviewedGrade: reviewed_grade,
        }),
      ),
    }
  },
})
