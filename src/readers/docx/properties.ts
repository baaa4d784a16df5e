/** Values of properties, as elements carry them in their attribute `val`. */

import { type Attributes, attribute } from '../../containers/xml.ts'

/** An on/off property: present means on, unless its value says off. */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off)$/.test(attribute(attributes, 'val') ?? '1')
}

export function spanOf(attributes: Attributes, most: number): number {
  const value = Number(attribute(attributes, 'val') ?? '')
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 0
}

export function mergeOf(attributes: Attributes): 'restart' | 'continue' {
  return attribute(attributes, 'val') === 'restart' ? 'restart' : 'continue'
}
