/** What is wrong with the words of a command, in the user's language. The parser of the command line says it in English. */

import { Option } from 'commander'
import type { Lang } from '../core/model/index.ts'

/** `--lang zh|en`, as every command has it. */
export function langOption(): Option {
  return new Option('--lang <lang>', '语言 zh 或 en · language').choices(['zh', 'en']).default('zh')
}

/** The language asked for by the words of a command, where these could not be read as a whole. */
export function langOf(words: readonly string[]): Lang {
  const at = words.indexOf('--lang')
  return words.includes('--lang=en') || (at >= 0 && words[at + 1] === 'en') ? 'en' : 'zh'
}

const patterns: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/missing required argument '(.+)'/, (name) => `缺少参数 <${name}>`],
  [/unknown option '(.+)'/, (name) => `没有选项 ${name}`],
  [/unknown command '(.+)'/, (name) => `没有命令 ${name}`],
  [/option '(.+)' argument missing/, (name) => `选项 ${name} 后面缺少取值`],
  [
    /option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\./,
    (name, given, choices) => `选项 ${name} 不能取“${given}”，可以取：${choices!.replaceAll(', ', '、')}`,
  ],
  [
    /too many arguments(?: for '(.+)')?\. Expected (\d+).* got (\d+)/,
    (_, most, given) => `参数过多：最多${most}个，给了${given}个`,
  ],
]

/** One line in Chinese, with what was probably meant and where the usage is told; what is not known stays as it is. */
export function sayUsage(error: string, words: readonly string[]): string {
  if (langOf(words) === 'en') return error
  for (const [pattern, say] of patterns) {
    const found = pattern.exec(error)
    if (found === null) continue
    const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error)?.[1]
    const command =
      words[0] === undefined || words[0].startsWith('-') || /unknown command/.test(error) ? '' : ` ${words[0]}`
    const near = meant === undefined ? '' : `，是不是 ${meant.replaceAll(', ', '、')}`
    return `${say(...found.slice(1))}${near}。用法见：ziping${command} --help\n`
  }
  return error
}
