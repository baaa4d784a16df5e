/**
 * The walls of the house, in one table: what a room may import beside itself. Everything else it may not; the reason is
 * the message a developer sees. A test reads this table and every import.
 */

export interface Wall {
  /** Folder under src/; `web` stands beside it. */
  readonly room: string
  /** Rooms it may import. */
  readonly may: readonly string[]
  /** Packages and node: modules it may import; '*' means any. */
  readonly packages: readonly string[]
  readonly reason: string
}

const base = ['core/model']
const words = [...base, 'core/values', 'core/texts', 'core/rulebook']
const sums = [...words, 'core/arithmetic']
const forms = [...sums, 'core/scoring', 'core/recognise', 'core/layout']
const judged = [
  ...forms,
  'core/template',
  'core/checks',
  'core/evaluate',
  'core/insight',
  'core/basis',
  'core/draft',
  'core/review',
  'core/narrative',
]

export const walls: readonly Wall[] = [
  { room: 'core/model', may: [], packages: [], reason: 'the nouns know nobody, so that everybody may know them' },
  { room: 'core/values', may: base, packages: [], reason: 'the value language must read a text without any law' },
  { room: 'core/texts', may: base, packages: [], reason: 'texts are rendered at the edge and take no part in results' },
  { room: 'core/rulebook', may: base, packages: [], reason: 'law is data; it computes nothing' },
  { room: 'core/arithmetic', may: words, packages: [], reason: 'sums know no form' },
  { room: 'core/scoring', may: sums, packages: [], reason: 'a score rests on the form, the law and exact sums alone' },
  {
    room: 'core/recognise',
    may: sums,
    packages: [],
    reason: 'a recogniser knows forms and nothing of file formats or scores',
  },
  { room: 'core/layout', may: sums, packages: [], reason: 'a layout prints what is there and judges nothing' },
  {
    room: 'core/template',
    may: forms,
    packages: [],
    reason: 'a blank form is filled by the words it is read by, whatever its file format',
  },
  { room: 'core/checks', may: forms, packages: [], reason: 'a check reads results and changes none' },
  {
    room: 'core/evaluate',
    may: [...forms, 'core/checks'],
    packages: [],
    reason: 'it ties the pure rooms, and only those',
  },
  {
    room: 'core/insight',
    may: [...forms, 'core/checks'],
    packages: [],
    reason: 'it compares results and makes none',
  },
  {
    room: 'core/draft',
    may: [...sums, 'core/recognise'],
    packages: [],
    reason: 'a draft is texts and how they change; what they are worth is judged elsewhere',
  },
  {
    room: 'core/review',
    may: [...base, 'core/texts', 'core/draft'],
    packages: [],
    reason: 'who may do what next, and its record, must be readable without knowing law or scores',
  },
  {
    room: 'core/narrative',
    may: [...forms, 'core/checks'],
    packages: [],
    reason: 'it tells a result in words and makes none',
  },
  { room: 'core/basis', may: forms, packages: [], reason: 'it tells what results rest on and makes none' },
  { room: 'core/index.ts', may: judged, packages: [], reason: 'the browser gets the pure rooms and nothing else' },
  {
    room: 'containers',
    may: [...base, 'core/texts'],
    packages: ['*'],
    reason:
      'what formats are built from (zip, XML, encodings, flows of paragraphs and tables, the page of a form): it knows no format',
  },
  {
    room: 'readers',
    may: [...base, 'core/texts', 'containers'],
    packages: ['*'],
    reason: 'a reader knows a file format and nothing of forms; sibling readers share nothing',
  },
  {
    room: 'writers',
    may: [...base, 'core/texts', 'containers'],
    packages: ['*'],
    reason: 'a writer draws a Grid and knows nothing of its making; sibling writers share nothing',
  },
  {
    room: 'store',
    may: base,
    packages: ['*'],
    reason: 'it keeps what it is given, in a database and in files, and knows no rule of the field',
  },
  {
    room: 'editors',
    may: [...base, 'core/texts', 'containers'],
    packages: ['*'],
    reason: "an editor changes a user's own file in place, byte for byte elsewhere, and knows nothing of forms",
  },
  {
    room: 'app',
    may: [...judged, 'containers', 'readers', 'writers', 'editors', 'store'],
    packages: ['*'],
    reason: 'use cases: the only room that ties rooms',
  },
  {
    room: 'api',
    may: [...base, 'core/draft', 'core/review', 'app'],
    packages: ['*'],
    reason: 'a route is a request, an answer and a few lines into a use case',
  },
  {
    room: 'cli',
    may: [...base, 'core/texts', 'app', 'api'],
    packages: ['*'],
    reason: 'arguments, printing and exit codes; everything else is a use case',
  },
  {
    room: 'program',
    may: ['app', 'cli'],
    packages: ['*'],
    reason: 'how the built program is loaded; it knows the two ways in and nothing of what they do',
  },
  {
    room: 'web',
    may: [...judged, 'core/review', 'readers', 'writers', 'api/types.ts'],
    packages: ['*'],
    reason:
      'the pages run the pure rooms, and readers and writers that need no computer; the rest they reach over HTTP',
  },
  { room: 'walls.ts', may: [], packages: [], reason: 'the table itself' },
]
