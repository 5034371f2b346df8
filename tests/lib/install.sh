# What the tests need and a machine may lack. Each function leaves a machine that has it as it is.

# Debian's packages, as root or through sudo without a question; otherwise the reader is told what to install.
install_packages() {
  local as=()
  if ((EUID != 0)); then as=(sudo -n); fi
  if ! command -v apt-get >/dev/null || ! "${as[@]}" true 2>/dev/null; then
    echo "Please install: $* (this script can do it only as root on Debian)." >&2
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  "${as[@]}" apt-get update -qq
  "${as[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Exports IDENTITY_TEST_CHROMIUM, the browser that the tests drive.
install_chromium() {
  local name
  if [[ -z ${IDENTITY_TEST_CHROMIUM:-} ]]; then
    command -v chromium chromium-browser google-chrome >/dev/null || install_packages chromium
    name=$(command -v chromium chromium-browser google-chrome | head -n 1)
    export IDENTITY_TEST_CHROMIUM=$name
  fi
}

# Apache with mod_auth_openidc, which one test starts for itself: nothing that is installed starts a service.
install_apache() {
  [[ -x /usr/sbin/apache2 && -f /usr/lib/apache2/modules/mod_auth_openidc.so ]] && return
  # Without them the test says what is missing, and everything else is tested.
  install_packages apache2-bin libapache2-mod-auth-openidc || true
}

# Sets postgres_bin, the folder of initdb and pg_ctl.
install_postgres() {
  postgres_find && return
  # The server's package would also start a cluster of its own: only the binaries are wanted.
  install_packages postgresql-common
  if ((EUID == 0)); then
    sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
  fi
  install_packages postgresql
  postgres_find || { echo "No initdb and pg_ctl were found after installing PostgreSQL." >&2; return 1; }
}

postgres_find() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) "$(dirname "$(command -v initdb || echo /)")"; do
    if [[ -x $folder/initdb && -x $folder/pg_ctl ]]; then postgres_bin=$folder; return 0; fi
  done
  return 1
}

# The relying parties written with npm's openid-client and oauth4webapi: installed again only when its lock file changed.
install_relying_parties() {
  command -v npm >/dev/null || install_packages nodejs npm
  (
    cd tests/relying-parties
    cmp -s package-lock.json node_modules/.installed && return
    npm ci --no-audit --no-fund --loglevel=error </dev/null
    cp package-lock.json node_modules/.installed
  )
}
