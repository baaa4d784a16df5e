/** Every operation of the interface: written by `npm run docs` from the OpenAPI document; do not edit. */

import type { Shapes } from '../../../src/api/types.ts'
import type { Answers } from './answers.ts'

export interface Operations {
  'DELETE /api/filings/:id/evidence/:evidence': { params: { id: string; evidence: string }; answer: null }
  'DELETE /api/jobs/:id': { params: { id: string }; answer: null }
  'DELETE /api/me/tokens/:id': { params: { id: string }; answer: null }
  'GET /api/backups': { answer: { items: Answers['Backup'][] } }
  'GET /api/campaigns': { query?: { year?: number }; answer: { items: Answers['Campaign'][] } }
  'GET /api/campaigns/:campaign/progress': { params: { campaign: string }; answer: Answers['Progress'] }
  'GET /api/campaigns/:id': { params: { id: string }; answer: Answers['Campaign'] }
  'GET /api/campaigns/:id/sample': {
    params: { id: string }
    query?: { percent?: number; seed?: number }
    answer: {
      items: {
        id: string
        group: string
        by: 'risk' | 'lot'
        risk: number
        reasons: { zh: string; en: string }[]
      }[]
    }
  }
  'GET /api/filings': {
    query?: {
      limit?: number
      after?: string
      campaign?: string
      organisation?: string
      stage?: 'filling' | 'submitted' | 'approved' | 'passedOn' | 'endorsed' | 'accepted' | 'sampled' | 'reviewed' | 'appealed' | 'answered' | 'agreed' | 'final' | 'rectifying' | 'rectified' | 'closed' | 'cleared' | 'published' | 'recalled'
      year?: number
      q?: string
      todo?: 'true' | 'false'
    }
    answer: { items: Answers['FilingSummary'][]; next: string | null }
  }
  'GET /api/filings/:id': { params: { id: string }; answer: Answers['FilingView'] }
  'GET /api/filings/:id/beside': {
    params: { id: string }
    answer: {
      years: { year: number; draft: Shapes['Draft'] }[]
      projects: Shapes['Draft'][]
      approved: Shapes['Draft'] | null
    }
  }
  'GET /api/filings/:id/changes': {
    params: { id: string }
    query: { since: number }
    answer: { revision: number; changed: { revision: number; edits: Shapes['Edit'][] }[] }
  }
  'GET /api/filings/:id/import/waiting': { params: { id: string }; answer: { items: { upload: string; name: string; doubts: number }[] } }
  'GET /api/filings/:id/publication-check': {
    params: { id: string }
    answer: {
      items: {
        key: string
        kind: string
        place: string
        text: { zh: string; en: string }
        excerpt: string
        certain: boolean
      }[]
    }
  }
  'GET /api/filings/:id/record': {
    params: { id: string }
    query?: { before?: number; limit?: number }
    answer: { items: Answers['RecordEntry'][] }
  }
  'GET /api/filings/:id/report': { params: { id: string }; answer: Shapes['Report'] }
  'GET /api/filings/:id/review-sheet': {
    params: { id: string }
    answer: {
      rows: Shapes['ReviewedRow'][]
      total: Shapes['ReviewedTotal']
      assessed: number
      missing: number
      grade: { own: string | null; reviewed: string | null }
    }
  }
  'GET /api/filings/:id/suggestions': {
    params: { id: string }
    answer: { items: { index: number; name: string; unit: string; suggestion: Shapes['TargetSuggestion'] }[] }
  }
  'GET /api/health': {
    answer: {
      ok: boolean
      version: string
      database: { kind: 'embedded' | 'served'; version: string }
      clockBehind: number
    }
  }
  'GET /api/insight/history': { query?: { organisation?: string; name?: string }; answer: { items: Answers['IndicatorYear'][] } }
  'GET /api/insight/review-effects': {
    query?: { campaign?: string; year?: number; department?: string; kind?: 'department' | 'project' }
    answer: Answers['ReviewEffects']
  }
  'GET /api/insight/rows': {
    query?: {
      campaign?: string
      year?: number
      department?: string
      kind?: 'department' | 'project'
      sort?: 'lost' | 'over' | 'least'
      levelKind?: string
      level2?: string
      name?: string
      limit?: number
    }
    answer: { items: Answers['IndicatorFound'][] }
  }
  'GET /api/insight/view': {
    query?: {
      campaign?: string
      year?: number
      department?: string
      kind?: 'department' | 'project'
      below?: 'true' | 'false'
      by?: 'all' | 'department' | 'region' | 'year'
    }
    answer: { by: string; items: Answers['InsightView'][] }
  }
  'GET /api/jobs': {
    query?: { limit?: number; after?: string }
    answer: { items: Answers['Job'][]; next: string | null }
  }
  'GET /api/jobs/:id': {
    params: { id: string }
    answer: {
      id: string
      kind: 'import' | 'print' | 'nudge' | 'remind'
      campaign: string
      state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
      done: number
      total: number
      attempts: number
      by: string | null
      at: string
      endedAt: string | null
      problem: string | null
      hasFile: boolean
      items: Answers['JobItem'][]
    }
  }
  'GET /api/me': { answer: Answers['Me'] }
  'GET /api/me/tokens': { answer: { items: { id: string; name: string; created: string; expires: string }[] } }
  'GET /api/notices': {
    query?: { limit?: number; after?: string; unread?: 'true' | 'false' }
    answer: { items: Answers['Notice'][]; next: string | null }
  }
  'GET /api/organisations': {
    query?: {
      limit?: number
      after?: string
      region?: string
      kind?: 'financeBureau' | 'department' | 'unit'
      parent?: string
      q?: string
    }
    answer: { items: Answers['Organisation'][]; next: string | null }
  }
  'GET /api/people': {
    query?: { limit?: number; after?: string; region?: string; organisation?: string; q?: string }
    answer: { items: Answers['Person'][]; next: string | null }
  }
  'GET /api/public/forms': {
    query?: { limit?: number; after?: string; region?: string; year?: number; q?: string }
    answer: { items: Answers['PublishedForm'][]; next: string | null }
  }
  'GET /api/public/forms/:id': { params: { id: string }; answer: Shapes['Report'] }
  'GET /api/records': { query?: { before?: number; limit?: number }; answer: { items: Answers['RecordEntry'][] } }
  'GET /api/records/verify': {
    answer: {
      ok: boolean
      regions: number
      records: number
      firstBad: { region: string; seq: number; fault: string } | null
    }
  }
  'GET /api/regions': { answer: { items: { code: string; name: string; parent: string | null }[] } }
  'GET /api/rollup': {
    query?: {
      campaign?: string
      year?: number
      department?: string
      kind?: 'department' | 'project'
      below?: 'true' | 'false'
      by?: 'unit' | 'department' | 'region' | 'year' | 'level1' | 'level2'
    }
    answer: { by: string; rows: Answers['RollupRow'][] }
  }
  'GET /api/setup': { answer: { needed: boolean } }
  'GET /api/system': { answer: Answers['SystemState'] }
  'PATCH /api/campaigns/:id': {
    params: { id: string }
    body: { title?: string; opens?: string; closes?: string }
    answer: Answers['Campaign']
  }
  'PATCH /api/organisations/:id': {
    params: { id: string }
    body: { region?: string; name?: string; active?: boolean }
    answer: Answers['Organisation']
  }
  'PATCH /api/people/:id': {
    params: { id: string }
    body: {
      region?: string
      name?: string
      organisation?: string | null
      roles?: readonly {
        role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
        organisation: string
      }[]
      active?: boolean
    }
    answer: Answers['Person']
  }
  'POST /api/backups': { body: Record<string, never>; answer: Answers['Backup'] }
  'POST /api/campaigns': {
    body: {
      title: string
      fiscalYear: number
      kind: 'department' | 'project'
      layout: string
      edition?: string | null
      opens: string
      closes: string
    }
    answer: Answers['Campaign']
  }
  'POST /api/campaigns/:id/bulk': {
    params: { id: string }
    body: {
      event: string
      reason?: string
      until?: string
      reviewers?: readonly string[]
      points?: readonly { row: string; reason: string }[]
      row?: string
      answer?: 'upheld' | 'dismissed'
      confirmed?: readonly string[]
      filings: readonly string[]
    }
    answer: { done: string[]; refused: { id: string; code: string; title: { zh: string; en: string } }[] }
  }
  'POST /api/campaigns/:id/execution': {
    params: { id: string }
    body: FormData
    answer: {
      matched: number
      unmatched: { unit: string; task: string; why: 'unit' | 'task' | 'figure' | 'stage' }[]
      different: { filing: string; row: string; column: string; typed: string; loaded: string }[]
    }
  }
  'POST /api/campaigns/:id/issue': {
    params: { id: string }
    body: { organisations: 'all' | readonly string[]; projects?: readonly string[] }
    answer: { issued: number; kept: number }
  }
  'POST /api/campaigns/:id/jobs/import': { params: { id: string }; body: FormData; answer: Answers['Job'] }
  'POST /api/campaigns/:id/jobs/print': {
    params: { id: string }
    body: { format: 'html' | 'xlsx' | 'docx' | 'pdf'; lang?: 'zh' | 'en'; filings?: readonly string[] }
    answer: Answers['Job']
  }
  'POST /api/campaigns/:id/nudge': {
    params: { id: string }
    body: { text?: string; filings?: readonly string[] }
    answer: Answers['Job']
  }
  'POST /api/filings/:id/assessments': {
    params: { id: string }
    body: { row: string; value: string | null; reason: string; phrase?: string }
    answer: Answers['FilingView']
  }
  'POST /api/filings/:id/comments': {
    params: { id: string }
    body: { place: string; text: string; answers?: string | null }
    answer: Answers['Comment']
  }
  'POST /api/filings/:id/comments/:comment/resolve': { params: { id: string; comment: string }; body: Record<string, never>; answer: Answers['Comment'] }
  'POST /api/filings/:id/copy-last-year': { params: { id: string }; body: Record<string, never>; answer: Answers['EditResult'] }
  'POST /api/filings/:id/edits': {
    params: { id: string }
    body: { edits: readonly Shapes['Edit'][]; basis: number; reason?: string }
    answer: Answers['EditResult']
  }
  'POST /api/filings/:id/events': {
    params: { id: string }
    body: {
      event: string
      reason?: string
      until?: string
      reviewers?: readonly string[]
      points?: readonly { row: string; reason: string }[]
      row?: string
      answer?: 'upheld' | 'dismissed'
      confirmed?: readonly string[]
    }
    answer: Answers['FilingView']
  }
  'POST /api/filings/:id/evidence': { params: { id: string }; body: FormData; answer: Answers['Evidence'] }
  'POST /api/filings/:id/import': { params: { id: string }; body: FormData; answer: Answers['Imported'] }
  'POST /api/filings/:id/import/apply': {
    params: { id: string }
    body: { upload: string; name: string; form: number; confirmed: readonly string[] }
    answer: Answers['EditResult']
  }
  'POST /api/filings/:id/import/waiting': { params: { id: string }; body: { upload: string }; answer: Answers['Imported'] }
  'POST /api/filings/:id/redo': { params: { id: string }; body: { basis: number }; answer: Answers['EditResult'] }
  'POST /api/filings/:id/undo': { params: { id: string }; body: { basis: number }; answer: Answers['EditResult'] }
  'POST /api/login': { body: { login: string; password: string }; answer: Answers['Me'] }
  'POST /api/logout': { answer: null }
  'POST /api/me/password': { body: { current: string; next: string }; answer: null }
  'POST /api/me/tokens': {
    body: { name: string; days: number }
    answer: { id: string; name: string; created: string; expires: string; token: string }
  }
  'POST /api/notices/read': { body: { ids: readonly string[] }; answer: null }
  'POST /api/organisations': {
    body: {
      region?: string
      kind: 'financeBureau' | 'department' | 'unit'
      name: string
      parent: string | null
    }
    answer: Answers['Organisation']
  }
  'POST /api/organisations/import': {
    body: FormData
    answer: {
      taken: boolean
      created: number
      kept: number
      lines: {
        line: number
        name: string
        kind: string
        parent: string
        state: 'new' | 'kept' | 'refused'
        why: 'name' | 'kind' | 'parent' | 'above' | 'double' | null
      }[]
    }
  }
  'POST /api/people': {
    body: {
      region?: string
      login: string
      name: string
      organisation: string | null
      roles: readonly {
        role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
        organisation: string
      }[]
      password: string
    }
    answer: Answers['Person']
  }
  'POST /api/people/:id/hand-over': { params: { id: string }; body: { region?: string; to: string }; answer: Answers['Person'] }
  'POST /api/people/:id/password': { params: { id: string }; body: { region?: string; password: string }; answer: null }
  'POST /api/people/import': {
    body: FormData
    answer: {
      taken: boolean
      created: number
      kept: number
      lines: {
        line: number
        name: string
        login: string
        unit: string
        roles: string
        state: 'new' | 'more' | 'kept' | 'refused'
        why: 'name' | 'login' | 'taken' | 'double' | 'unit' | 'units' | 'role' | 'place' | 'password' | null
        password: string | null
      }[]
    }
  }
  'POST /api/setup': { body: { password: string; token: string }; answer: Answers['Me'] }
  'PUT /api/regions': {
    body: { regions: readonly { code: string; name: string; parent: string | null }[] }
    answer: null
  }
}
