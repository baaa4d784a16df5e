import { z } from 'zod'
import { importTree, sheetBytes } from '../../app/office/index.ts'
import { route } from '../route.ts'

export const importOrganisations = route({
  method: 'POST',
  path: '/api/organisations/import',
  summary: { zh: '导入单位（表头：名称、类型、上级）', en: 'Organisations from a sheet' },
  upload: sheetBytes,
  answer: z.object({ created: z.number().int(), kept: z.number().int(), refused: z.array(z.string()) }),
  perMinute: 30,
  async handle({ office, viewer, upload }) {
    const { created, kept, refused } = await importTree(office, viewer, upload!, upload!.fields.region)
    return { created, kept, refused: [...refused] }
  },
})
