/** Every operation of the interface: written by `npm run docs` from its OpenAPI document; do not edit. */

import type { Shapes } from '../../../src/api/types.ts'

export interface Operations {
  'DELETE /api/filings/:id/evidence/:evidence': { params: { id: string; evidence: string }; answer: null }
  'DELETE /api/jobs/:id': { params: { id: string }; answer: null }
  'DELETE /api/me/tokens/:id': { params: { id: string }; answer: null }
  'GET /api/backups': { answer: { items: { name: string; at: string; bytes: number }[] } }
  'GET /api/campaigns': {
    query?: { year?: number }
    answer: {
      items: {
        id: string
        region: string
        title: string
        fiscalYear: number
        kind: 'department' | 'project'
        layout: string
        edition: string | null
        opens: string
        closes: string
        recalled: boolean
        counts: Record<string, number>
      }[]
    }
  }
  'GET /api/campaigns/:campaign/progress': {
    params: { campaign: string }
    answer: {
      campaign: string
      opens: string
      closes: string
      today: string
      filings: number
      submitted: number
      overdue: number
      rows: { key: string; name: string; filings: number; submitted: number; stages: Record<string, number> }[]
      days: { day: string; submitted: number }[]
    }
  }
  'GET /api/campaigns/:id': {
    params: { id: string }
    answer: {
      id: string
      region: string
      title: string
      fiscalYear: number
      kind: 'department' | 'project'
      layout: string
      edition: string | null
      opens: string
      closes: string
      recalled: boolean
      counts: Record<string, number>
    }
  }
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
    answer: {
      items: {
        id: string
        region: string
        campaign: string
        fiscalYear: number
        organisation: { id: string; name: string }
        department: { id: string; name: string } | null
        kind: 'department' | 'project'
        title: string
        stage: 'filling' | 'submitted' | 'approved' | 'passedOn' | 'endorsed' | 'accepted' | 'sampled' | 'reviewed' | 'appealed' | 'answered' | 'agreed' | 'final' | 'rectifying' | 'rectified' | 'closed' | 'cleared' | 'published' | 'recalled'
        revision: number
        round: number
        total: string | null
        recomputed: { min: string; max: string } | null
        grade: string | null
        budgeted: string | null
        executed: string | null
        errors: number
        warnings: number
        updatedAt: string
        publishedAt: string | null
      }[]
      next: string | null
    }
  }
  'GET /api/filings/:id': {
    params: { id: string }
    answer: {
      summary: {
        id: string
        region: string
        campaign: string
        fiscalYear: number
        organisation: { id: string; name: string }
        department: { id: string; name: string } | null
        kind: 'department' | 'project'
        title: string
        stage: 'filling' | 'submitted' | 'approved' | 'passedOn' | 'endorsed' | 'accepted' | 'sampled' | 'reviewed' | 'appealed' | 'answered' | 'agreed' | 'final' | 'rectifying' | 'rectified' | 'closed' | 'cleared' | 'published' | 'recalled'
        revision: number
        round: number
        total: string | null
        recomputed: { min: string; max: string } | null
        grade: string | null
        budgeted: string | null
        executed: string | null
        errors: number
        warnings: number
        updatedAt: string
        publishedAt: string | null
      }
      draft: Shapes['Draft']
      state: Shapes['FilingState']
      circumstances: Shapes['Circumstances']
      path: string[]
      allowed: { event: Shapes['EventKind']; allowed: boolean; code?: string; reason?: { zh: string; en: string } }[]
      editable: boolean
      assessments: Record<string, { value: string | null; reason: string; phrase?: string; by: string; at: string }>
      comments: {
        id: string
        place: string
        text: string
        answers: string | null
        by: { id: string; name: string }
        at: string
        resolvedAt: string | null
      }[]
      evidence: {
        id: string
        name: string
        type: string
        size: number
        hash: string
        places: string[]
        by: string
        at: string
      }[]
      undo: boolean
      redo: boolean
    }
  }
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
    answer: {
      items: {
        seq: number
        at: string
        by: { id: string; name: string } | null
        filing: string | null
        words: { zh: string; en: string }
        form: string | null
        event: Record<string, unknown>
        hash: string
      }[]
    }
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
  'GET /api/insight/history': {
    query?: { organisation?: string; name?: string }
    answer: {
      items: {
        filing: string
        organisation: string
        fiscalYear: number
        name: string
        kind: string
        target: string
        actual: string
        weight: string
        score: string
        achievement: string | null
      }[]
    }
  }
  'GET /api/insight/review-effects': {
    query?: { campaign?: string; year?: number; department?: string; kind?: 'department' | 'project' }
    answer: {
      reviewed: number
      changed: number
      moves: { from: string | null; to: string | null; filings: number }[]
      items: {
        filing: string
        title: string
        organisation: { id: string; name: string }
        fiscalYear: number
        total: string | null
        grade: string | null
        reviewedTotal: string
        reviewedGrade: string | null
        deducted: string | null
        deviation: string | null
      }[]
    }
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
    answer: {
      items: {
        filing: string
        organisation: { id: string; name: string }
        title: string
        fiscalYear: number
        path: string
        name: string
        kind: string
        level2: string
        target: string
        actual: string
        weight: string
        score: string
        lost: string | null
        achievement: string | null
      }[]
    }
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
    answer: { by: string; items: { key: string; name: string; view: Shapes['RollUpView'] }[] }
  }
  'GET /api/jobs': {
    query?: { limit?: number; after?: string }
    answer: {
      items: {
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
      }[]
      next: string | null
    }
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
      items: {
        name: string
        filing: string | null
        state: 'waiting' | 'done' | 'failed' | 'confirm'
        detail: string
        upload: string | null
      }[]
    }
  }
  'GET /api/me': {
    answer: {
      person: {
        id: string
        region: string
        login: string
        name: string
        organisation: { id: string; name: string; kind: string } | null
        roles: {
          role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
          organisation: string
        }[]
        active: boolean
      }
      rights: ('administer' | 'runCampaigns' | 'install')[]
      csrf: string | null
      mustChangePassword: boolean
    }
  }
  'GET /api/me/tokens': { answer: { items: { id: string; name: string; created: string; expires: string }[] } }
  'GET /api/notices': {
    query?: { limit?: number; after?: string; unread?: 'true' | 'false' }
    answer: {
      items: {
        id: string
        kind: 'nudge' | 'remind' | 'jobDone'
        campaign: string
        filing: string | null
        words: { zh: string; en: string }
        at: string
        readAt: string | null
      }[]
      next: string | null
    }
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
    answer: {
      items: {
        id: string
        region: string
        kind: 'financeBureau' | 'department' | 'unit'
        name: string
        parent: string | null
        path: string[]
        active: boolean
      }[]
      next: string | null
    }
  }
  'GET /api/people': {
    query?: { limit?: number; after?: string; region?: string; organisation?: string; q?: string }
    answer: {
      items: {
        id: string
        region: string
        login: string
        name: string
        organisation: string | null
        roles: {
          role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
          organisation: string
        }[]
        active: boolean
      }[]
      next: string | null
    }
  }
  'GET /api/public/forms': {
    query?: { limit?: number; after?: string; region?: string; year?: number; q?: string }
    answer: {
      items: {
        id: string
        region: string
        regionName: string
        fiscalYear: number
        title: string
        kind: 'department' | 'project'
        total: string | null
        grade: string | null
        publishedAt: string
      }[]
      next: string | null
    }
  }
  'GET /api/public/forms/:id': { params: { id: string }; answer: Shapes['Report'] }
  'GET /api/records': {
    query?: { before?: number; limit?: number }
    answer: {
      items: {
        seq: number
        at: string
        by: { id: string; name: string } | null
        filing: string | null
        words: { zh: string; en: string }
        form: string | null
        event: Record<string, unknown>
        hash: string
      }[]
    }
  }
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
    answer: {
      by: string
      rows: {
        key: string
        name: string
        filings: number
        submitted: number | null
        accepted: number | null
        published: number | null
        average: string | null
        min: string | null
        max: string | null
        excellent: number | null
        good: number | null
        fair: number | null
        poor: number | null
        budgeted: string | null
        executed: string | null
        executionRate: string | null
        errors: number | null
        warnings: number | null
        weight: string | null
        score: string | null
        lost: string | null
      }[]
    }
  }
  'GET /api/setup': { answer: { needed: boolean } }
  'GET /api/system': {
    answer: {
      version: string
      database: { kind: 'embedded' | 'served'; version: string }
      clockBehind: number
      databaseBytes: number | null
      files: { count: number; bytes: number } | null
      freeBytes: number | null
      counts: { filings: number; people: number; organisations: number; records: number }
      behind: number
      lastBackup: string | null
    }
  }
  'PATCH /api/campaigns/:id': {
    params: { id: string }
    body: { title?: string; opens?: string; closes?: string }
    answer: {
      id: string
      region: string
      title: string
      fiscalYear: number
      kind: 'department' | 'project'
      layout: string
      edition: string | null
      opens: string
      closes: string
      recalled: boolean
      counts: Record<string, number>
    }
  }
  'PATCH /api/organisations/:id': {
    params: { id: string }
    body: { region?: string; name?: string; active?: boolean }
    answer: {
      id: string
      region: string
      kind: 'financeBureau' | 'department' | 'unit'
      name: string
      parent: string | null
      path: string[]
      active: boolean
    }
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
    answer: {
      id: string
      region: string
      login: string
      name: string
      organisation: string | null
      roles: {
        role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
        organisation: string
      }[]
      active: boolean
    }
  }
  'POST /api/backups': { body: Record<string, never>; answer: { name: string; at: string; bytes: number } }
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
    answer: {
      id: string
      region: string
      title: string
      fiscalYear: number
      kind: 'department' | 'project'
      layout: string
      edition: string | null
      opens: string
      closes: string
      recalled: boolean
      counts: Record<string, number>
    }
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
  'POST /api/campaigns/:id/jobs/import': {
    params: { id: string }
    body: FormData
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
    }
  }
  'POST /api/campaigns/:id/jobs/print': {
    params: { id: string }
    body: { format: 'html' | 'xlsx' | 'docx' | 'pdf'; lang?: 'zh' | 'en'; filings?: readonly string[] }
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
    }
  }
  'POST /api/campaigns/:id/nudge': {
    params: { id: string }
    body: { text?: string; filings?: readonly string[] }
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
    }
  }
  'POST /api/filings/:id/assessments': {
    params: { id: string }
    body: { row: string; value: string | null; reason: string; phrase?: string }
    answer: {
      summary: {
        id: string
        region: string
        campaign: string
        fiscalYear: number
        organisation: { id: string; name: string }
        department: { id: string; name: string } | null
        kind: 'department' | 'project'
        title: string
        stage: 'filling' | 'submitted' | 'approved' | 'passedOn' | 'endorsed' | 'accepted' | 'sampled' | 'reviewed' | 'appealed' | 'answered' | 'agreed' | 'final' | 'rectifying' | 'rectified' | 'closed' | 'cleared' | 'published' | 'recalled'
        revision: number
        round: number
        total: string | null
        recomputed: { min: string; max: string } | null
        grade: string | null
        budgeted: string | null
        executed: string | null
        errors: number
        warnings: number
        updatedAt: string
        publishedAt: string | null
      }
      draft: Shapes['Draft']
      state: Shapes['FilingState']
      circumstances: Shapes['Circumstances']
      path: string[]
      allowed: { event: Shapes['EventKind']; allowed: boolean; code?: string; reason?: { zh: string; en: string } }[]
      editable: boolean
      assessments: Record<string, { value: string | null; reason: string; phrase?: string; by: string; at: string }>
      comments: {
        id: string
        place: string
        text: string
        answers: string | null
        by: { id: string; name: string }
        at: string
        resolvedAt: string | null
      }[]
      evidence: {
        id: string
        name: string
        type: string
        size: number
        hash: string
        places: string[]
        by: string
        at: string
      }[]
      undo: boolean
      redo: boolean
    }
  }
  'POST /api/filings/:id/comments': {
    params: { id: string }
    body: { place: string; text: string; answers?: string | null }
    answer: {
      id: string
      place: string
      text: string
      answers: string | null
      by: { id: string; name: string }
      at: string
      resolvedAt: string | null
    }
  }
  'POST /api/filings/:id/comments/:comment/resolve': {
    params: { id: string; comment: string }
    body: Record<string, never>
    answer: {
      id: string
      place: string
      text: string
      answers: string | null
      by: { id: string; name: string }
      at: string
      resolvedAt: string | null
    }
  }
  'POST /api/filings/:id/copy-last-year': {
    params: { id: string }
    body: Record<string, never>
    answer: {
      revision: number
      applied: number
      conflicts: Shapes['Conflict'][]
      changed: { revision: number; edits: Shapes['Edit'][] }[]
      undo: boolean
      redo: boolean
    }
  }
  'POST /api/filings/:id/edits': {
    params: { id: string }
    body: { edits: readonly Shapes['Edit'][]; basis: number; reason?: string }
    answer: {
      revision: number
      applied: number
      conflicts: Shapes['Conflict'][]
      changed: { revision: number; edits: Shapes['Edit'][] }[]
      undo: boolean
      redo: boolean
    }
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
    answer: {
      summary: {
        id: string
        region: string
        campaign: string
        fiscalYear: number
        organisation: { id: string; name: string }
        department: { id: string; name: string } | null
        kind: 'department' | 'project'
        title: string
        stage: 'filling' | 'submitted' | 'approved' | 'passedOn' | 'endorsed' | 'accepted' | 'sampled' | 'reviewed' | 'appealed' | 'answered' | 'agreed' | 'final' | 'rectifying' | 'rectified' | 'closed' | 'cleared' | 'published' | 'recalled'
        revision: number
        round: number
        total: string | null
        recomputed: { min: string; max: string } | null
        grade: string | null
        budgeted: string | null
        executed: string | null
        errors: number
        warnings: number
        updatedAt: string
        publishedAt: string | null
      }
      draft: Shapes['Draft']
      state: Shapes['FilingState']
      circumstances: Shapes['Circumstances']
      path: string[]
      allowed: { event: Shapes['EventKind']; allowed: boolean; code?: string; reason?: { zh: string; en: string } }[]
      editable: boolean
      assessments: Record<string, { value: string | null; reason: string; phrase?: string; by: string; at: string }>
      comments: {
        id: string
        place: string
        text: string
        answers: string | null
        by: { id: string; name: string }
        at: string
        resolvedAt: string | null
      }[]
      evidence: {
        id: string
        name: string
        type: string
        size: number
        hash: string
        places: string[]
        by: string
        at: string
      }[]
      undo: boolean
      redo: boolean
    }
  }
  'POST /api/filings/:id/evidence': {
    params: { id: string }
    body: FormData
    answer: {
      id: string
      name: string
      type: string
      size: number
      hash: string
      places: string[]
      by: string
      at: string
    }
  }
  'POST /api/filings/:id/import': {
    params: { id: string }
    body: FormData
    answer: {
      upload: string
      name: string
      forms: {
        index: number
        title: string
        draft: Shapes['Draft']
        unread: string[]
        targets: boolean
        confirm: {
          id: string
          row: string
          column: string
          raw: string
          text: { zh: string; en: string }
          at: { page: number; box: [number, number, number, number] } | null
          alternatives: string[]
        }[]
      }[]
      findings: Shapes['Finding'][]
    }
  }
  'POST /api/filings/:id/import/apply': {
    params: { id: string }
    body: { upload: string; name: string; form: number; confirmed: readonly string[] }
    answer: {
      revision: number
      applied: number
      conflicts: Shapes['Conflict'][]
      changed: { revision: number; edits: Shapes['Edit'][] }[]
      undo: boolean
      redo: boolean
    }
  }
  'POST /api/filings/:id/import/waiting': {
    params: { id: string }
    body: { upload: string }
    answer: {
      upload: string
      name: string
      forms: {
        index: number
        title: string
        draft: Shapes['Draft']
        unread: string[]
        targets: boolean
        confirm: {
          id: string
          row: string
          column: string
          raw: string
          text: { zh: string; en: string }
          at: { page: number; box: [number, number, number, number] } | null
          alternatives: string[]
        }[]
      }[]
      findings: Shapes['Finding'][]
    }
  }
  'POST /api/filings/:id/redo': {
    params: { id: string }
    body: { basis: number }
    answer: {
      revision: number
      applied: number
      conflicts: Shapes['Conflict'][]
      changed: { revision: number; edits: Shapes['Edit'][] }[]
      undo: boolean
      redo: boolean
    }
  }
  'POST /api/filings/:id/undo': {
    params: { id: string }
    body: { basis: number }
    answer: {
      revision: number
      applied: number
      conflicts: Shapes['Conflict'][]
      changed: { revision: number; edits: Shapes['Edit'][] }[]
      undo: boolean
      redo: boolean
    }
  }
  'POST /api/login': {
    body: { login: string; password: string }
    answer: {
      person: {
        id: string
        region: string
        login: string
        name: string
        organisation: { id: string; name: string; kind: string } | null
        roles: {
          role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
          organisation: string
        }[]
        active: boolean
      }
      rights: ('administer' | 'runCampaigns' | 'install')[]
      csrf: string | null
      mustChangePassword: boolean
    }
  }
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
    answer: {
      id: string
      region: string
      kind: 'financeBureau' | 'department' | 'unit'
      name: string
      parent: string | null
      path: string[]
      active: boolean
    }
  }
  'POST /api/organisations/import': { body: FormData; answer: { created: number; kept: number; refused: string[] } }
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
    answer: {
      id: string
      region: string
      login: string
      name: string
      organisation: string | null
      roles: {
        role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
        organisation: string
      }[]
      active: boolean
    }
  }
  'POST /api/people/:id/hand-over': {
    params: { id: string }
    body: { region?: string; to: string }
    answer: {
      id: string
      region: string
      login: string
      name: string
      organisation: string | null
      roles: {
        role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
        organisation: string
      }[]
      active: boolean
    }
  }
  'POST /api/people/:id/password': { params: { id: string }; body: { region?: string; password: string }; answer: null }
  'POST /api/setup': {
    body: { password: string; token: string }
    answer: {
      person: {
        id: string
        region: string
        login: string
        name: string
        organisation: { id: string; name: string; kind: string } | null
        roles: {
          role: 'clerk' | 'financeOfficer' | 'unitHead' | 'supervisorReviewer' | 'budgetOfficer' | 'performanceOfficer' | 'thirdPartyReviewer' | 'administrator'
          organisation: string
        }[]
        active: boolean
      }
      rights: ('administer' | 'runCampaigns' | 'install')[]
      csrf: string | null
      mustChangePassword: boolean
    }
  }
  'PUT /api/regions': {
    body: { regions: readonly { code: string; name: string; parent: string | null }[] }
    answer: null
  }
}
