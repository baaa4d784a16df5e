import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { repositoryRoot, sourceFiles } from '../support/source-files.ts'

const corpus = join(repositoryRoot, 'tests/corpus')
const sampleFolder = 'shenzhen-guangming-2021'
const LENGTH = 4

/** All stretches of four Chinese characters. */
function stretchesOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at + LENGTH <= run.length; at++) found.add(run.slice(at, at + LENGTH))
  }
  return found
}

function textsBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(txt|tsv|csv|html|json)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

/** A blank inside a word is a line break of the print. */
const sample = readFileSync(join(corpus, sampleFolder, 'form.txt'), 'utf8').replace(/ +(?=\p{Script=Han})/gu, '')
const others = readdirSync(corpus).filter((folder) => folder !== sampleFolder)
const common = stretchesOf(others.map((folder) => textsBelow(join(corpus, folder))).join('\n'))
const ownToSample = new Set([...stretchesOf(sample)].filter((stretch) => !common.has(stretch)))

/** Source without what may quote forms: examples of checks, cases of rules and editions, comments. */
function quotable(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && ['examples', 'cases'].includes(node.name.getText())
}

function literalsOf(tree: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (quotable(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    node.forEachChild(visit)
  }
  visit(tree)
  return found
}

/** A made-up bureau: it writes forms, the published one among them, and judges none. */
const writesForms = 'app/demo/'
/** What clauses of the law say, in a summary: it judges no form. */
const tellsLaw = 'core/rulebook/documents/'

describe('the code is built for the field, not for the sample', () => {
  it('no stretch of four Chinese characters that only the sample has stands in src/ outside examples, cases, summaries of the law and the demo', () => {
    const judging = sourceFiles().filter(
      ({ path }) => ![writesForms, tellsLaw].some((folder) => path.startsWith(folder)),
    )
    const breaches = judging.flatMap((file) =>
      literalsOf(file.tree).flatMap((literal) =>
        [...stretchesOf(literal)]
          .filter((stretch) => ownToSample.has(stretch))
          .map((stretch) => `${file.path}: ${stretch}`),
      ),
    )
    expect([...new Set(breaches)]).toEqual([])
  })

  it('no total of the sample stands in src/ outside examples and cases', () => {
    const totals = [
      '96.62',
      '90.83',
      '99.93',
      '89.93',
      '81.03',
      '2672.05',
      '2672.03',
      '2726.98',
      '99.63',
      '94.23',
      '88.83',
    ]
    const breaches: string[] = []
    for (const file of sourceFiles()) {
      const visit = (node: ts.Node): void => {
        if (quotable(node)) return
        if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) {
          for (const total of totals) if (node.text.includes(total)) breaches.push(`${file.path}: ${total}`)
        }
        node.forEachChild(visit)
      }
      visit(file.tree)
    }
    expect(breaches).toEqual([])
  })

  it('the stretches of the sample are found at all', () => {
    expect(ownToSample.size).toBeGreaterThan(500)
  })
})
