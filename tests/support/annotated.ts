import { annotateFile } from '../../src/app/annotate/annotate-file.ts'
import { checkSource } from '../../src/app/check-source.ts'

/** A file checked and annotated as the command line does, with what was found in it. */
export async function annotated(bytes: Uint8Array, name: string) {
  const checked = await checkSource(bytes, name)
  const source = {
    bytes,
    name,
    hash: checked.hash,
    format: checked.format,
    findings: checked.findings,
    rules: checked.rules,
  }
  const result = await annotateFile(source, checked.reports, 'zh')
  return { ...result, checked, findings: checked.reports.flatMap((report) => report.findings) }
}
