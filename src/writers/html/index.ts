export type { ReportTexts } from './page.ts'
export { writeHtml } from './write-html.ts'
