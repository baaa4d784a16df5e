/** What is said of files that were not opened, and why files are passed over. */

import type { Bilingual, Finding, Scalar, Severity } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'

const rule = 'files/not-opened'

const unpack: Bilingual = {
  zh: '请先解压到文件夹，再检查该文件夹',
  en: 'unpack it into a folder and check that folder',
}

export const fileRules: Readonly<Record<typeof rule, RuleTexts & { readonly severity: Severity }>> = {
  [rule]: {
    title: { zh: '文件没有打开', en: 'the file was not opened' },
    severity: 'error',
    messages: {
      missing: {
        text: { zh: '没有这个文件：“{name}”', en: 'no such file: “{name}”' },
        advice: { zh: '请核对路径', en: 'check the path' },
      },
      unreadable: {
        text: { zh: '“{name}”不能读取（{detail}）', en: '“{name}” cannot be read ({detail})' },
        advice: {
          zh: '请检查文件权限，或是否正被其他程序占用',
          en: 'check its permissions, and whether a program holds it',
        },
      },
      tooLarge: {
        text: { zh: '文件“{name}”超过 {limit} MB', en: 'the file “{name}” is larger than {limit} MB' },
        advice: { zh: '请拆分后分别检查', en: 'split it and check the parts' },
      },
      archiveKind: {
        text: { zh: '“{name}”是 {kind} 压缩包，不能直接打开', en: '“{name}” is a {kind} archive, which is not opened' },
        advice: { zh: '请先解压，或改存为 zip 格式', en: 'unpack it, or save it as a zip archive' },
      },
      archiveDamaged: {
        text: { zh: '压缩包“{name}”已损坏或不完整', en: 'the archive “{name}” is damaged or incomplete' },
        advice: { zh: '请重新获取该压缩包', en: 'get the archive once more' },
      },
      archiveEntries: {
        text: { zh: '压缩包“{name}”内的文件超过 {limit} 个', en: 'the archive “{name}” holds more than {limit} files' },
        advice: unpack,
      },
      archiveUnpacked: {
        text: {
          zh: '压缩包“{archive}”解包后超过 {limit} MB，其中的“{name}”没有读取',
          en: 'the archive “{archive}” unpacks to more than {limit} MB; “{name}” in it was not read',
        },
        advice: unpack,
      },
      archiveNested: {
        text: {
          zh: '压缩包“{name}”套在 {limit} 层压缩包之内，没有打开',
          en: 'the archive “{name}” stands inside {limit} other archives and was not opened',
        },
        advice: unpack,
      },
      memberEncrypted: {
        text: { zh: '压缩包中的“{name}”设有密码', en: '“{name}” in the archive is protected by a password' },
        advice: { zh: '请用密码解压后再检查', en: 'unpack it with its password and check it then' },
      },
      memberMethod: {
        text: {
          zh: '压缩包中的“{name}”采用了不支持的压缩方法',
          en: '“{name}” in the archive is packed by a method that is not supported',
        },
        advice: unpack,
      },
      memberDamaged: {
        text: { zh: '压缩包中的“{name}”已损坏', en: '“{name}” in the archive is damaged' },
        advice: { zh: '请重新获取该压缩包', en: 'get the archive once more' },
      },
    },
  },
}

export function notOpened(message: string, data: Readonly<Record<string, Scalar>>): Finding {
  return {
    rule,
    message,
    data,
    severity: fileRules[rule].severity,
    certainty: 'certain',
    at: [{ path: 'form' }],
    law: [],
  }
}

export type IgnoredReason =
  | 'hidden'
  | 'officeLock'
  | 'system'
  | 'temporary'
  | 'link'
  | 'special'
  | 'ownOutput'
  | 'empty'

export const ignoredWords: Readonly<Record<IgnoredReason, Bilingual>> = {
  hidden: { zh: '隐藏文件', en: 'hidden' },
  officeLock: { zh: '办公软件打开文件时留下的临时文件', en: 'left by an office program while a file is open' },
  system: { zh: '操作系统的附带文件', en: 'made by the operating system' },
  temporary: { zh: '未下载完或临时保存的文件', en: 'temporary, or not wholly downloaded' },
  link: { zh: '链接，未跟随', en: 'a link, not followed' },
  special: { zh: '不是普通文件', en: 'not a regular file' },
  ownOutput: { zh: '本程序写出的文件', en: 'written by this program' },
  empty: { zh: '里面没有文件', en: 'holds no file' },
}
