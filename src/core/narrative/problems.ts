/** 检查发现的问题, and on what the report rests. */

import { gather } from '../model/gather.ts'
import type {
  Bilingual,
  Citation,
  Finding,
  FormPath,
  Passage,
  Report,
  Section,
  Sentence,
  Severity,
} from '../model/index.ts'
import { severityWords } from '../texts/index.ts'
import { both, paragraph, sentence } from './say.ts'

/** What findings and clauses say comes from the rules' own files. */
export interface NarrativeTexts {
  finding(finding: Finding): { readonly title: Bilingual; readonly text: Bilingual; readonly advice: Bilingual | null }
  citation(citation: Citation): Bilingual
}

/** So many places of one rule are told; the page with the findings tells all of them. */
const placesTold = { error: 100, warning: 3 } as const

function pathsOf({ at }: Finding): readonly FormPath[] {
  return at.map(({ path }) => path)
}

/** Texts of rules end with or without a full stop; sentences of a report end with one. */
function ended({ zh, en }: Bilingual): Bilingual {
  return both(/[。！？]）?$/.test(zh) ? zh : `${zh}。`, /[.!?]\)?$/.test(en) ? en : `${en}.`)
}

function tellRule(
  findings: readonly Finding[],
  severity: keyof typeof placesTold,
  texts: NarrativeTexts,
): readonly Sentence[] {
  const [first] = findings
  const { title, advice } = texts.finding(first!)
  const paths = gather(findings, pathsOf)
  const review = findings.some(({ certainty }) => certainty === 'review')
  const shown = findings.slice(0, placesTold[severity])
  const rest = findings.length - shown.length
  const law = first!.law.map((citation) => texts.citation(citation))
  return [
    sentence(
      `【${title.zh}】${findings.length}处${review ? '（须人工判断）' : ''}。`,
      `[${title.en}] ${findings.length} ${findings.length === 1 ? 'place' : 'places'}${review ? ' (a person must judge)' : ''}.`,
      ...paths,
    ),
    ...shown.map((finding) => {
      const text = ended(texts.finding(finding).text)
      return sentence(text.zh, text.en, ...pathsOf(finding))
    }),
    ...(rest === 0 ? [] : [sentence(`另有${rest}处，见检查结果。`, `And ${rest} more, told by the checks.`, ...paths)]),
    ...(law.length === 0
      ? []
      : [
          sentence(
            `依据：${law.map(({ zh }) => zh).join('；')}。`,
            `Basis: ${law.map(({ en }) => en).join('; ')}.`,
            ...paths,
          ),
        ]),
    ...(advice === null ? [] : [sentence(`处理：${ended(advice).zh}`, `What to do: ${ended(advice).en}`, ...paths)]),
  ]
}

function tellSeverity(report: Report, severity: keyof typeof placesTold, texts: NarrativeTexts): Section | null {
  const byRule = new Map<string, Finding[]>()
  for (const finding of report.findings) {
    if (finding.severity !== severity) continue
    const known = byRule.get(finding.rule)
    if (known === undefined) byRule.set(finding.rule, [finding])
    else known.push(finding)
  }
  if (byRule.size === 0) return null
  const passage: Passage = {
    kind: 'list',
    items: [...byRule.values()].map((findings) => tellRule(findings, severity, texts)),
  }
  return { title: severityWords[severity], passages: [passage], sections: [] }
}

export function tellProblems(report: Report, texts: NarrativeTexts): Section {
  const count = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity).length
  const ran = report.checks.filter(({ counts }) => counts.notApplicable === 0 || sumOf(counts) > counts.notApplicable)
  const clean = ran.filter(({ counts }) => counts.failed === 0 && counts.review === 0 && counts.crashed === 0)
  return {
    title: both('检查发现的问题', 'What the checks found'),
    passages: [
      paragraph(
        sentence(
          `共运行检查规则${report.checks.length}条，其中适用于本表的${ran.length}条，未发现问题的${clean.length}条；发现错误${count('error')}处、警告${count('warning')}处、提示${count('info')}处，提示不在此列出。`,
          `${report.checks.length} checks were run, ${ran.length} of them apply to this form, ${clean.length} found nothing; they found ${count('error')} errors, ${count('warning')} warnings and ${count('info')} notes, which are not told here.`,
          'form',
        ),
        report.complete
          ? null
          : sentence('有检查项运行出错，本节不完整。', 'A check crashed: this section is incomplete.', 'form'),
      ),
    ],
    sections: (['error', 'warning'] as const)
      .map((severity) => tellSeverity(report, severity, texts))
      .filter((each) => each !== null),
  }
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0)
}

export function tellSources({ stamp, residue }: Report): Section {
  const unread = residue.unread.length
  return {
    title: both('数据来源', 'Where the data come from'),
    passages: [
      paragraph(
        sentence(
          `数据来自文件“${stamp.sourceName}”（SHA-256：${stamp.sourceHash}）。`,
          `The data come from the file “${stamp.sourceName}” (SHA-256: ${stamp.sourceHash}).`,
          'form',
        ),
        sentence(
          unread === 0
            ? '原文件中没有读不懂而丢下的文字。'
            : `原文件中有${unread}处文字未能归入任何一栏，未参与计分和检查。`,
          unread === 0
            ? 'No text of the file was left unread.'
            : `${unread} texts of the file fit no field and took no part.`,
          'form',
        ),
        sentence(
          `由自评系统${stamp.app}（规则库${stamp.rulebook}）生成。`,
          `Made by Ziping ${stamp.app} (rulebook ${stamp.rulebook}).`,
          'form',
        ),
      ),
    ],
    sections: [],
  }
}
