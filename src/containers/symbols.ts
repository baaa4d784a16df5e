/** Characters of symbol fonts, which have no meaning of their own outside the font. */

/** By the last two digits of the code: Word adds F000 to it. */
const fonts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: {
    '6c': '●',
    '6e': '■',
    '6f': '□',
    '71': '❑',
    '72': '❒',
    a1: '○',
    a8: '□',
    fb: '✗',
    fc: '✓',
    fd: '☒',
    fe: '☑',
  },
  'wingdings 2': { '4f': '✗', '50': '✓', '51': '☒', '52': '☑', '53': '☒', '54': '☒', '98': '●', a3: '□' },
  symbol: {
    '3d': '=',
    a3: '≤',
    b3: '≥',
    b4: '×',
    b8: '÷',
    b9: '≠',
    b1: '±',
    b7: '·',
    bb: '≈',
    a5: '∞',
    d6: '√',
    ae: '→',
  },
}

/** The character a symbol stands for, or null where it is not known. */
export function symbolText(font: string, code: string): string | null {
  const known = fonts[font.toLowerCase()]?.[code.slice(-2).toLowerCase()]
  if (known !== undefined) return known
  const point = Number.parseInt(code, 16)
  // Codes outside the private area are what they say.
  return point >= 0x20 && point < 0xe000 && !(point >= 0xd800 && point <= 0xdfff) && !(font.toLowerCase() in fonts)
    ? String.fromCodePoint(point)
    : null
}
