import { verifyRegion } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { verification } from '../schemas/many.ts'

export const verifyRecords = route({
  method: 'GET',
  path: '/api/records/verify',
  summary: { zh: '验证记录未被改动', en: 'Prove the record' },
  answer: verification,
  perMinute: 10,
  handle: async ({ office, viewer }) => verifyRegion(office, viewer),
})
