import { z } from 'zod'
import { backupsOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { backup } from '../schemas/system.ts'

export const listBackups = route({
  method: 'GET',
  path: '/api/backups',
  summary: { zh: '数据文件夹中的备份，新的在前', en: 'Backups in the data folder, the latest first' },
  answer: z.object({ items: z.array(backup) }),
  handle: async ({ office, viewer }) => ({ items: await backupsOf(office, viewer) }),
})
