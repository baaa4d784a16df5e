import { z } from 'zod'

export const printQuery = z.object({
  format: z.enum(['html', 'xlsx', 'docx', 'pdf']).default('html'),
  lang: z.enum(['zh', 'en']).default('zh'),
})

/** Products that are made of the form alone: see `ziping print --what`. */
export const productQuery = printQuery.extend({
  format: z.enum(['html', 'xlsx', 'docx', 'pdf', 'json', 'csv']).optional(),
  what: z.enum(['form', 'workbook', 'basis', 'data', 'report']).default('form'),
})
