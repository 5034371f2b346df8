#!/usr/bin/env bash
# Rebuilds the committed design system from the pinned packages and stamps what it was built from.
# Needs Node 20 or later; an ordinary build of the product needs none of this.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --silent
node compile.mjs ../../src/Identity.Web/wwwroot/design-system
bash stamp.sh > built.sha256
