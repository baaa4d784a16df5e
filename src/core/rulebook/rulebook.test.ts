import { describe, expect, it } from 'vitest'
import type { Level1 } from '../model/index.ts'
import { Exact } from '../model/index.ts'
import {
  chooseAmong,
  chooseEdition,
  cite,
  clauseById,
  documents,
  type Edition,
  editionById,
  editionFor,
  editions,
  incompleteEditionById,
  incompleteEditions,
  level1Points,
  reachesThreshold,
} from './index.ts'

describe('documents', () => {
  const clauses = documents.flatMap((document) => document.clauses.map((clause) => ({ document, clause })))

  it('names every clause once, after its document', () => {
    expect(new Set(clauses.map(({ clause }) => clause.id)).size).toBe(clauses.length)
    for (const { document, clause } of clauses) expect(clause.id.startsWith(`${document.id}/`)).toBe(true)
  })

  it('gives an article only for a text that was read, and an address for all that was', () => {
    for (const { clause } of clauses) {
      if (clause.article !== undefined) expect(clause.evidence).toMatch(/^read-/)
      if (clause.evidence.startsWith('read-')) expect(clause.source, clause.id).toBeTruthy()
      if (clause.evidence === 'read-official') expect(clause.source).toMatch(/^https?:\/\/[^/]*\.gov\.cn\//)
    }
  })

  it('prints no article of 财预〔2020〕10号, which was not read beyond its opening', () => {
    const base = documents.find(({ id }) => id === 'caiyu-2020-10')!
    expect(base.clauses.filter(({ article }) => article !== undefined)).toEqual([])
  })

  it('cites with the evidence of the clause, and refuses what it does not have', () => {
    expect(cite('caiyu-2020-10/weights')).toEqual({ clause: 'caiyu-2020-10/weights', evidence: 'partly-read' })
    expect(cite('caiyu-2020-10/weights', { byAnalogy: true })).toHaveProperty('byAnalogy', true)
    expect(clauseById('caiyu-2020-10/grades')?.summary.zh).toContain('90')
    expect(clauseById('caiyu-2020-10/none')).toBeUndefined()
    expect(() => cite('caiyu-2020-10/none')).toThrow('no such clause')
  })
})

describe('the choice of rules', () => {
  const national = editionById('national-project-2020')!
  const department = { kind: 'department', year: 2021 } as const
  const project = { kind: 'project', year: 2021 } as const
  const frame2021 = new Set<Level1>(['cost', 'output', 'benefit', 'satisfaction'])

  it.each([
    ['asked for', { ...department, place: '深圳市某局', asked: 'hubei-project-2020' }, 'hubei-project-2020', 'asked'],
    ['place, kind and year', { ...department, place: '深圳市光明区某局' }, 'shenzhen-department-2021', 'exact'],
    ['place behind a year', { ...department, place: '2021年度 深圳市某局自评表' }, 'shenzhen-department-2021', 'exact'],
    ['nearest earlier year', { ...department, place: '深圳市', year: 2023 }, 'shenzhen-department-2021', 'earlierYear'],
    ['no year: the latest', { ...department, place: '深圳市', year: null }, 'shenzhen-department-2021', 'earlierYear'],
    [
      'too early for the place',
      { ...department, place: '深圳市', year: 2020 },
      'national-project-2020',
      'nationalOtherKind',
    ],
    ['a city of the province', { ...project, place: '宜昌市某局', year: 2020 }, 'hubei-project-2020', 'exact'],
    ['a later year of the province', { ...project, place: '湖北省' }, 'hubei-project-2020', 'earlierYear'],
    ['a province of its own', { ...project, place: '四川省某县', year: 2023 }, 'sichuan-project-2023', 'exact'],
    ['a city of the south', { ...project, place: '南宁市某局', year: 2022 }, 'guangxi-project', 'exact'],
    [
      'a score sheet of the common indicators',
      { ...department, place: '岳阳市某局', year: 2018, level1: new Set<Level1>(['input', 'process']) },
      'yueyang-department-2018',
      'exact',
    ],
    ['national', { ...project, place: '四川省' }, 'national-project-2020', 'national'],
    ['national, no year', { ...project, place: '', year: null }, 'national-project-2020', 'national'],
    [
      'national with cost',
      { ...project, place: '四川省', level1: frame2021 },
      'national-project-2021-cost',
      'national',
    ],
    [
      'cost before its time',
      { ...project, place: '', year: 2020, level1: frame2021 },
      'national-project-2020',
      'national',
    ],
    ['before all rules', { ...project, place: '', year: 2016 }, 'national-project-2020', 'nationalEarlierYear'],
    ['other kind', { ...department, place: '四川省' }, 'national-project-2020', 'nationalOtherKind'],
    [
      'other kind, before all rules',
      { ...department, place: '', year: 2016 },
      'national-project-2020',
      'nationalOtherKind',
    ],
    ['asked, but unknown', { ...project, place: '', asked: 'none' }, 'national-project-2020', 'national'],
  ])('%s', (_, query, id, choice) => {
    const chosen = chooseEdition(query)
    expect([chosen.edition.id, chosen.choice]).toEqual([id, choice])
  })

  it('takes an edition that has ended for later years', () => {
    const ended: Edition = { ...national, lastYear: national.firstYear }
    expect(chooseAmong([ended], { ...project, place: '' }).choice).toBe('nationalEarlierYear')
  })

  it.each([
    ['the platform', 'platform-default', { ...project, place: '' }],
    ['the manual', 'execution-capped', { ...project, place: '', year: 2022 }],
    ['the reviewers', 'pidu-review-2025', { ...project, place: '成都市郫都区某局', year: 2025 }],
  ])('takes the edition of %s only when asked for', (_, id, query) => {
    expect(chooseEdition(query).edition.id).not.toBe(id)
    expect(chooseEdition({ ...query, asked: id }).edition.id).toBe(id)
  })

  it('lists rules that are incomplete, and never takes them', () => {
    expect(incompleteEditions.map(({ id }) => id)).toEqual(['henan-2024'])
    expect(incompleteEditionById('henan-2024')?.note.zh).toContain('不能计分')
    expect(editionById('henan-2024')).toBeUndefined()
    const query = { ...project, place: '河南省某市', year: 2024 }
    expect(chooseEdition({ ...query, asked: 'henan-2024' }).edition.id).toBe('national-project-2020')
    expect(chooseEdition(query).edition.id).toBe('national-project-2020')
  })

  it('says on every citation that a project rule is used on a department form by analogy', () => {
    const edition = chooseEdition({ ...department, place: '四川省' }).edition
    expect(edition.positive.law[0]).toEqual({
      clause: 'caiyu-2020-10/quantitative',
      evidence: 'partly-read',
      byAnalogy: true,
    })
    expect(edition.rounding.law[0]).not.toHaveProperty('byAnalogy')
    expect(edition.cases).toEqual(editionById('national-project-2020')!.cases)
    expect(editionFor(editionById('national-project-2020')!, 'department')).toBe(edition)
    expect(editionFor(edition, 'project')).toBe(edition)
  })
})

describe('thresholds', () => {
  it('are never reached where the edition has none', () => {
    expect(reachesThreshold(editions[0]!, 'overAchievement', Exact.of(1000))).toBe(false)
  })
})

describe('level-1 points', () => {
  it('of a kind the edition does not know are none', () => {
    expect(level1Points(editions[0]!, 'process', new Set<Level1>(['output']))).toBeNull()
  })
})
