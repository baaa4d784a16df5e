/** Debian's programs that tests look at printed files with: poppler, LibreOffice, a Chinese font. Installs them where it may. */

import { documentPackages, needPackages } from '../tests/support/office/programs.ts'

needPackages({
  '/usr/bin/pdftotext': 'poppler-utils',
  '/usr/bin/soffice': documentPackages['/usr/bin/soffice'],
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc': 'fonts-noto-cjk',
})
