import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { withChinesePunctuation } from '../support/chinese-punctuation.ts'
import { sourceFiles } from '../support/source-files.ts'

/** Texts under a property `zh`, outside examples and cases, which quote what was printed. */
function chineseTexts(tree: ts.SourceFile): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node, chinese: boolean): void => {
    if (ts.isPropertyAssignment(node)) {
      const name = node.name.getText()
      if (name !== 'examples' && name !== 'cases') visit(node.initializer, chinese || name === 'zh')
      return
    }
    if (chinese && ts.isStringLiteralLike(node)) found.push(node.text)
    node.forEachChild((child) => visit(child, chinese))
  }
  visit(tree, false)
  return found
}

describe('Chinese texts', () => {
  it('have Chinese punctuation', () => {
    const breaches = sourceFiles().flatMap((file) =>
      chineseTexts(file.tree)
        .filter((text) => /\p{Script=Han}/u.test(text) && withChinesePunctuation(text) !== text)
        .map((text) => `${file.path}: ${text}`),
    )
    expect(breaches).toEqual([])
  })
})
