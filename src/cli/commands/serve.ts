/** `ziping serve`: the server of a bureau, on one folder. Heavy parts are loaded here, not by other commands. */

import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import type { Office } from '../../app/office/office.ts'
import { version } from '../../app/version.ts'
import { exitCodes } from '../exit-codes.ts'
import { sayStoreError } from '../say-store-error.ts'

export interface ServeOptions {
  readonly port: string
  readonly host: string
  readonly data: string
  readonly log?: string
  readonly limit: string
  readonly behindProxy?: boolean
}

/** The built web application lies beside the program. */
export function webFolder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'web')
}

export function withServeOptions(command: Command, data: string): Command {
  return command
    .option('--port <n>', '端口 · port', '8460')
    .option('--host <address>', '监听地址；0.0.0.0 供其他电脑访问 · address to listen on', '127.0.0.1')
    .option('--data <dir>', '数据文件夹；设 DATABASE_URL 则用指定的 PostgreSQL · data folder', data)
    .option('--log <file>', '日志文件，- 为标准输出 · log file, - for standard output')
    .option('--limit <n>', '每个地址每分钟最多请求数，0 不限 · requests a minute from one address', '6000')
    .option('--behind-proxy', '前面有反向代理（https）· a proxy in front speaks https')
}

/** Starts, says where, and runs until it is told to stop. */
export async function serve(
  options: ServeOptions,
  more: {
    readonly adminPassword?: string
    readonly fill?: (office: Office) => Promise<void>
    readonly said?: (address: string) => string
  } = {},
): Promise<void> {
  const { runServer } = await import('../../api/run.ts')
  const data = resolve(options.data)
  const url = process.env.DATABASE_URL
  try {
    mkdirSync(data, { recursive: true })
    const log =
      options.log === '-' ? process.stdout : createWriteStream(options.log ?? join(data, 'server.log'), { flags: 'a' })
    const running = await runServer({
      store: { data, ...(url === undefined ? {} : { url }) },
      port: Number(options.port),
      host: options.host,
      version,
      web: webFolder(),
      adminPassword: more.adminPassword ?? process.env.ZIPING_ADMIN_PASSWORD ?? null,
      perMinute: Number(options.limit),
      behindProxy: options.behindProxy === true,
      log,
      ...(more.fill === undefined ? {} : { fill: more.fill }),
    })
    process.stderr.write(`${more.said?.(running.address) ?? `自评 Ziping: ${running.address}`}\n`)
    if (running.setUpToken !== null) {
      process.stderr.write(
        `首次运行：请打开 ${running.address}/setup#${running.setUpToken} 设置管理员密码（或用环境变量 ZIPING_ADMIN_PASSWORD）。\n` +
          'First run: open this address to choose the administrator’s password.\n',
      )
    }
    if (running.office.clockBehind > 60) {
      process.stderr.write(
        `警告：本机时钟比记录中最后一条慢 ${running.office.clockBehind} 秒，请校准；记录时间不会倒退。\n` +
          `Warning: this machine’s clock stands ${running.office.clockBehind} s behind the record; set it. Times in the record never go back.\n`,
      )
    }
    await new Promise<void>((done, fail) => {
      const stop = () => running.stop().then(done, fail)
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
      void running.lost.then((error) => {
        process.stderr.write(
          `数据库已停止，且无法重新启动，服务随之结束；已保存的不受影响。请查看 ${join(data, 'postgres.log')}。（${error.message}）\n` +
            `The database ended and could not be started again, so the server ends too; what was saved is untouched.\n`,
        )
        process.exitCode = exitCodes.lost
        stop()
      })
    })
  } catch (error) {
    process.stderr.write(`${sayStoreError(error)}\n`)
    process.exitCode = exitCodes.failed
  }
}

export function registerServe(program: Command): void {
  withServeOptions(program.command('serve'), 'ziping-data')
    .description('启动服务：一个财政局、多个单位在线填报 · the server of a bureau')
    .action((options: ServeOptions) => serve(options))
}
