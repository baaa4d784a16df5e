/** What the csv reader says. Placeholders in braces are filled from the finding's data. */

import type { RuleTexts } from '../../core/texts/index.ts'

export const csvReaderRules: Readonly<Record<string, RuleTexts>> = {
  'csv/unreadable': {
    title: { zh: '无法按 CSV 读取', en: 'the file cannot be read as csv' },
    messages: {
      empty: {
        text: { zh: '文件“{name}”中没有可读取的文字', en: 'the file “{name}” holds no text' },
        advice: { zh: '请确认导出是否成功', en: 'check that the export succeeded' },
      },
      binary: {
        text: { zh: '文件“{name}”不是文本文件', en: 'the file “{name}” is not text' },
        advice: { zh: '请确认是否选错文件', en: 'check whether this is the right file' },
      },
    },
  },
  'csv/too-large': {
    title: { zh: '文件超出读取上限', en: 'the file exceeds what is read' },
    messages: {
      bytes: {
        text: {
          zh: '文件“{name}”过大：{size}，上限为 {limit}',
          en: 'the file “{name}” is too large: {size}; the limit is {limit}',
        },
        advice: { zh: '请只保留自评表部分', en: 'keep only the self-evaluation form' },
      },
      cells: {
        text: {
          zh: '文件“{name}”的单元格超过 {limit} 个，已停止读取',
          en: 'the file “{name}” holds more than {limit} cells; reading stopped',
        },
        advice: { zh: '请只保留自评表部分', en: 'keep only the self-evaluation form' },
      },
    },
  },
  'csv/damaged': {
    title: { zh: '文件有部分内容损坏', en: 'part of the file is damaged' },
    messages: {
      characters: {
        text: {
          zh: '文件“{name}”中有 {count} 处字符无法识别，已以“\ufffd”代替',
          en: 'the file “{name}” holds {count} characters that cannot be decoded; they are shown as “\ufffd”',
        },
        advice: { zh: '请以 UTF-8 或 GB18030 编码重新保存', en: 'save the file again as UTF-8 or GB18030' },
      },
      quotes: {
        text: {
          zh: '文件“{name}”中有 {count} 处引号没有成对，已按普通字符读取',
          en: 'the file “{name}” holds {count} quotes without a partner; they were read as plain characters',
        },
        advice: { zh: '请核对这些单元格', en: 'compare these cells' },
      },
    },
  },
}
