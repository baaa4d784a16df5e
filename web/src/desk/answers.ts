/** What answers of the interface hold, by name: written by `npm run docs` from the OpenAPI document; do not edit. */

import type { Shapes } from '../../../src/api/types.ts'

export interface Answers {
  Assessment: { value: string | null; reason: string; phrase?: string; by: string; at: string }
  Backup: { name: string; at: string; bytes: number }
  Campaign: {
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
  Comment: {
    id: string
    place: string
    text: string
    answers: string | null
    by: { id: string; name: string }
    at: string
    resolvedAt: string | null
  }
  EditResult: {
    revision: number
    applied: number
    conflicts: Shapes['Conflict'][]
    changed: { revision: number; edits: Shapes['Edit'][] }[]
    undo: boolean
    redo: boolean
  }
  Evidence: {
    id: string
    name: string
    type: string
    size: number
    hash: string
    places: string[]
    by: string
    at: string
  }
  FilingSummary: {
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
  FilingView: {
    summary: Answers['FilingSummary']
    draft: Shapes['Draft']
    state: Shapes['FilingState']
    circumstances: Shapes['Circumstances']
    path: string[]
    allowed: { event: Shapes['EventKind']; allowed: boolean; code?: string; reason?: { zh: string; en: string } }[]
    editable: boolean
    assessments: Record<string, Answers['Assessment']>
    comments: Answers['Comment'][]
    evidence: Answers['Evidence'][]
    undo: boolean
    redo: boolean
  }
  Imported: { upload: string; name: string; forms: Answers['ImportedForm'][]; findings: Shapes['Finding'][] }
  ImportedForm: {
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
  }
  IndicatorFound: {
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
  }
  IndicatorYear: {
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
  }
  InsightView: { key: string; name: string; view: Shapes['RollUpView'] }
  Job: {
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
  JobItem: {
    name: string
    filing: string | null
    state: 'waiting' | 'done' | 'failed' | 'confirm'
    detail: string
    upload: string | null
  }
  Me: {
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
  Notice: {
    id: string
    kind: 'nudge' | 'remind' | 'jobDone'
    campaign: string
    filing: string | null
    words: { zh: string; en: string }
    at: string
    readAt: string | null
  }
  Organisation: {
    id: string
    region: string
    kind: 'financeBureau' | 'department' | 'unit'
    name: string
    parent: string | null
    path: string[]
    active: boolean
  }
  Person: {
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
  Progress: {
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
  PublishedForm: {
    id: string
    region: string
    regionName: string
    fiscalYear: number
    title: string
    kind: 'department' | 'project'
    total: string | null
    grade: string | null
    publishedAt: string
  }
  RecordEntry: {
    seq: number
    at: string
    by: { id: string; name: string } | null
    filing: string | null
    words: { zh: string; en: string }
    form: string | null
    event: Record<string, unknown>
    hash: string
  }
  ReviewEffects: {
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
  RollupRow: {
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
  }
  SystemState: {
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
