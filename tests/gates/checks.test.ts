/** Every check keeps what a check promises: one file, one name, law, texts in both languages, and examples that are its tests. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexText } from '../../scripts/generate-check-index.mjs'
import {
  type Check,
  catalogue,
  catalogueEntry,
  checks,
  type Example,
  type Problem,
  runChecks,
} from '../../src/core/checks/index.ts'
import { type CheckInput, formSubject } from '../../src/core/checks/runner.ts'
import type { Bilingual, Severity } from '../../src/core/model/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { formFromSketch } from '../../src/core/recognise/sketch.ts'
import { clauseById, editionById } from '../../src/core/rulebook/index.ts'
import { newScoreMemo, scoreForm } from '../../src/core/scoring/index.ts'
import { placeholdersOf } from '../../src/core/texts/index.ts'
import { readText } from '../../src/readers/text/index.ts'
import { repositoryRoot } from '../support/source-files.ts'

const folder = join(repositoryRoot, 'src/core/checks')
const LONGEST_LOGIC = 80
const unitTests = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

/** Freezes everything below, so that a check that writes to its input throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

function inputOf(example: Example): CheckInput {
  const edition = editionById(example.edition ?? 'shenzhen-department-2021')
  if (edition === undefined) throw new Error(`no edition '${example.edition}'`)
  const { form, events } =
    example.text === undefined ? { form: formFromSketch(example.form ?? {}), events: [] } : read(example.text)
  const { approved, years, projects, ...known } = example.beside ?? {}
  const beside: CheckInput['beside'] = {
    ...known,
    ...(approved === undefined ? {} : { approved: formFromSketch(approved) }),
    ...(years === undefined ? {} : { years: years.map(({ year, form }) => ({ year, form: formFromSketch(form) })) }),
    ...(projects === undefined ? {} : { projects: projects.map(formFromSketch) }),
  }
  return deepFreeze({ form, scored: scoreForm(form, edition, newScoreMemo()), edition, events, beside })
}

function read(text: string) {
  const { value } = readText(new TextEncoder().encode(text), 'example.txt')
  const [recognition] = recognise(value).forms
  if (recognition === undefined) throw new Error(`no form was recognised in the example:\n${text}`)
  return recognition
}

/** All problems of a check, asked directly, so that a crash shows its own stack. */
function problemsOf(check: Check, input: CheckInput): readonly Problem[] {
  const { form, scored, edition } = input
  const answers =
    check.over === 'form'
      ? [check.test(formSubject(input))]
      : check.over === 'task'
        ? form.tasks.map((task, index) =>
            check.test({ form, task, path: `tasks[${index}]`, scored: scored.tasks[index]!, edition }),
          )
        : form.indicators.map((indicator, index) =>
            check.test({
              indicator,
              path: `indicators[${index}]`,
              scored: scored.rows[index]!,
              edition,
              columns: form.columns.indicators,
              hasParts: form.indicators[index + 1]?.role === 'part',
            }),
          )
  return answers.flatMap((answer) => (typeof answer === 'string' ? [] : (answer as Problem | readonly Problem[])))
}

const pathOf = ([first]: Problem['at']) => (typeof first === 'string' ? first : first.path)
const flagOf = (problem: Problem) => `${problem.message}@${pathOf(problem.at)}`
const grades: readonly Severity[] = ['info', 'warning', 'error']

function expectBilingual(text: Bilingual, what: string): void {
  expect(text.zh, `${what}: Chinese text`).toMatch(/\p{Script=Han}/u)
  expect(text.en.trim(), `${what}: English text`).not.toBe('')
}

describe('the set of checks', () => {
  it('is listed in the generated index', () => {
    expect(readFileSync(join(folder, 'index.ts'), 'utf8'), 'run `node scripts/generate-check-index.mjs`').toBe(
      indexText(),
    )
  })

  it('is in step with the catalogue', () => {
    const built = catalogue.filter((entry) => entry.status === 'built').map((entry) => entry.id)
    expect(checks.map((check) => check.id).sort(), "catalogue entries with status 'built' against check files").toEqual(
      built.sort(),
    )
  })

  it('says of every rule that is not built what it waits for, and of no other', () => {
    const later = catalogue.filter(({ status }) => status === 'later')
    expect(catalogue.filter(({ because }) => because !== undefined)).toEqual(later)
    expect(later.filter(({ needs }) => needs === 'form')).toEqual([])
    for (const { because, id } of later) expectBilingual(because!, id)
  })

  it('has 114 rules of unique ids and codes', () => {
    expect(catalogue).toHaveLength(114)
    expect(new Set(catalogue.map((entry) => entry.id)).size).toBe(114)
    expect(new Set(catalogue.map((entry) => entry.code)).size).toBe(114)
  })

  it('has no check file that exports nothing under the name `check`', () => {
    const ids = new Set(catalogue.map((entry) => `${entry.id}.ts`))
    const silent = readdirSync(folder).filter(
      (name) => ids.has(name) && !/^export const check\b/m.test(readFileSync(join(folder, name), 'utf8')),
    )
    expect(silent).toEqual([])
  })
})

describe.each(checks.map((check) => [check.id, check] as const))('check %s', (id, check) => {
  const file = join(folder, `${id}.ts`)
  let known: readonly (readonly Problem[])[] | undefined
  const seen = () => (known ??= check.examples.map((example) => problemsOf(check, inputOf(example))))

  it('is named like its file and stands in the catalogue', () => {
    expect(existsSync(file), `src/core/checks/${id}.ts must hold the check '${id}'`).toBe(true)
    const entry = catalogueEntry(id)
    expect(entry, `'${id}' stands in catalogue.ts`).toBeDefined()
    expect({ code: check.code, severity: check.severity }, 'as in catalogue.ts').toEqual({
      code: entry!.code,
      severity: entry!.severity,
    })
  })

  it('has its law, its titles and its reason in both languages', () => {
    for (const citation of check.law) expect(clauseById(citation.clause), `clause ${citation.clause}`).toBeDefined()
    expect(check.law.length, 'at least one citation').toBeGreaterThan(0)
    expectBilingual(check.title.passed, 'title.passed')
    expectBilingual(check.title.failed, 'title.failed')
    expectBilingual(check.why, 'why')
    for (const [name, message] of Object.entries(check.messages)) {
      expectBilingual(message.text, `messages.${name}.text`)
      expectBilingual(message.advice, `messages.${name}.advice`)
    }
  })

  it('has flagged and clean examples, none twice', () => {
    expect(
      check.examples.some((example) => example.flagged.length > 0),
      'at least one flagged example',
    ).toBe(true)
    expect(
      check.examples.some((example) => example.flagged.length === 0),
      'at least one clean example',
    ).toBe(true)
    const texts = check.examples.map(({ form, text, edition, beside }) =>
      JSON.stringify({ form, text, edition, beside }),
    )
    expect(texts.length - new Set(texts).size, 'examples that stand twice').toBe(0)
  })

  it.each(check.examples.map((example, index) => [index, example.from, example] as const))(
    'example %i (%s) gives exactly its flags',
    (_index, _from, example) => {
      expect(problemsOf(check, inputOf(example)).map(flagOf).sort()).toEqual([...example.flagged].sort())
    },
  )

  it('uses every message in an example, with all placeholders filled', () => {
    const problems = seen().flat()
    const used = new Set(problems.map((problem) => problem.message))
    for (const message of used) expect(Object.keys(check.messages), `examples of ${id}`).toContain(message)
    // A message that needs rules which no edition holds yet is tried by a test beside the check.
    const untried = Object.keys(check.messages).filter((name) => !used.has(name) && !unitTests.includes(`${name}@`))
    expect(untried, 'messages that no example and no test beside the check uses').toEqual([])
    for (const problem of problems) {
      const { text, advice } = check.messages[problem.message]!
      for (const template of [text.zh, text.en, advice.zh, advice.en]) {
        const open = placeholdersOf(template).filter((name) => !(name in problem.data))
        expect(open, `placeholders without data in '${template}'`).toEqual([])
      }
      const severity = problem.severity ?? check.severity
      expect(grades.indexOf(severity), `'${problem.message}' may only lower the severity`).toBeLessThanOrEqual(
        grades.indexOf(check.severity),
      )
    }
  })

  it('leaves its input alone and does not crash on an empty form', () => {
    const empty = inputOf({ from: 'made', form: {}, flagged: [] })
    expect(runChecks([check], empty).complete).toBe(true)
    for (const example of check.examples) {
      const { complete } = runChecks([check], inputOf(example))
      expect(complete, `crashed on the frozen example from ${example.from}`).toBe(true)
    }
  })

  it(`keeps its test within ${LONGEST_LOGIC} lines`, () => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const start = lines.findIndex((line) => /^ {2}test[(:]/.test(line))
    expect(start, 'the line where `test` starts').toBeGreaterThan(0)
    expect(lines.length - start, 'lines from `test` to the end of the file').toBeLessThanOrEqual(LONGEST_LOGIC)
  })
})
