/** Debian's programs that turn documents into others: LibreOffice, Chromium, poppler. Scripts install them. */

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Program → the Debian package that brings it. */
export const documentPackages = {
  '/usr/bin/soffice': 'libreoffice-calc-nogui libreoffice-writer-nogui',
  '/usr/bin/chromium': 'chromium',
  '/usr/bin/pdftoppm': 'poppler-utils',
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc': 'fonts-noto-cjk',
  '/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf': 'fonts-arphic-gbsn00lp',
  '/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf': 'fonts-arphic-gkai00mp',
} as const

/** Installs what is missing when it may; else says what to install, and ends. */
export function needPackages(wanted: Readonly<Record<string, string>>): void {
  const missing = [
    ...new Set(Object.entries(wanted).flatMap(([path, names]) => (existsSync(path) ? [] : names.split(' ')))),
  ]
  if (missing.length === 0) return
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(`缺少程序，请先安装 · Programs are missing; install them first:\n  ${install}\n`)
    process.exit(2)
  }
  process.stderr.write(`${install}\n`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    timeout: 900_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options)
  if (status !== 0) {
    process.stderr.write(`安装失败 · Could not be installed: ${missing.join(' ')}\n`)
    process.exit(2)
  }
}

/** Runs a program to its end; throws with what it said when it fails or takes too long. */
export function run(
  program: string,
  args: readonly string[],
  seconds: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
    let said = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    // Decoded as a stream: a sign may be cut where a piece ends.
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(said)
      else reject(new Error(`${program} ended with ${code}: ${said.slice(-800)}`))
    })
  })
}

/** So many files in one call: starting the office takes longer than converting a form. */
const AT_ONCE = 40

/**
 * Converts files by LibreOffice; the results stand in `folder` under the same names with the target's ending. `target` as
 * its --convert-to takes it: `pdf`, `xls:MS Excel 97`.
 */
export async function convertFiles(
  files: readonly string[],
  target: string,
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<readonly string[]> {
  if (files.length === 0) return []
  mkdirSync(folder, { recursive: true })
  const profile = mkdtempSync(join(tmpdir(), 'ziping-office-'))
  const ending = target.split(':')[0]!
  try {
    for (let from = 0; from < files.length; from += AT_ONCE) {
      const some = files.slice(from, from + AT_ONCE)
      const args = ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`, '--convert-to', target]
      await run('/usr/bin/soffice', [...args, '--outdir', folder, ...some], 120 + some.length * 15, env)
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
  const made = files.map((file) => join(folder, basename(file).replace(/\.[^.]+$/, `.${ending}`)))
  const missing = made.filter((file) => !existsSync(file))
  if (missing.length > 0) throw new Error(`LibreOffice made no ${missing.join(', ')}`)
  return made
}

/** Debian's Chromium, or that of ZIPING_CHROMIUM; it needs these words to run as root and without a net. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['ZIPING_CHROMIUM'] ?? '/usr/bin/chromium',
    timeout: 60_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  })
}

/** Prints pages to PDF by Chromium, page sizes as their styles say. */
export async function printPages(pages: readonly { readonly html: string; readonly path: string }[]): Promise<void> {
  if (pages.length === 0) return
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(300_000)
    for (const { html, path } of pages) {
      await page.setContent(html)
      await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
    }
  } finally {
    await browser.close()
  }
}
