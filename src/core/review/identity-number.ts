/** The check character of citizen identity numbers (GB 11643-1999; ISO 7064 MOD 11-2). */

const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!
}

/** Eighteen signs with a day of birth that exists and the right check character. Numbers of fifteen digits have none. */
export function isIdentityNumber(text: string): boolean {
  const found = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text)
  if (found === null || !isDay(Number(found[1]), Number(found[2]), Number(found[3]))) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (text.charCodeAt(index) - 48), 0)
  return CHECKS[sum % 11] === text[17]!.toUpperCase()
}
