import { z } from 'zod'
import { importTree, sheetBytes, treeFaults } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { sheetAsked } from '../sheet-asked.ts'

export const importOrganisations = route({
  method: 'POST',
  path: '/api/organisations/import',
  summary: {
    zh: '从表格导入单位（表头：名称、类型、上级）；字段 take 为 true 才写入，有一行不行则都不写',
    en: 'Organisations from a sheet; made only where the field take is true and no line is refused',
  },
  upload: sheetBytes,
  answer: z.object({
    taken: z.boolean(),
    created: z.number().int(),
    kept: z.number().int(),
    lines: z.array(
      z.object({
        line: z.number().int(),
        name: z.string(),
        kind: z.string(),
        parent: z.string(),
        state: z.enum(['new', 'kept', 'refused']),
        why: z.enum(treeFaults).nullable(),
      }),
    ),
  }),
  perMinute: 30,
  async handle({ office, viewer, upload }) {
    const { lines, ...read } = await importTree(office, viewer, upload!, sheetAsked(upload!))
    return { ...read, lines: [...lines] }
  },
})
