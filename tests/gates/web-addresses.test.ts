/** Every address that the web application asks is one of the route table, by its method: a route that moves cannot be forgotten there. */

import ts from 'typescript'
import { expect, it } from 'vitest'
import { routes } from '../../src/api/routes/index.ts'
import { pageFiles, type SourceFile, walk } from '../support/source-files.ts'

interface Asked {
  readonly at: string
  /** A variable part of the path stands as `:`. */
  readonly path: string
  /** Null where the literal does not tell: it is handed on, or stands in a link. */
  readonly method: string | null
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

function methodOf(node: ts.Node, tree: ts.SourceFile): string | null {
  const call = node.parent
  if (!ts.isCallExpression(call) || call.arguments[0] !== node) return null
  const name = call.expression.getText(tree)
  if (name !== 'ask' && name !== 'all') return null
  const [, options] = call.arguments
  if (options === undefined) return 'GET'
  if (!ts.isObjectLiteralExpression(options)) return null
  const given = options.properties.find((one) => one.name?.getText(tree) === 'method')
  if (given === undefined) return 'GET'
  return ts.isPropertyAssignment(given) && ts.isStringLiteral(given.initializer) ? given.initializer.text : null
}

function askedIn({ path: file, tree }: SourceFile): Asked[] {
  const found: Asked[] = []
  walk(tree, (node) => {
    const path = pathOf(node)
    if (path?.startsWith('/api/') !== true) return
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
    found.push({ at: `${file}:${line + 1}`, path, method: methodOf(node, tree) })
  })
  return found
}

it('asks no address that there is not', () => {
  const known = routes.map(({ method, path }) => ({ method: String(method), path: path.replace(/:\w+/g, ':') }))
  const asked = pageFiles().flatMap(askedIn)
  const wrong = asked.filter(
    (one) => !known.some(({ method, path }) => path === one.path && (one.method === null || one.method === method)),
  )
  expect(wrong).toEqual([])
  // Most are told whole, method and all; were they not found, nothing would be tested.
  expect(asked.filter(({ method }) => method !== null).length).toBeGreaterThan(50)
  expect(new Set(asked.map(({ path }) => path)).size).toBeGreaterThan(40)
})
