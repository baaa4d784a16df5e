import { describe, expect, it } from 'vitest'
import { counter, randomEdit } from '../../../tests/support/draft-edits.ts'
import { generateAny } from '../../../tests/support/generate-any.ts'
import { Random } from '../../../tests/support/random.ts'
import { columnsOf, draftOf, headColumns } from '../draft/index.ts'
import { layouts } from '../rulebook/index.ts'
import { columnName, eventKinds, type RecordEvent, sayEvent, stages } from './index.ts'

const names = {
  row: (id: string) => (id === 'r1' ? '慰问人数' : undefined),
  person: (id: string) => (id === 'p1' ? '张三' : undefined),
  organisation: () => '某局',
}

const cell = { kind: 'cell', row: 'r1', column: 'actual', from: '8', to: '80人' } as const

describe('the record in words', () => {
  it.each<[RecordEvent, string, string]>([
    [
      { kind: 'edit', revision: 2, way: 'typed', edits: [cell] },
      '“慰问人数”的实际完成值由“8”改为“80人”',
      'actual of “慰问人数” from “8” to “80人”',
    ],
    [
      {
        kind: 'edit',
        revision: 3,
        way: 'undo',
        edits: [{ ...cell, row: 'head', column: 'total', to: '' }],
        reason: '录错',
      },
      '撤销：表头的总分由“8”改为（空）。原因：录错',
      'undone: total of head of the form from “8” to (empty). Reason: 录错',
    ],
    [
      { kind: 'edit', revision: 4, way: 'typed', edits: [{ ...cell, to: '8' }] },
      '确认“慰问人数”的实际完成值“8”',
      'confirmed actual of “慰问人数”: “8”',
    ],
    [
      {
        kind: 'edit',
        revision: 5,
        way: 'import',
        edits: [
          { kind: 'insert', block: 'indicators', after: null, row: { id: 'x', cells: { name: '甲' } } },
          { kind: 'delete', block: 'goals', after: null, row: { id: 'y', cells: { stated: '乙' } } },
        ],
      },
      '导入文件：增加指标“甲”；删除目标“乙”',
      'imported from a file: added indicator “甲”; deleted goal “乙”',
    ],
    [
      {
        kind: 'edit',
        revision: 6,
        way: 'execution',
        edits: [
          { kind: 'move', block: 'tasks', row: 'r9', from: null, to: null },
          { kind: 'role', row: 'r1', from: null, to: 'part' },
          { kind: 'lock', row: 'r1', from: [], to: ['rate'] },
        ],
      },
      '统一填列执行数：移动任务“r9”；改变“慰问人数”的行别；锁定或解锁“慰问人数”的执行数',
      'execution figures filled in: moved task “r9”; changed what “慰问人数” is; locked or unlocked figures of “慰问人数”',
    ],
    [
      { kind: 'return', reason: '缺原因', from: 'submitted', to: 'filling', round: 1, until: '2025-04-01' },
      '退回，转为“填报中”，期限2025-04-01。原因：缺原因',
      'return; now being filled in, until 2025-04-01. Reason: 缺原因',
    ],
    [
      { kind: 'extend', until: '2025-04-01', from: 'filling', to: 'filling', round: 0 },
      '延期，期限2025-04-01',
      'extend, until 2025-04-01',
    ],
    [
      { kind: 'assess', row: 'execution', from: null, to: '8', reason: '决算数不同', phrase: 'execution-figure' },
      '预算执行的复核得分由（空）改为“8”（执行数与决算不一致）。原因：决算数不同',
      'reviewed score of execution from (empty) to “8” (execution differs from the accounts). Reason: 决算数不同',
    ],
    [
      { kind: 'assess', row: 'r1', from: '5', to: '4', reason: '' },
      '“慰问人数”的复核得分由“5”改为“4”',
      'reviewed score of “慰问人数” from “5” to “4”',
    ],
    [{ kind: 'comment', comment: 'c', place: 'r1', text: '请补充' }, '批注“请补充”', 'commented “请补充”'],
    [{ kind: 'resolveComment', comment: 'c' }, '批注已处理', 'settled a comment'],
    [
      { kind: 'addEvidence', evidence: 'e', name: '合同.pdf', hash: 'h' },
      '上传佐证“合同.pdf”',
      'added evidence “合同.pdf”',
    ],
    [
      { kind: 'addCampaign', campaign: 'c', title: '2024年自评', fiscalYear: 2024, opens: 'a', closes: 'b' },
      '新建自评工作“2024年自评”',
      'prepared the campaign “2024年自评”',
    ],
    [
      { kind: 'changeCampaign', campaign: 'c', title: '新名', closes: '2025-04-01' },
      '修改自评工作新名 –2025-04-01',
      'changed the campaign 新名 –2025-04-01',
    ],
    [{ kind: 'changeCampaign', campaign: 'c' }, '修改自评工作', 'changed the campaign'],
    [
      { kind: 'campaign', campaign: 'c', event: 'recall', reason: '有误' },
      '撤回任务。原因：有误',
      'recall the campaign. Reason: 有误',
    ],
    [{ kind: 'issue', campaign: 'c', organisation: 'o', title: '某局' }, '下达“某局”', 'issued “某局”'],
    [
      { kind: 'addPerson', person: 'p1', login: 'a', name: '张三', roles: [{ role: 'clerk', organisation: 'o' }] },
      '新增人员“张三”，岗位：填报人',
      'added the person “张三”; posts: clerk',
    ],
    [
      { kind: 'changePerson', person: 'p1', active: false },
      '修改人员“张三”，停用',
      'changed the person “张三”; no longer active',
    ],
    [{ kind: 'changePerson', person: 'p2', active: true }, '修改人员“p2”，启用', 'changed the person “p2”; active'],
    [{ kind: 'resetPassword', person: 'p1' }, '重置密码“张三”', 'reset the password of “张三”'],
    [
      { kind: 'handOver', from: 'p1', to: 'p2', roles: [] },
      '“张三”的工作移交给“p2”',
      'the work of “张三” was handed over to “p2”',
    ],
    [
      { kind: 'addOrganisation', organisation: 'o', name: '某局', organisationKind: 'unit' },
      '新增单位“某局”',
      'added the organisation “某局”',
    ],
    [
      { kind: 'changeOrganisation', organisation: 'o', active: false },
      '修改单位“某局”，停用',
      'changed the organisation “某局”; no longer active',
    ],
    [
      { kind: 'changeOrganisation', organisation: 'o', name: '新局' },
      '修改单位“新局”',
      'changed the organisation “新局”',
    ],
    [{ kind: 'loadRegions', count: 3 }, '载入3个地区', 'loaded 3 regions'],
    [
      { kind: 'startJob', job: 'import', campaign: 'c', parts: 12 },
      '成批导入（12项）',
      'began to import many files (12 parts)',
    ],
    [{ kind: 'startJob', job: 'later', campaign: 'c', parts: 1 }, '成批处理（1项）', 'work on many forms (1 parts)'],
    [{ kind: 'signIn' }, '登录', 'signed in'],
  ])('%j', (event, zh, en) => {
    expect(sayEvent(event, names)).toEqual({ zh, en })
  })

  it('says a large batch by its number, a long text by its beginning', () => {
    const edits = Array.from({ length: 9 }, () => cell)
    expect(sayEvent({ kind: 'edit', way: 'copy', edits }).zh).toMatch(/^复制上年：.*；等共9处$/)
    expect(sayEvent({ kind: 'comment', text: '长'.repeat(200) }).zh).toBe(`批注“${'长'.repeat(80)}…”`)
  })

  it('every step from every stage has its words', () => {
    for (const kind of eventKinds) {
      for (const to of stages) {
        const { zh, en } = sayEvent({ kind, from: 'filling', to, edits: [], text: 'x', row: 'r1' })
        expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })

  it.each([
    null,
    1,
    'x',
    [],
    {},
    { kind: 'burn', reason: 1 },
    { kind: 'constructor' },
    { kind: 'edit' },
    { kind: 'edit', edits: [null, { kind: 'x' }, { kind: 'insert', row: 1 }] },
    { kind: 'campaign' },
    { kind: 'addPerson', roles: [null, { role: 'x' }] },
  ])('%j is said somehow', (event) => {
    const { zh, en } = sayEvent(event)
    expect(zh.length + en.length).toBeGreaterThan(0)
    expect(`${zh}${en}`).not.toMatch(/undefined|\[object/)
  })

  it('every edit that can be made has its words', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed)
      const draft = draftOf(generateAny(seed, random.pick(layouts), 5), counter())
      const { zh, en } = sayEvent({ kind: 'edit', way: 'typed', edits: [randomEdit(random, draft, counter('n'))] })
      expect(zh.length * en.length).toBeGreaterThan(0)
    }
  })

  it('every column has a name in both languages; a further one is called by its header', () => {
    for (const column of [...headColumns, ...(['indicators', 'tasks', 'goals', 'facts'] as const).flatMap(columnsOf)]) {
      expect(columnName(column).zh, column).not.toBe(column)
    }
    expect(columnName('extra.备注')).toEqual({ zh: '备注', en: '备注' })
  })
})
