export { type League, type LeagueRule, type LeagueTable, writeLeague } from './league.ts'
export { type ReportTexts, writeHtml } from './write-html.ts'
