/**
 * Debian's programs that the tests use: poppler, LibreOffice and a Chinese font to look at printed files, Chromium for the
 * pages, PostgreSQL beside the embedded one. Installs them where it may.
 */

import { documentPackages, needPackages } from '../tests/support/office/programs.ts'

needPackages({
  '/usr/bin/pdftotext': 'poppler-utils',
  '/usr/bin/soffice': documentPackages['/usr/bin/soffice'],
  '/usr/bin/chromium': documentPackages['/usr/bin/chromium'],
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc': 'fonts-noto-cjk',
  '/usr/lib/postgresql/15/bin/postgres': 'postgresql-15',
})
