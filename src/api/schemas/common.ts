/** Parts that many routes share. */

import { z } from 'zod'

/** Text that people write: no control characters but tab and line breaks; PostgreSQL keeps no NUL. */
export function text(most: number, least = 0) {
  return z
    .string()
    .min(least)
    .max(most)
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value), { message: 'control characters' })
}

export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/)
export const regionCode = z
  .string()
  .regex(/^\d{2,12}$/)
  .describe('行政区划代码 · code of the region')
export const day = z.iso.date()
export const bilingual = z.object({ zh: z.string(), en: z.string() })
export const figure = z.string().describe('十进制数的文本 · decimal text')

/** In which language a page or a file speaks. */
export const lang = z.enum(['zh', 'en']).default('zh')

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
})

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const byId = z.object({ id })
