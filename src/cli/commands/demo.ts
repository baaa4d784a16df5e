/** `ziping demo`: the server on a bureau that does not exist, to try everything. */

import type { Command } from 'commander'
import { demoAccounts, demoPassword, demoRegion } from '../../app/demo/plan.ts'
import { type ServeOptions, serve, withServeOptions } from './serve.ts'

function sayDemo(address: string): string {
  const accounts = demoAccounts.map(({ login, name }) => `  ${login.padEnd(10)}${name}`)
  return [
    `自评 Ziping: ${address}`,
    `${demoRegion.name}，40个部门，三年的表，均为虚构（其中一份是公开样表）。`,
    'A bureau that does not exist: 40 departments, three years of made-up forms, and the published sample.',
    `密码 password: ${demoPassword}`,
    '账号 accounts:',
    ...accounts,
    `  ${'admin'.padEnd(10)}系统管理员`,
    '按 Ctrl-C 停止 · Ctrl-C stops',
  ].join('\n')
}

export function registerDemo(program: Command): void {
  withServeOptions(program.command('demo'), 'ziping-demo')
    .description('演示：40个部门、三年的虚构数据 · a made-up bureau to try everything')
    .action(async (options: ServeOptions) => {
      const { fillDemo } = await import('../../app/demo/fill.ts')
      await serve(options, { adminPassword: demoPassword, fill: fillDemo, said: sayDemo })
    })
}
