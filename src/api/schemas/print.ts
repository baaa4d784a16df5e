import { z } from 'zod'

export const printQuery = z.object({
  format: z.enum(['html', 'xlsx', 'docx', 'pdf']).default('html'),
  lang: z.enum(['zh', 'en']).default('zh'),
})
