export { writeGridHtml } from './grid-page.ts'
export { type League, type LeagueRule, type LeagueTable, writeLeague } from './league.ts'
export { writeNarrativeHtml } from './narrative.ts'
export { type ReportTexts, writeHtml } from './write-html.ts'
