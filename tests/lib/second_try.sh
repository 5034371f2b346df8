# The time of a browser is not ours: what fails in one is tried once more, alone, and said out loud. What fails twice has failed.

recovered=0

# second_try PROJECT REPORT RUNNER: tries the failed tests of a report again, five at most, and sets how many recovered.
# Where all did, the report calls them passed from then on, and the end of the run tells why they had not at first.
second_try() {
  local project=$1 report=$2 runner=$3 names ids=() name id
  recovered=0
  [[ -s $report ]] && grep -q '<assembly [^>]* errors="0"' "$report" || return 0
  names=$(grep -o '<test [^>]* result="Fail"' "$report" | sed 's/.* name="//; s/".*//; s/&[a-z]*;//g' | tr -cd 'A-Za-z0-9\n' | sort -u) || true
  if [[ -z $names ]] || (($(wc -l <<<"$names") > 5)); then return 0; fi
  while read -r id name; do
    if grep -qxF -- "$name" <<<"$names"; then ids+=(-id "$id"); fi
  done < <(tests_by_id "$runner")
  if ((${#ids[@]} != 2 * $(wc -l <<<"$names"))); then return 0; fi

  echo "== $project, a second try"
  if "$runner" -noColor -noLogo -preEnumerateTheories -result-xml "$report.again" "${ids[@]}" </dev/null && [[ -s $report.again ]]; then
    recovered=$((${#ids[@]} / 2))
    results_failures "$report" | sed 's/^failed: /passed at the second try: /' >>"$report.recovered"
    sed -i 's/ result="Fail"/ result="Pass"/' "$report"
  fi
}

# tests_by_id RUNNER: each test's identifier, and the letters and digits of its name.
tests_by_id() {
  "$1" -noColor -noLogo -preEnumerateTheories -list full/json | sed 's/},{"Assembly"/}\n{"Assembly"/g' |
    sed -n 's/.*"DisplayName":"\(.*\)","ID":"\([0-9a-f]*\)".*/\2 \1/p' |
    while read -r id name; do printf '%s %s\n' "$id" "$(sed 's/\\u[0-9A-Fa-f]\{4\}//g' <<<"$name" | tr -cd 'A-Za-z0-9')"; done
}
