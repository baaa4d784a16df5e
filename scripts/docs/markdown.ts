/** Small pieces of Markdown. */

function cellText(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>')
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

export function bullet(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

export function fence(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``
}
