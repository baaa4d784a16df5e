// Builds dist/web/, the pages that the server serves, when one of their sources is newer; with each text file compressed beside it.
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** The pages are made of these. */
const sources = [
  'web',
  'src/core',
  'src/readers',
  'src/writers',
  'src/containers',
  'scripts/build-web.mjs',
  'package-lock.json',
]
const built = 'dist/web/index.html'
const texts = /\.(?:js|css|html|svg)$/

async function newest(path) {
  const { mtimeMs } = await stat(path)
  if (!(await stat(path)).isDirectory()) return mtimeMs
  const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))))
  return Math.max(mtimeMs, ...inside)
}

async function compressed(path) {
  const bytes = await readFile(path)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, quality),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)])
}

/** Nothing is done where dist/web is newer than every source. */
export async function buildWeb() {
  if (existsSync(built)) {
    const since = (await stat(built)).mtimeMs
    const dates = await Promise.all(sources.map(newest))
    if (Math.max(...dates) <= since) return
  }
  const { build } = await import('vite')
  await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' })
  const files = await readdir('dist/web', { recursive: true })
  await Promise.all(files.filter((file) => texts.test(file)).map((file) => compressed(join('dist/web', file))))
}
