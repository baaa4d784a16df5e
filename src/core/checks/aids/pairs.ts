/** Pairs of neighbouring signs as numbers: looked up by the ten thousand, they need no text of their own. */

/** The pair of two signs, by their codes; never 0 where the first is a sign. */
export function pairOf(first: number, second: number): number {
  return (first << 16) | second
}

/** The two signs of a pair. */
export function signsOf(pair: number): string {
  return String.fromCharCode(pair >>> 16, pair & 0xffff)
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (mayBeHan(code) && OTHER_HAN.test(String.fromCharCode(code)))
}

/** Stops and commas, which stand in every text, are told without a look at their script. */
function mayBeHan(code: number): boolean {
  return code > 0x3004 ? code < 0xfb00 : code >= 0x2e80 && code < 0x3000
}

const OTHER_HAN = /\p{Script=Han}/u
