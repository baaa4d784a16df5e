/** What is said of a file whose reading was stopped. */

import type { Finding, Severity } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import type { Stopped } from './job.ts'

export const workRules: Readonly<Record<'work/stopped', RuleTexts & { readonly severity: Severity }>> = {
  'work/stopped': {
    title: { zh: '读取已中止', en: 'reading was stopped' },
    severity: 'error',
    messages: {
      time: {
        text: {
          zh: '文件“{name}”在 {seconds} 秒内没有读完，已停止读取',
          en: 'the file “{name}” was not read within {seconds} seconds; reading stopped',
        },
        advice: {
          zh: '请只保留自评表部分后重试；确需读取的，可用 --time-limit 放宽时限',
          en: 'keep only the self-evaluation form and try again; --time-limit allows more time',
        },
      },
      memory: {
        text: {
          zh: '读取文件“{name}”所需内存超过 {megabytes} MB，已停止读取',
          en: 'reading the file “{name}” took more than {megabytes} MB of memory; reading stopped',
        },
        advice: {
          zh: '请只保留自评表部分，或拆分为多个文件后分别读取',
          en: 'keep only the self-evaluation form, or split the file into several',
        },
      },
      crashed: {
        text: {
          zh: '读取文件“{name}”时程序出错，已停止读取（{detail}）',
          en: 'the program failed on the file “{name}”; reading stopped ({detail})',
        },
        advice: {
          zh: '这是程序的缺陷，不一定是文件的问题；请另存为其他格式后重试，并将该文件反馈给我们',
          en: 'this is a fault of the program, not necessarily of the file; save it in another format and try again, and report it to us',
        },
      },
    },
  },
}

/** The finding for a file that was given up. */
export function stoppedFinding(stopped: Stopped, name: string): Finding {
  const rule = 'work/stopped'
  return {
    rule,
    message: stopped.why,
    data: {
      name,
      seconds: Math.round(stopped.milliseconds / 1000),
      megabytes: stopped.megabytes,
      detail: stopped.detail,
    },
    severity: workRules[rule].severity,
    certainty: 'certain',
    at: [{ path: 'form' }],
    law: [],
  }
}
