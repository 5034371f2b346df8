#!/usr/bin/env bash
# Prints the SHA-256 of everything the design system is built from, and of what came out.
set -euo pipefail
cd "$(dirname "$0")"

LC_ALL=C sha256sum package.json package-lock.json compile.mjs NOTICE.txt sass/*.scss script/*.js \
  ../../src/Identity.Web/wwwroot/design-system/*
