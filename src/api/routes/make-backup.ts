import { z } from 'zod'
import { makeBackup as make } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { backup } from '../schemas/system.ts'

export const makeBackup = route({
  method: 'POST',
  path: '/api/backups',
  summary: { zh: '现在备份，存入数据文件夹', en: 'Back up now, into the data folder' },
  body: z.object({}),
  answer: backup,
  status: 201,
  perMinute: 6,
  handle: async ({ office, viewer }) => make(office, viewer),
})
