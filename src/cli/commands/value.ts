import { readPair } from '../../app/index.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { printJson } from './command.ts'

const usage = 'ziping value TARGET [ACTUAL] [--name NAME] [--unit UNIT] [--attribute 指标性质] [--year YEAR]\n'
const named = ['name', 'unit', 'attribute', 'year', 'lang'] as const
type Named = (typeof named)[number]

/**
 * Arguments by hand: a target may be empty, '-', '--' or '-5%', which every option parser would take for something else.
 * `--` ends the options where it stands before values; as the last word it is a value.
 */
function parse(words: readonly string[]): { values: string[]; options: Partial<Record<Named, string>> } {
  const values: string[] = []
  const options: Partial<Record<Named, string>> = {}
  let ended = false
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    const option = ended ? null : /^--([a-z]+)(?:=(.*))?$/s.exec(word)
    const name = option?.[1] as Named | undefined
    if (name !== undefined && named.includes(name)) {
      options[name] = option?.[2] ?? words[++index] ?? ''
    } else if (!ended && word === '--' && index < words.length - 1) {
      ended = true
    } else if (!ended && word === '--json') {
      // JSON is all this command prints.
    } else {
      values.push(word)
    }
  }
  return { values, options }
}

/** Prints as JSON how a target, and an actual beside it, are understood. */
export function value(words: readonly string[]): ExitCode {
  const { values, options } = parse(words)
  const [target, actual] = values
  if (target === undefined || values.length > 2) {
    process.stderr.write(usage)
    return exitCodes.failed
  }
  printJson(
    readPair(target, actual ?? null, {
      ...(options.name === undefined ? {} : { name: options.name }),
      ...(options.unit === undefined ? {} : { unit: options.unit }),
      ...(options.attribute === undefined ? {} : { attribute: options.attribute }),
      ...(options.year === undefined || !/^\d{4}$/.test(options.year) ? {} : { fiscalYear: Number(options.year) }),
    }),
  )
  return exitCodes.clean
}
