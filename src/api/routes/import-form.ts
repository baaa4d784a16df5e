import { z } from 'zod'
import { importBytes, readImport } from '../../app/office/index.ts'
import type { Finding } from '../../core/model/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { importedForm } from '../schemas/many.ts'

export const importForm = route({
  method: 'POST',
  path: '/api/filings/:id/import',
  summary: {
    zh: '读取文件，列出须确认的内容；尚不改动',
    en: 'Read a file and say what must be confirmed; nothing is changed yet',
  },
  params: byId,
  objects: { id: 'filing' },
  upload: importBytes,
  answer: z.object({
    upload: z.string(),
    name: z.string(),
    forms: z.array(importedForm),
    findings: z.array(z.custom<Finding>().meta({ type: 'object' })),
  }),
  perMinute: 60,
  async handle({ office, viewer, params, upload }) {
    const { forms, findings, ...rest } = await readImport(office, viewer, params.id, upload!)
    return {
      ...rest,
      forms: forms.map((form, index) => ({
        ...form,
        index,
        targets: form.targets !== null,
        unread: [...form.unread],
        confirm: form.confirm.map(({ at, alternatives, ...item }) => ({
          ...item,
          at: at === null ? null : { page: at.page, box: [...at.box] as [number, number, number, number] },
          alternatives: [...alternatives],
        })),
      })),
      findings: [...findings],
    }
  },
})
