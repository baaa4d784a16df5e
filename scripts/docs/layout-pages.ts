/** A page per layout: its blocks and columns, and the fields of the model that it cannot show. */

import { goalSides } from '../../src/core/layout/index.ts'
import { surveyFields } from '../../src/core/model/index.ts'
import { layouts } from '../../src/core/rulebook/index.ts'
import type { Layout, LayoutBlock } from '../../src/core/rulebook/layout.ts'
import { bullet, table } from './markdown.ts'

const indicatorFields = ['level1', 'level2', 'name', 'target', 'actual', 'weight', 'score', 'note'] as const
const taskFields = ['name', 'budgeted.total', 'executed.total', 'weight', 'rate', 'score'] as const

function columnsOf(layout: Layout, block: 'indicators' | 'tasks') {
  return layout.blocks.flatMap((each) => (each.block === block ? [...each.columns] : []))
}

function blockText(block: LayoutBlock): string {
  switch (block.block) {
    case 'title':
      return `## ${block.text}`
    case 'facts':
      return table(
        ['field', 'label'],
        block.rows.flat().map(({ field, label }) => [field, label]),
      )
    case 'tasks':
    case 'indicators':
      return `### ${block.label ?? block.block}\n\n${table(
        ['field', '表头 · header', '上级表头 · group', 'width'],
        block.columns.map(({ field, header, group, width }) => [field, header, group ?? '', String(width)]),
      )}`
    case 'goals':
      return `### ${block.label ?? 'goals'}\n\n${bullet(goalSides(block).map(({ heading }) => heading))}`
    case 'total':
      return `### ${block.label}${block.grade ? ' (with grade)' : ''}`
    case 'notes':
      return bullet(block.labels)
  }
}

function layoutPage(layout: Layout): string {
  const indicators = columnsOf(layout, 'indicators').map(({ field }) => field as string)
  const tasks = columnsOf(layout, 'tasks').map(({ field }) => field as string)
  const hidden = [
    ...indicatorFields.filter((field) => !indicators.includes(field)).map((field) => `indicators.${field}`),
    ...surveyFields.filter((field) => !indicators.includes(field)).map((field) => `indicators.survey.${field}`),
    ...taskFields.filter((field) => !tasks.includes(field)).map((field) => `tasks.${field}`),
    ...(['goals', 'total'] as const).filter((block) => !layout.blocks.some((each) => each.block === block)),
  ]
  return [
    `# ${layout.title.zh} · ${layout.title.en}`,
    `\`${layout.id}\` — ${layout.kind}, family ${layout.family}, ${layout.evidence}: ${layout.source.zh} · ${layout.source.en}`,
    `Fields it cannot show: ${hidden.length === 0 ? 'none' : hidden.map((field) => `\`${field}\``).join(', ')}`,
    ...layout.blocks.map(blockText),
  ].join('\n\n')
}

export function layoutPages(): ReadonlyMap<string, string> {
  const pages = new Map(layouts.map((layout) => [`layouts/${layout.id}.md`, layoutPage(layout)]))
  const rows = layouts.map((layout) => [
    `[${layout.id}](${layout.id}.md)`,
    layout.family,
    layout.kind,
    `${layout.title.zh} · ${layout.title.en}`,
    columnsOf(layout, 'indicators')
      .map(({ header }) => header)
      .join(' / '),
  ])
  pages.set('layouts/README.md', `# 版式 · Layouts\n\n${table(['id', 'family', 'kind', 'title', 'columns'], rows)}`)
  return pages
}
