/** Words around every chart. */

import { lateTexts } from '../texts/index.ts'

export const useChartSay = lateTexts({
  'chart.table': { zh: '数据表', en: 'Table' },
  'chart.save': { zh: '下载', en: 'Download' },
  'chart.csv': { zh: '数据 csv', en: 'Data, csv' },
  'chart.svg': { zh: '图 svg', en: 'Picture, svg' },
  'chart.png': { zh: '图 png', en: 'Picture, png' },
  'chart.none': { zh: '还没有数据。', en: 'There are no figures yet.' },
  'chart.more': { zh: '其余 {{n}} 行见下载的 csv', en: 'The other {{n}} rows are in the csv' },
})
