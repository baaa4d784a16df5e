import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sourceFiles, walk } from '../support/source-files.ts'

/** Nothing, one, and percent. Any other number is law, and stands in an edition with its clause. */
const allowed = new Set(['0', '1', '100'])

/** Numbers written down in code: also behind a minus, also as a big integer; not those inside texts. */
function numbersIn(tree: ts.SourceFile): string[] {
  const found: string[] = []
  walk(tree, (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'cases') return
    if (ts.isNumericLiteral(node)) found.push(node.text)
    if (ts.isBigIntLiteral(node)) found.push(node.text.replace(/n$/, ''))
    // A number spelled as a text for Exact.of is a number all the same.
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('.of')) {
      found.push(...node.arguments.filter(ts.isStringLiteralLike).map(({ text }) => text))
    }
  })
  return found
}

describe('formulas hold no numbers of the law', () => {
  it('every number literal in scoring/ is 0, 1 or 100', () => {
    const breaches = sourceFiles('core/scoring').flatMap((file) =>
      numbersIn(file.tree)
        .filter((number) => !allowed.has(number))
        .map((number) => `${file.path}: ${number}`),
    )
    expect(breaches).toEqual([])
  })

  it('finds a number wherever it hides', () => {
    const code = "const a = -2; const b = 0.8; const c = Exact.of('60'); const d = 3n; const e = Exact.of(90)"
    const tree = ts.createSourceFile('made.ts', code, ts.ScriptTarget.ES2023, true)
    expect(numbersIn(tree)).toEqual(['2', '0.8', '60', '3', '90'])
  })
})
