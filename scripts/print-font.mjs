// The font of printed PDFs, cut down to the signs of ordinary forms: GB 2312 (with its signs and Greek, Cyrillic, Japanese
// letters) and Latin. Names with rarer signs are printed with the whole font, which stays in node_modules.
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

/** Signs of forms beside GB 2312: ticks, boxes, units, fractions, numbers in circles and brackets. */
const furtherSigns =
  '√×÷±≈≠≤≥＜＞％‰℃℉㎡㎥㎏㎎㎜㎝㎞㏄￥¥€£§¶†•·…—–‘’“”〔〕【】『』□■○●◎△▲◇◆☆★→←↑↓①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤'

function signsOfForms() {
  // The rows of GB 2312, decoded by the superset that every Node knows.
  const decoder = new TextDecoder('gbk')
  let signs = furtherSigns
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let place = 0xa1; place <= 0xfe; place++) {
      const sign = decoder.decode(Uint8Array.of(row, place))
      if (sign.length === 1 && sign !== '\ufffd') signs += sign
    }
  }
  for (let code = 0x20; code < 0x250; code++) signs += String.fromCharCode(code)
  return signs
}

/** Puts the font and its licence into `folder`; kept between builds as long as the whole font and the signs are the same. */
export async function putPrintFont(folder) {
  const whole = await readFile(
    require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  )
  const signs = signsOfForms()
  const key = createHash('sha256').update(whole).update(signs).digest('hex').slice(0, 16)
  const kept = `node_modules/.cache/print-font-${key}.ttf`
  await mkdir(folder, { recursive: true })
  await mkdir('node_modules/.cache', { recursive: true })
  try {
    await copyFile(kept, `${folder}/serif-sc.ttf`)
  } catch {
    const part = await subsetFont(whole, signs, { targetFormat: 'truetype' })
    await writeFile(`${kept}.${process.pid}`, part)
    await rename(`${kept}.${process.pid}`, kept)
    await copyFile(kept, `${folder}/serif-sc.ttf`)
  }
  await copyFile(require.resolve('@expo-google-fonts/noto-serif-sc/LICENSE_FONT'), `${folder}/LICENSE`)
}
