export { type ReportTexts, writeHtml } from './write-html.ts'
