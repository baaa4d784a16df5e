/** What reading open data can say. */

import type { RuleTexts } from '../../core/texts/index.ts'

export const dataRules: Readonly<Record<string, RuleTexts>> = {
  'data/unreadable': {
    title: { zh: '开放数据无法读取', en: 'the open data cannot be read' },
    messages: {
      json: {
        text: { zh: '文件“{name}”不是完整的 JSON', en: 'the file “{name}” is no whole JSON' },
        advice: { zh: '请重新导出', en: 'export it again' },
      },
      shape: {
        text: {
          zh: '文件“{name}”不符合表格数据的公布格式（form-data.schema.json）：{place}',
          en: 'the file “{name}” is not what form-data.schema.json says: {place}',
        },
        advice: { zh: '请对照公布的 JSON Schema 改正', en: 'compare it with the published JSON Schema' },
      },
      part: {
        text: { zh: '文件“{name}”中的 {part} 缺失或已损坏', en: '{part} in the file “{name}” is missing or damaged' },
        advice: { zh: '请重新导出整个数据包', en: 'export the whole package again' },
      },
    },
  },
  'data/too-large': {
    title: { zh: '文件超出读取上限', en: 'the file exceeds what is read' },
    messages: {
      bytes: {
        text: {
          zh: '文件“{name}”过大：{size}，上限为 {limit}',
          en: 'the file “{name}” is too large: {size}; the limit is {limit}',
        },
        advice: { zh: '请分成几个文件', en: 'split it into several files' },
      },
    },
  },
}
