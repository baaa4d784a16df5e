/** The user's own file with what was found shown in it: comments at the cells or boxes on the pages, and a list. */

import { annotateRules } from '../annotate/messages.ts'
import type { Product } from './product.ts'

export const annotated: Product = {
  id: 'annotated',
  title: { zh: '在原文件上批注', en: 'your own file, annotated' },
  formats: ['xlsx', 'docx', 'pdf'],
  followsFile: true,
  rules: annotateRules,
  async print({ source, reports, options }) {
    const { annotateFile } = await import('../annotate/annotate-file.ts')
    const { content, ending, findings } = await annotateFile(source, reports, options.lang)
    return { files: content === null ? [] : [{ tail: `.${ending}`, content }], findings }
  },
}
