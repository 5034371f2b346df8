# A PostgreSQL of the tests' own, in a temporary folder, on a free loopback port, gone when they end.
# Durability is off: what is tested here is our SQL and our transactions, not the disk.

postgres_folder=

# PostgreSQL refuses to run as root.
postgres_do() {
  if ((EUID == 0)); then setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups "$@"; else "$@"; fi
}

# postgres_start FOLDER: starts the server and exports IDENTITY_TEST_POSTGRES, an Npgsql connection string.
postgres_start() {
  local folder=$1 port password attempt
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  mkdir -p "$folder"
  if ((EUID == 0)); then chmod 711 "$(dirname "$folder")"; chown nobody "$folder"; fi
  (umask 077; printf '%s' "$password" >"$folder/password"; if ((EUID == 0)); then chown nobody "$folder/password"; fi)
  (cd "$folder" && postgres_do "$postgres_bin/initdb" --pgdata=data --username=identity --pwfile=password \
    --auth=scram-sha-256 --encoding=UTF8 --no-locale --no-sync >initdb.log 2>&1) || { cat "$folder/initdb.log" >&2; return 1; }
  postgres_folder=$folder
  for attempt in 1 2 3 4 5; do
    port=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 12000))
    if (cd "$folder" && postgres_do "$postgres_bin/pg_ctl" start --pgdata=data --wait --silent --log="$folder/server.log" \
      --options="-h 127.0.0.1 -p $port -c unix_socket_directories='' -c max_connections=200 -c fsync=off -c full_page_writes=off" \
      </dev/null >/dev/null 2>&1); then
      export IDENTITY_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=identity;Password=$password;Database=postgres"
      return 0
    fi
  done
  cat "$folder/server.log" >&2
  return 1
}

postgres_stop() {
  [[ -n $postgres_folder ]] || return 0
  (cd "$postgres_folder" && postgres_do "$postgres_bin/pg_ctl" stop --pgdata=data --mode=immediate --silent >/dev/null 2>&1)
  postgres_folder=
}
