/** Findings of readers: they speak of a file, or of a place in it, never of a form. */

import type { Bilingual, Finding, Scalar, Severity, SourceSpan } from '../core/model/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import type { OfficeLimits, PackageProblem, PartProblem } from './office-package.ts'

/** So many places a finding names; how many there are stands in its data. */
const PLACES = 20

export interface SeenAt {
  readonly source?: SourceSpan
  readonly text?: string
}

export function finding(
  rule: string,
  message: string,
  severity: Severity,
  data: Readonly<Record<string, Scalar>>,
  seen: readonly SeenAt[] = [],
): Finding {
  const [first = {}, ...rest] = seen.slice(0, PLACES)
  return {
    rule,
    message,
    data,
    severity,
    certainty: 'certain',
    at: [{ path: 'form', ...first }, ...rest.map((one) => ({ path: 'form' as const, ...one }))],
    law: [],
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** The finding for a package that cannot be opened. */
export function packageFinding(
  format: string,
  problem: PackageProblem,
  limits: OfficeLimits,
  bytes: Uint8Array,
  name: string,
): Finding {
  if (problem === 'bytes') {
    const sizes = { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) }
    return finding(`${format}/too-large`, 'bytes', 'error', sizes)
  }
  if (problem === 'entries') return finding(`${format}/too-large`, 'entries', 'error', { name, limit: limits.entries })
  return finding(`${format}/unreadable`, problem, 'error', { name })
}

/** The finding for a part that could not be read, or not to its end. A wrong checksum alone leaves the part readable. */
export function partFinding(
  format: string,
  problem: PartProblem,
  limits: OfficeLimits,
  part: string,
  name: string,
): Finding {
  switch (problem) {
    case 'unpackedBytes':
      return finding(`${format}/too-large`, 'unpacked', 'error', { name, limit: megabytes(limits.unpackedBytes) })
    case 'nesting':
      return finding(`${format}/too-large`, 'nesting', 'error', { name, part, limit: limits.nesting })
    case 'elements':
      return finding(`${format}/too-large`, 'elements', 'error', { name, limit: limits.elements })
    case 'documentType':
      return finding(`${format}/forbidden-content`, 'documentType', 'error', { name, part })
    case 'checksum':
      return finding(`${format}/damaged-part`, 'checksum', 'warning', { name, part })
    case 'missing':
      return finding(`${format}/damaged-part`, 'missing', 'error', { name, part })
    case 'encrypted':
      return finding(`${format}/unreadable`, 'protected', 'error', { name })
    default:
      return finding(`${format}/damaged-part`, 'damaged', 'error', { name, part })
  }
}

const saveAgain: Bilingual = {
  zh: '请用原编辑软件打开后另存为新文件，再读取',
  en: 'open the file in the program it was made with, save it anew, and read that',
}

const splitUp: Bilingual = {
  zh: '请只保留自评表部分，或拆分为多个文件后分别读取',
  en: 'keep only the self-evaluation form, or split the file into several',
}

/** What readers of office packages say; `file` is their word for such a file (Excel 工作簿, Word 文档). */
export function packageRules(format: string, file: Bilingual): Readonly<Record<string, RuleTexts>> {
  return {
    [`${format}/unreadable`]: {
      title: { zh: `无法打开${file.zh}`, en: `the ${file.en} cannot be opened` },
      messages: {
        empty: {
          text: { zh: '文件“{name}”是空文件', en: 'the file “{name}” is empty' },
          advice: { zh: '请确认文件是否保存、上传完整', en: 'check that the file was saved and copied completely' },
        },
        notPackage: {
          text: { zh: `文件“{name}”不是 ${format} 格式`, en: `the file “{name}” is no ${format} file` },
          advice: { zh: `请用编辑软件打开后另存为 ${format} 格式`, en: `open it and save it as ${format}` },
        },
        protected: {
          text: { zh: '文件“{name}”设有打开密码，无法读取', en: 'the file “{name}” is protected by a password' },
          advice: { zh: '请取消打开密码后重新保存', en: 'remove the password and save the file again' },
        },
        damaged: {
          text: {
            zh: '文件“{name}”已损坏、不完整，或内部记录自相矛盾，无法打开',
            en: 'the file “{name}” is damaged, incomplete, or contradicts itself, and cannot be opened',
          },
          advice: saveAgain,
        },
        noContent: {
          text: { zh: `文件“{name}”中没有${file.zh}的内容`, en: `the file “{name}” holds no content of a ${file.en}` },
          advice: { zh: '请确认是否选错文件', en: 'check whether this is the right file' },
        },
      },
    },
    [`${format}/too-large`]: {
      title: { zh: '文件超出读取上限', en: 'the file exceeds what is read' },
      messages: {
        bytes: {
          text: {
            zh: '文件“{name}”过大：{size}，上限为 {limit}',
            en: 'the file “{name}” is too large: {size}; the limit is {limit}',
          },
          advice: splitUp,
        },
        entries: {
          text: { zh: '文件“{name}”内含部件超过 {limit} 个', en: 'the file “{name}” holds more than {limit} parts' },
          advice: splitUp,
        },
        unpacked: {
          text: {
            zh: '文件“{name}”解包后超过 {limit}，已停止读取',
            en: 'the file “{name}” unpacks to more than {limit}; reading stopped',
          },
          advice: splitUp,
        },
        nesting: {
          text: {
            zh: '文件“{name}”的部件“{part}”嵌套超过 {limit} 层，已停止读取',
            en: 'the part “{part}” of “{name}” is nested deeper than {limit} levels; reading stopped',
          },
          advice: saveAgain,
        },
        elements: {
          text: {
            zh: '文件“{name}”的内容过多：超过 {limit} 个元素，已停止读取',
            en: 'the file “{name}” holds more than {limit} elements; reading stopped',
          },
          advice: splitUp,
        },
        cells: {
          text: {
            zh: '文件“{name}”的单元格超过 {limit} 个，已停止读取',
            en: 'the file “{name}” holds more than {limit} cells; reading stopped',
          },
          advice: splitUp,
        },
      },
    },
    [`${format}/forbidden-content`]: {
      title: { zh: '文件含有不予处理的内容', en: 'the file holds content that is not processed' },
      messages: {
        documentType: {
          text: {
            zh: '文件“{name}”的部件“{part}”含有文档类型声明，为安全起见不予读取',
            en: 'the part “{part}” of “{name}” declares a document type; it is not read, for safety',
          },
          advice: saveAgain,
        },
      },
    },
    [`${format}/damaged-part`]: {
      title: { zh: '文件有部分内容损坏', en: 'part of the file is damaged' },
      messages: {
        damaged: {
          text: {
            zh: '文件“{name}”的部件“{part}”损坏，只读取了损坏处以前的内容',
            en: 'the part “{part}” of “{name}” is damaged; only what stands before the damage was read',
          },
          advice: saveAgain,
        },
        missing: {
          text: { zh: '文件“{name}”缺少部件“{part}”', en: 'the part “{part}” of “{name}” is missing' },
          advice: saveAgain,
        },
        checksum: {
          text: {
            zh: '文件“{name}”的部件“{part}”校验不符，读出的内容可能有误',
            en: 'the part “{part}” of “{name}” does not match its checksum; what was read may be wrong',
          },
          advice: { zh: '请逐项核对，或另存为新文件后重新读取', en: 'compare it item by item, or save the file anew' },
        },
      },
    },
  }
}
