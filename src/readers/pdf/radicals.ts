/**
 * Some programs (Chromium among them) map glyphs to the code points of radicals, which look the same as the characters:
 * 门 comes as U+2ED4, 一 as U+2F00. Only these are mapped back; compatibility forms of other characters stay as printed.
 */

/** U+2E80 to U+2EF3 with an equivalent unified ideograph (Unicode, EquivalentUnifiedIdeograph.txt). */
const supplement: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民' +
    '⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺵𦉫⺶羊⺷𦍌⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹' +
    '⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食' +
    '⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/..(?![\udc00-\udfff])|.[\ud800-\udbff][\udc00-\udfff]/g)!
    .map((pair) => [pair[0]!, pair.slice(1)]),
)

/** Of U+2F00 to U+2FD5: what fonts of mainland China draw there, where compatibility would give the old form (戶, 靑). */
const mainland: Readonly<Record<string, string>> = { '\u2f3e': '户', '\u2fad': '青' }

const RADICAL = /[\u2e80-\u2ef3\u2f00-\u2fd5]/
const RADICALS = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g

/** Radicals as the characters that they stand for. */
export function withoutRadicals(text: string): string {
  if (!RADICAL.test(text)) return text
  return text.replace(RADICALS, (radical) => supplement[radical] ?? mainland[radical] ?? radical.normalize('NFKC'))
}
