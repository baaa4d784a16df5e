import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sourceFiles, walk } from '../support/source-files.ts'

/** What a pure room may not call: the clock, randomness, binary floats read from text, logging. */
const banned: Readonly<Record<string, string>> = {
  'Date.now': 'a pure room reads no clock',
  'Math.random': 'a pure room uses no randomness',
  parseFloat: 'figures are exact: use Exact',
  'Number.parseFloat': 'figures are exact: use Exact',
  'console.log': 'a pure room logs nothing',
}

describe('pure rooms', () => {
  it('call nothing that depends on when or where they run, and read no figure into a binary float', () => {
    const breaches: string[] = []
    for (const file of sourceFiles('core')) {
      walk(file.tree, (node) => {
        const line = () => file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
        if (ts.isCallExpression(node)) {
          const reason = banned[node.expression.getText()]
          if (reason !== undefined) breaches.push(`${file.path}:${line()} ${node.expression.getText()}: ${reason}`)
        }
        if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) {
          breaches.push(`${file.path}:${line()} new Date(): a pure room reads no clock`)
        }
        if (ts.isAwaitExpression(node)) breaches.push(`${file.path}:${line()} await: a pure room is not async`)
        if (ts.isNumericLiteral(node) && /[.eE]/.test(node.text) && !node.getText().startsWith('0x')) {
          // Shares of similarity are no points and no money; they are declared as such by name.
          const parent = node.parent.getText()
          if (!/similarity|confidence|share|weight of a word/i.test(parent)) {
            breaches.push(`${file.path}:${line()} ${node.text}: a decimal literal is a binary float; use Exact.of('…')`)
          }
        }
      })
    }
    expect(breaches).toEqual([])
  })

  it('gather what rows and cells give: flatMap costs ten times as much, and every form pays it two hundred times', () => {
    const breaches: string[] = []
    for (const file of sourceFiles('core')) {
      walk(file.tree, (node) => {
        if (ts.isPropertyAccessExpression(node) && node.name.text === 'flatMap') breaches.push(file.path)
      })
    }
    expect(breaches).toEqual([])
  })

  it('name no sign twice in one character class: the second was meant to be its full-width form', () => {
    const breaches: string[] = []
    for (const file of sourceFiles()) {
      walk(file.tree, (node) => {
        if (!ts.isRegularExpressionLiteral(node)) return
        for (const [set] of node.text.matchAll(/\[(?:\\.|[^\]\\])*\]/g)) {
          if (/([,;:()!?%.])\1/.test(set)) breaches.push(`${file.path}: ${set}`)
        }
      })
    }
    expect(breaches).toEqual([])
  })
})
