/** Words of the pages around the editor. */

export const pageTexts = {
  'product.name': { zh: '自评', en: 'Ziping' },
  'shell.skip': { zh: '跳到正文', en: 'Skip to content' },
  'shell.nav': { zh: '主导航', en: 'Main' },
  'nav.insight': { zh: '看数', en: 'Figures' },
  'nav.admin': { zh: '管理', en: 'Administration' },
  'tokens.menu': { zh: '访问令牌', en: 'Tokens' },
  'nav.local': { zh: '本机填报', en: 'On this computer' },
  'page.loading': { zh: '正在打开…', en: 'Opening…' },
  'notFound.title': { zh: '没有这一页', en: 'There is no such page' },
  'notFound.home': { zh: '回到首页', en: 'Back to the first page' },
  'reading.menu': { zh: '阅读方式', en: 'Reading' },
  'reading.system': { zh: '随系统', en: 'As the system' },
  'reading.light': { zh: '浅色', en: 'Light' },
  'reading.dark': { zh: '深色', en: 'Dark' },
  'reading.normal': { zh: '标准字号', en: 'Normal text' },
  'reading.large': { zh: '大字', en: 'Large text' },
} as const
