/** A file that is one XML document: what it says of itself at its beginning, and its elements. */

import type { RuleTexts } from '../core/texts/index.ts'
import { decodeText } from './encoding.ts'
import { type XmlBudget, type XmlHandler, type XmlProblem, XmlStream } from './xml.ts'

const SNIFFED = 8 * 1024
const PIECE = 64 * 1024
const MARK = Uint8Array.of(0xef, 0xbb, 0xbf)

/** The first characters, for looking only: bytes of UTF-16 lose their zeros. */
export function xmlHead(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED)).replaceAll('\u0000', '')
}

export interface ParsedXml {
  /** The first problem; all that came before it has been handed over. */
  readonly problem: XmlProblem | null
  /** Characters that could not be decoded, shown as U+FFFD. */
  readonly damaged: number
}

/** Programs that fill in templates often write another encoding than the one they declare: the bytes decide. */
export function parseXmlFile(bytes: Uint8Array, handler: XmlHandler, budget: XmlBudget): ParsedXml {
  const declared = /<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w-]+)/.exec(xmlHead(bytes))?.[1] ?? null
  const { text, damaged } = decodeText(bytes, declared)
  const plain = new TextEncoder().encode(text.trimStart())
  const stream = new XmlStream(handler, budget)
  // With its mark before it, the declaration of another encoding no longer counts.
  stream.write(MARK)
  for (let at = 0; at < plain.length; at += PIECE) {
    if (!stream.write(plain.subarray(at, at + PIECE))) break
  }
  return { problem: stream.end(), damaged }
}

/** What readers say where `damaged` is not 0. */
export function damagedTextRules(format: string): Readonly<Record<string, RuleTexts>> {
  return {
    [`${format}/damaged-text`]: {
      title: { zh: '文件有部分文字损坏', en: 'part of the text is damaged' },
      messages: {
        characters: {
          text: {
            zh: '文件“{name}”中有 {count} 处字符无法识别，已以“\ufffd”代替',
            en: 'the file “{name}” holds {count} characters that cannot be decoded; they are shown as “\ufffd”',
          },
          advice: { zh: '请核对这些内容', en: 'compare these places' },
        },
      },
    },
  }
}
