/** `ziping`: reads, scores, checks and explains self-evaluation forms. */

import { Command, CommanderError } from 'commander'
import { version } from '../app/index.ts'
import { registerCheck } from './commands/check.ts'
import { registerDemo } from './commands/demo.ts'
import { registerDiff } from './commands/diff.ts'
import { registerDraft } from './commands/draft.ts'
import { registerExplain } from './commands/explain.ts'
import { registerOperations } from './commands/operations.ts'
import { registerPrint } from './commands/print.ts'
import { registerRead } from './commands/read.ts'
import { registerReview } from './commands/review.ts'
import { registerRulebook } from './commands/rulebook.ts'
import { registerScore } from './commands/score.ts'
import { registerServe } from './commands/serve.ts'
import { value } from './commands/value.ts'
import { exitCodes } from './exit-codes.ts'
import { sayUsage } from './say-usage.ts'

/** Runs the command of these words (those after the program's name) and sets the exit code. */
export async function commandLine(words: readonly string[]): Promise<void> {
  // A reader that closes its end early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  if (words[0] === 'value' && words[1] !== '--help') {
    process.exitCode = value(words.slice(1))
    return
  }
  const program = new Command('ziping')
  program
    .description(
      '预算绩效自评表：识别、计分、检查、解释 · reads, scores, checks and explains budget performance self-evaluation forms',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(sayUsage(text, words)) })
    .configureHelp({ sortSubcommands: false })
  registerCheck(program)
  registerScore(program)
  registerExplain(program)
  registerDiff(program)
  registerReview(program)
  registerRead(program)
  registerPrint(program)
  registerDraft(program)
  program
    .command('value <target> [actual]')
    .description('一个指标值怎样理解 · how a value is understood')
    .option('--name <name>')
    .option('--unit <unit>')
  registerRulebook(program)
  registerServe(program)
  registerDemo(program)
  registerOperations(program)
  try {
    await program.parseAsync(words as string[], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.failed
  }
}
