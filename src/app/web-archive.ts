/**
 * Web archives: a page with all it shows in one file (mht), as browsers save it and old office programs under the names
 * .doc and .xls. Their pages go to the html reader. Ignored on purpose: pictures (said), styles, headers and footers of printed
 * pages, the tabs that name a workbook's sheets. What is attached to a mail is counted.
 */

import { decodeText } from '../containers/encoding.ts'
import { finding, megabytes } from '../containers/findings.ts'
import { looksLikeMime, type MimePart, readMime } from '../containers/mime.ts'
import type { Finding, Grid, Outcome } from '../core/model/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import { readHtml } from '../readers/html/index.ts'

const limits = { bytes: 64 * 1024 * 1024, parts: 2000, nesting: 8 } as const

const saveAgain = {
  zh: '请用 Word、Excel 或 WPS 打开后另存为 docx 或 xlsx 格式',
  en: 'open it in Word, Excel or WPS and save it as docx or xlsx',
}

export const webArchiveRules: Readonly<Record<string, RuleTexts>> = {
  'web-archive/unreadable': {
    title: { zh: '网页归档文件无法读取', en: 'the web archive cannot be read' },
    messages: {
      noPage: {
        text: {
          zh: '文件“{name}”是网页归档文件（mht），其中没有网页，或已损坏',
          en: 'the file “{name}” is a web archive (mht) that holds no page, or is damaged',
        },
        advice: saveAgain,
      },
    },
  },
  'web-archive/too-large': {
    title: { zh: '文件超出读取上限', en: 'the file exceeds what is read' },
    messages: {
      bytes: {
        text: {
          zh: '文件“{name}”过大：{size}，上限为 {limit}',
          en: 'the file “{name}” is too large: {size}; the limit is {limit}',
        },
        advice: { zh: '请只保留自评表部分', en: 'keep only the self-evaluation form' },
      },
      parts: {
        text: {
          zh: '文件“{name}”内含部件超过 {limit} 个，其余未读取',
          en: 'the file “{name}” holds more than {limit} parts; the rest was not read',
        },
        advice: saveAgain,
      },
    },
  },
  'web-archive/not-read': {
    title: { zh: '文件有未读取的内容', en: 'parts of the file were not read' },
    messages: {
      pictures: {
        text: {
          zh: '文件“{name}”内含 {count} 张图片，图中文字未读取',
          en: 'the file “{name}” holds {count} pictures; text in them was not read',
        },
        advice: {
          zh: '如表格是图片，请提供原始文件或扫描件',
          en: 'where the form is a picture, give the original or the scan',
        },
      },
      attachments: {
        text: {
          zh: '文件“{name}”另有 {count} 个附件，未读取',
          en: 'the file “{name}” carries {count} attachments; they were not read',
        },
        advice: { zh: '请将附件另存后读取', en: 'save what is attached and read that' },
      },
    },
  },
}

/** 0 to 1, from the first bytes or all of them. */
export function recognisesWebArchive(firstBytes: Uint8Array): number {
  return looksLikeMime(firstBytes) ? 0.98 : 0
}

/** Parts that office programs add to the page, and that show none of its text. */
const FURNITURE = /(?:^|[/\\])(?:tabstrip|header|stylesheet)\.html?$/i

function isPage({ type, location }: MimePart): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)$/.test(type) && !FURNITURE.test(location)
}

/** What is drawn or styles a page, or lists its parts. */
function isOrnament({ type, location }: MimePart): boolean {
  return (
    /^(?:image|text|font|audio|video)\//.test(type) ||
    /\.(?:xml|css|js|mso|wmz|emz|thmx|gif|png|jpe?g)$/i.test(location)
  )
}

/** One page after the other, each decoded as its header or the page itself says. */
function joined(pages: readonly MimePart[]): Uint8Array {
  const texts = pages.map(({ bytes, charset }) => {
    const declared =
      charset ??
      /<meta[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(
        new TextDecoder('latin1').decode(bytes.subarray(0, 8192)),
      )?.[1] ??
      null
    return decodeText(bytes, declared).text
  })
  return new TextEncoder().encode(`\ufeff${texts.join('\n')}`)
}

export function readWebArchive(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  if (bytes.length > limits.bytes) {
    const sizes = { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) }
    return { value: [], findings: [finding('web-archive/too-large', 'bytes', 'error', sizes)] }
  }
  const { parts, exceeded } = readMime(bytes, limits)
  const pages = parts.filter(isPage)
  const findings: Finding[] = []
  if (exceeded) findings.push(finding('web-archive/too-large', 'parts', 'error', { name, limit: limits.parts }))
  const attached = parts.filter((part) => !isPage(part) && !isOrnament(part)).length
  if (attached > 0) findings.push(finding('web-archive/not-read', 'attachments', 'warning', { name, count: attached }))
  if (pages.length === 0) {
    return { value: [], findings: [...findings, finding('web-archive/unreadable', 'noPage', 'error', { name })] }
  }
  const page = readHtml(joined(pages), name)
  const pictures = parts.filter(isPicture).length
  if (pictures > 0) findings.push(finding('web-archive/not-read', 'pictures', 'info', { name, count: pictures }))
  // Where pictures are in the archive the page names them by their place there.
  const said = page.findings.filter(({ message }) => message !== 'linked' || pictures === 0)
  return { value: page.value, findings: [...findings, ...said] }
}

function isPicture({ type }: MimePart): boolean {
  return /^image\/(?:png|jpe?g|pjpeg|x-png|tiff?|webp|bmp)$/.test(type)
}

/** Files of the pictures in an archive, in their order. */
export function picturesOfWebArchive(bytes: Uint8Array): readonly Uint8Array[] {
  return readMime(bytes, limits)
    .parts.filter(isPicture)
    .map((part) => part.bytes)
}
