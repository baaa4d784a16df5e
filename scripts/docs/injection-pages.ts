/** The page on errors that tests put into right forms: which check tells each, and which others rightly speak beside it. */

import { catalogue } from '../../src/core/checks/index.ts'
import { injectors } from '../../tests/support/injectors/index.ts'
import { table } from './markdown.ts'

export function injectionPages(): readonly (readonly [path: string, text: string])[] {
  const titles = new Map(catalogue.map(({ code, title }) => [code, `${title.zh} · ${title.en}`]))
  const rows = injectors.map(({ code, error, beside = {} }) => [
    code,
    titles.get(code) ?? '',
    error,
    Object.entries(beside)
      .map(([other, tells]) => `${other} tells ${tells}.`)
      .join('\n'),
  ])
  const together = injectors.filter(({ beside }) => beside !== undefined).length
  const text = [
    '# 注入的错误与报出的检查 · Errors put in, and the checks that tell them',
    'Each error is put into generated forms that are right. The check made for it tells it at its place, and no other check gives an error or a warning, but for those named in the last column: each tells something that the first does not. `npx vitest run tests/fuzz/injected-errors.test.ts` tries it and prints how often each spoke.',
    `${injectors.length} errors, ${injectors.length - together} of them told by one check alone.`,
    table(['check', 'title', 'error put in', 'beside it, and why'], rows),
  ].join('\n\n')
  return [['injected-errors.md', text]]
}
