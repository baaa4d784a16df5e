import { z } from 'zod'
import { backupFile as file } from '../../app/office/index.ts'
import { route } from '../route.ts'

export const backupFile = route({
  method: 'GET',
  path: '/api/backups/file',
  summary: { zh: '下载备份', en: 'A backup as a file' },
  query: z.object({ name: z.string().max(100) }),
  answer: 'file',
  async handle({ office, viewer, query }) {
    return { type: 'application/gzip', name: query.name, body: await file(office, viewer, query.name) }
  },
})
