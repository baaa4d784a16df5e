import { describe, expect, it } from 'vitest'
import { wordsIn } from './telling-words.ts'

describe('the words of a text', () => {
  it('keep signs outside the basic plane whole', () => {
    expect(wordsIn('')('𠮷庆桥加固').signs).toBe('𠮷庆桥加固')
  })

  it('take one blank for a stretch of other signs, white space for nothing', () => {
    expect(wordsIn('')('桥 梁😀12加固').signs).toBe('桥梁 加固')
  })
})
