/** Labels of a block of money that no list holds. */

/** 部门总体资金(万元), beside the header of the table: it says what the figures are, and in what unit. */
export function isMoneyBlock(key: string): boolean {
  return /^[^()\d]{0,8}(?:资金|预算|经费|支出)(?:情况)?[(](?:亿|万|千)?元[)]$/.test(key)
}
