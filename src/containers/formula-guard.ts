/**
 * Texts that spreadsheets take for formulas, made harmless in text files as spreadsheets themselves do, by a quotation mark in
 * front; and taken back. Every text comes back as it was: one that begins with marks before such a start gets one more.
 */

/** What spreadsheets take for the beginning of a formula, full-width signs and leading blanks included. */
const START = /^'*(?:[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|[\t\r\n])/
/** A figure stays a figure. */
const FIGURE = /^[+-]?\d+(\.\d+)?%?$/

export function guardFormula(text: string): string {
  return START.test(text) && !FIGURE.test(text) ? `'${text}` : text
}

export function unguardFormula(text: string): string {
  return text.startsWith("'") && START.test(text) ? text.slice(1) : text
}
