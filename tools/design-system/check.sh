#!/usr/bin/env bash
# Fails when the committed design system is not what a rebuild gives.
#   check.sh          rebuilds into a temporary folder and compares (needs Node)
#   check.sh --quick  compares the stamped hashes alone
set -euo pipefail
cd "$(dirname "$0")"

if ! diff <(bash stamp.sh) built.sha256; then
  echo "The design system changed after it was built. Run tools/design-system/build.sh" >&2
  exit 1
fi
if [[ "${1:-}" == "--quick" ]]; then exit 0; fi

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
npm ci --silent
node compile.mjs "$fresh"
diff -r "$fresh" ../../src/Identity.Web/wwwroot/design-system
