#!/usr/bin/env bash
# Makes one migration for both engines: bash tools/add-migration.sh AddPasskeys
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: bash tools/add-migration.sh NAME}
dotnet tool restore >/dev/null
dotnet build --nologo -v q src/Identity.Domain
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project src/Identity.Domain --context "${engine}Context" \
    --output-dir "Storage/$engine/Migrations"
done
