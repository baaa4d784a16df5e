/** What the text reader says. Placeholders in braces are filled from the finding's data. */

import type { Bilingual } from '../../core/model/index.ts'

export const messages: Readonly<Record<string, { readonly text: Bilingual; readonly advice: Bilingual }>> = {
  'text/empty': {
    text: { zh: '文件“{name}”是空的,没有可读取的文字。', en: 'The file "{name}" is empty: there is no text to read.' },
    advice: {
      zh: '请确认导出或复制是否成功,再重新选择文件。',
      en: 'Check that the export or copy succeeded, then choose the file again.',
    },
  },
  'text/binary': {
    text: {
      zh: '文件“{name}”不是文本文件({looksLike}),无法按文本读取。',
      en: 'The file "{name}" is not text ({looksLike}) and cannot be read as text.',
    },
    advice: {
      zh: '请提供文本文件,或先将表格另存为制表符分隔的文本。',
      en: 'Give a text file, or save the table as tab-separated text first.',
    },
  },
  'text/too-large': {
    text: {
      zh: '文件“{name}”过大:{size},上限为 {limit}。',
      en: 'The file "{name}" is too large: {size}; the limit is {limit}.',
    },
    advice: {
      zh: '请只保留自评表部分,或拆分为多个文件后分别读取。',
      en: 'Keep only the self-evaluation form, or split the file into several.',
    },
  },
  'text/too-many-lines': {
    text: {
      zh: '文件“{name}”行数过多:超过 {limit} 行,已停止读取。',
      en: 'The file "{name}" has too many lines: more than {limit}; reading stopped.',
    },
    advice: {
      zh: '绩效自评表不会有这么多行。请确认是否选错文件。',
      en: 'A self-evaluation form never has that many lines. Check whether this is the right file.',
    },
  },
  'text/damaged-characters': {
    text: {
      zh: '文件“{name}”中有 {count} 处字符无法识别,已以“�”代替。',
      en: 'The file "{name}" holds {count} characters that cannot be decoded; they are shown as "�".',
    },
    advice: {
      zh: '请以 UTF-8 或 GB18030 编码重新保存文件。',
      en: 'Save the file again as UTF-8 or GB18030.',
    },
  },
}
