/**
 * What the web application asks by name is held by the types made of the interface (`web/src/desk/operations.ts`). Here: every address that
 * stands in a link, of a file or of the live news, is one of the route table, and nothing else is asked by an address.
 */

import ts from 'typescript'
import { expect, it } from 'vitest'
import { routes } from '../../src/api/routes/index.ts'
import { pageFiles, type SourceFile, walk } from '../support/source-files.ts'

interface Linked {
  readonly at: string
  /** A variable part of the path stands as `:`. */
  readonly path: string
}

/** The path of a literal; what follows `?`, or stands behind a whole segment, is a query. */
function pathOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text.split('?')[0]!
  if (!ts.isTemplateExpression(node)) return null
  let path = node.head.text
  for (const { literal } of node.templateSpans) {
    if (path.includes('?') || !path.endsWith('/')) break
    path += `:${literal.text}`
  }
  return path.split('?')[0]!
}

function linkedIn({ path: file, tree }: SourceFile): Linked[] {
  const found: Linked[] = []
  walk(tree, (node) => {
    const path = pathOf(node)
    if (path?.startsWith('/api/') !== true) return
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
    found.push({ at: `${file}:${line + 1}`, path })
  })
  return found
}

it('links to no address that there is not', () => {
  const files = routes.filter(({ answer }) => answer === 'file' || answer === 'events')
  const known = new Set(files.map(({ path }) => path.replace(/:\w+/g, ':')))
  const linked = pageFiles().flatMap(linkedIn)
  expect(linked.filter(({ path }) => !known.has(path))).toEqual([])
  // Were they not found, nothing would be tested.
  expect(new Set(linked.map(({ path }) => path)).size).toBeGreaterThan(5)
})
