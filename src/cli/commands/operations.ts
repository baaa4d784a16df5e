/** `ziping backup`, `restore`, `verify` and `doctor`: for whoever runs the server. */

import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { sayStoreError } from '../say-store-error.ts'
import { print, printJson } from './command.ts'

interface StoreWords {
  readonly data: string
}

function storeOf({ data }: StoreWords) {
  const url = process.env.DATABASE_URL
  return { data: resolve(data), ...(url === undefined ? {} : { url }) }
}

async function run(work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.stderr.write(`${sayStoreError(error)}\n`)
    process.exitCode = exitCodes.failed
  }
}

function withData(command: Command): Command {
  return command.option(
    '--data <dir>',
    '数据文件夹；设 DATABASE_URL 则用指定的 PostgreSQL · data folder',
    'ziping-data',
  )
}

export function registerOperations(program: Command): void {
  withData(program.command('backup <file>'))
    .description('备份为一个文件（服务运行中也可） · all data as one file, also while the server runs')
    .action((file: string, words: StoreWords) =>
      run(async () => {
        const { backUp } = await import('../../app/office/operations.ts')
        const { rows, files } = await backUp(storeOf(words), resolve(file))
        print(`已备份 ${rows} 行、${files} 个文件：${file} · ${rows} rows, ${files} files`)
        return exitCodes.clean
      }),
    )
  withData(program.command('restore <file>'))
    .description('恢复到空的数据文件夹或空的 PostgreSQL · into an empty folder or an empty PostgreSQL')
    .action((file: string, words: StoreWords) =>
      run(async () => {
        const { restore } = await import('../../app/office/operations.ts')
        const { rows, files } = await restore(storeOf(words), resolve(file))
        print(`已恢复 ${rows} 行、${files} 个文件 · ${rows} rows, ${files} files`)
        return exitCodes.clean
      }),
    )
  withData(program.command('verify'))
    .description('证明修改记录未被改动 · proves that nobody touched the record')
    .option('--backup <file>', '验证备份中的记录 · the record inside a backup')
    .option('--key <file...>', '只信这些公钥 · trust these public keys only')
    .option('--json', '输出 JSON · print JSON')
    .action(
      (words: StoreWords & { readonly backup?: string; readonly key?: readonly string[]; readonly json?: boolean }) =>
        run(async () => {
          const { verifyRecord } = await import('../../app/office/operations.ts')
          const { backup, key, json } = words
          const result = await verifyRecord({
            store: storeOf(words),
            ...(backup === undefined ? {} : { backup: resolve(backup) }),
            ...(key === undefined ? {} : { keys: key.map((path) => resolve(path)) }),
          })
          if (json === true) printJson(result)
          else if (result.firstBad === null) {
            print(
              `记录完整：${result.records} 条，${result.regions} 个地区 · the record is whole: ${result.records} entries of ${result.regions} regions`,
            )
          } else {
            const { region, seq, fault } = result.firstBad
            print(
              `记录被改动：地区 ${region} 第 ${seq} 条起（${fault}） · touched: region ${region}, entry ${seq} (${fault})`,
            )
          }
          return result.ok ? exitCodes.clean : exitCodes.errors
        }),
    )
  withData(program.command('doctor'))
    .description('检查运行环境、数据库和记录 · looks whether all is well')
    .option('--json', '输出 JSON · print JSON')
    .action((words: StoreWords & { readonly json?: boolean }) =>
      run(async () => {
        const { examine } = await import('../../app/office/operations.ts')
        const found = await examine(storeOf(words))
        if (words.json === true) printJson(found)
        else for (const { ok, what, detail } of found) print(`${ok ? '✓' : '✗'} ${what.zh} · ${what.en}: ${detail}`)
        return found.every(({ ok }) => ok) ? exitCodes.clean : exitCodes.errors
      }),
    )
}
