import { z } from 'zod'
import { importPicture as pictureOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { readUpload } from '../schemas/many.ts'

/** `12.5,30,80,11`: left, top, width, height in points. */
const box = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,3})?(,\d{1,5}(\.\d{1,3})?){3}$/)
  .transform((text) => text.split(',').map(Number) as [number, number, number, number])

export const importPicture = route({
  method: 'GET',
  path: '/api/filings/:id/import/picture',
  summary: {
    zh: '导入文件的某页，或其中一格所在的一条图像',
    en: 'A page of an imported file, or the strip that one cell was read from',
  },
  params: byId,
  objects: { id: 'filing' },
  query: z.object({
    upload: readUpload,
    page: z.coerce.number().int().min(1).max(10_000),
    box: box.optional(),
  }),
  answer: 'file',
  perMinute: 300,
  async handle({ office, viewer, params, query: { upload, page, box: part } }) {
    const asked = part === undefined ? { page } : { page, box: part }
    return { type: 'image/png', body: await pictureOf(office, viewer, params.id, upload, asked) }
  },
})
