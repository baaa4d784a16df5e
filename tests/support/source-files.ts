/** The source files of the product with their syntax trees, for the gates that read code. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export const repositoryRoot = new URL('../../', import.meta.url).pathname

export interface SourceFile {
  /** Relative to src/; of the pages to the repository. */
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
}

/** All TypeScript files below src/<folder>, without tests. */
export function sourceFiles(folder = ''): readonly SourceFile[] {
  return filesBelow(join(repositoryRoot, 'src'), folder)
}

/** The files of the web application; their paths begin with web/. */
export function pageFiles(): readonly SourceFile[] {
  return filesBelow(repositoryRoot.replace(/\/$/, ''), 'web/src')
}

function filesBelow(root: string, folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      const path = file.slice(root.length + 1)
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) }
    })
}

/** Calls `visit` on every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}

/** Module names a file imports or re-exports, static and dynamic. */
export function importsOf(file: SourceFile): readonly string[] {
  const found: string[] = []
  walk(file.tree, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      found.push((node.moduleSpecifier as ts.StringLiteral).text)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      found.push(argument !== undefined && ts.isStringLiteral(argument) ? argument.text : '(computed)')
    }
  })
  return found
}
