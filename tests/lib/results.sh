# Counts what the test projects reported.

passed=0 failed=0 skipped=0

# results_add PROJECT XML STATUS RECOVERED: adds the counts of xunit's report, where so many passed at a second try. A runner that ended without one, or with a
# failure that its report does not show, counts as one failed test: silence is never success.
results_add() {
  local project=$1 report=$2 status=$3 recovered=$4 line bad
  if [[ ! -s $report ]]; then
    echo "$project ended with exit code $status and without a report." >&2
    failed=$((failed + 1))
    return
  fi
  line=$(grep -o '<assembly [^>]*>' "$report" | head -n 1)
  bad=$(($(count failed) + $(count errors)))
  if ((bad == 0 && status != 0)); then bad=1; fi
  passed=$((passed + $(count passed) + recovered))
  failed=$((failed + bad - recovered))
  skipped=$((skipped + $(count skipped) + $(count not-run)))
}

count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$line" | grep . || echo 0; }

# results_ledger FOLDER: which clause of which specification is shown by how many tests.
results_ledger() {
  local rows
  rows=$(cat "$1"/*.xml 2>/dev/null | grep -o '<trait name="Spec" value="[^"]*"' | sed 's/.*value="//; s/"$//' | sort -V | uniq -c) || return 0
  printf '== Clauses with tests\n%s\n' "$rows"
}

# results_failures REPORT...: every failed test with the beginning of its message, last of all, where the end of a long log shows them.
results_failures() {
  cat "$@" 2>/dev/null | awk -v RS='<test ' '
    /^[^>]* result="Fail"/ {
      name = " " $0; match(name, / name="/); name = substr(name, RSTART + RLENGTH); sub(/".*/, "", name)
      message = ""
      if (match($0, /<message>/)) message = substr($0, RSTART + RLENGTH, 900)
      sub(/^<!\[CDATA\[/, "", message); sub(/\]\]>.*/, "", message); sub(/<\/message>.*/, "", message); gsub(/[ \r\n\t]+/, " ", message)
      print "failed: " name "\n        " message
    }' || true
}

results_end() {
  local line="$passed passed, $failed failed"
  if ((skipped > 0)); then line+=", $skipped skipped"; fi
  echo "$line"
  ((failed == 0 && passed > 0))
}
