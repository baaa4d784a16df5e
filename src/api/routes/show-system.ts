import { systemState as stateOf } from '../../app/office/index.ts'
import { route } from '../route.ts'
import { systemState } from '../schemas/system.ts'

export const showSystem = route({
  method: 'GET',
  path: '/api/system',
  summary: { zh: '系统状态：版本、大小、最近备份', en: 'The state of the system: version, sizes, the last backup' },
  answer: systemState,
  async handle({ office, settings, viewer }) {
    const { kind, version } = office.store
    return {
      version: settings.version,
      database: { kind, version },
      clockBehind: office.clockBehind,
      ...(await stateOf(office, viewer)),
    }
  },
})
