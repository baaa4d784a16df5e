import { z } from 'zod'
import { addEvidence as add, evidenceBytes, Problem } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { byId } from '../schemas/common.ts'
import { evidence } from '../schemas/filings.ts'
import { sayEvidence } from '../schemas/say-filing.ts'

const places = z.array(z.string().max(200)).max(200)

/** The field `paths`: a JSON list of rows. */
function placesOf(field: string | undefined): string[] {
  try {
    return places.parse(field === undefined ? [] : JSON.parse(field))
  } catch {
    throw new Problem('bad-request', { detail: 'paths' })
  }
}

export const addEvidence = route({
  method: 'POST',
  path: '/api/filings/:id/evidence',
  summary: {
    zh: '上传佐证材料；paths 为所属的行（JSON 数组）',
    en: 'Add an evidence file; paths: its rows as a JSON list',
  },
  params: byId,
  objects: { id: 'filing' },
  upload: evidenceBytes,
  answer: evidence,
  status: 201,
  async handle({ office, viewer, params, upload }) {
    const { name, bytes, fields } = upload!
    return sayEvidence(await add(office, viewer, params.id, { name, bytes, places: placesOf(fields.paths) }))
  },
})
