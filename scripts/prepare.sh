#!/usr/bin/env bash
# Installs the packages when they are missing or the lock file has changed, and builds when a source is newer than dist/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v node >/dev/null && command -v npm >/dev/null || {
  echo '需要 Node.js 20 以上和 npm · Node.js 20 or later and npm are needed' >&2
  exit 2
}
if [ ! -d node_modules ] || ! cmp -s package-lock.json node_modules/.installed-lock; then
  # Its install script would look for graphics libraries on the net; none are used.
  ONNXRUNTIME_NODE_INSTALL=skip npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json node_modules/.installed-lock
fi
if [ ! -f dist/cli.js ] || [ -n "$(find src web scripts/build.mjs scripts/build-web.mjs package.json package-lock.json -newer dist/cli.js -print -quit)" ]; then
  node scripts/build.mjs >&2
fi
