/**
 * Some mirrored pages are converted to traditional characters, with the reading in brackets: 績(jī)效. For matching of
 * labels only, the readings are dropped and the characters of labels folded; what the form prints is never changed.
 */

const folded = new Map<string, string>(
  [
    ...'績绩項项標标實实際际達达備备註注預预算算執执數数門门單单位位稱称總总額额財财撥拨結结轉转資资金金質质時时術术產产點点應应環环續续響响滿满對对經经濟济務务滙汇評评價价級级別别權权類类僅仅異异計计劃划調调當当責责聯联繫系電电話话負负賦赋釋释證证據据處处區区縣县鎮镇鄉乡廳厅團团體体構构審审議议說说明明內内容容偏偏',
  ]
    .reduce<[string, string][]>((pairs, character, index, all) => {
      if (index % 2 === 0) pairs.push([character, all[index + 1]!])
      return pairs
    }, [])
    .filter(([from, to]) => from !== to),
)

const PINYIN = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)/g

/** Simplified characters, readings in brackets off. */
export function plainScript(key: string): string {
  let plain = ''
  for (const character of key.replace(PINYIN, '')) plain += folded.get(character) ?? character
  return plain
}
