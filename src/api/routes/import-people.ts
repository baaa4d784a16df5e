import { z } from 'zod'
import { importPeople as importAll, peopleFaults, sheetBytes } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { sheetAsked } from '../sheet-asked.ts'

export const importPeople = route({
  method: 'POST',
  path: '/api/people/import',
  summary: {
    zh: '从表格导入人员（表头：姓名、登录名、单位、角色，可有初始密码）；字段 take 为 true 才写入，有一行不行则都不写',
    en: 'People from a sheet; made only where the field take is true and no line is refused. First passwords are told once',
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
        login: z.string(),
        unit: z.string(),
        roles: z.string(),
        state: z.enum(['new', 'more', 'kept', 'refused']),
        why: z.enum(peopleFaults).nullable(),
        password: z.string().nullable(),
      }),
    ),
  }),
  perMinute: 30,
  async handle({ office, viewer, upload }) {
    const { lines, ...read } = await importAll(office, viewer, upload!, sheetAsked(upload!))
    return { ...read, lines: [...lines] }
  },
})
