#!/usr/bin/env bash
# What the tests want beyond Python: real generators, a real browser, a real web server. Called by `make test`.
# Quick when all is there. What cannot be set up is named in one line, and the tests that need it say that they were skipped.
cd "$(dirname "$0")" || exit 1

# SETUP=ask asks before it installs anything, SETUP=no installs nothing.
may() {
  echo "setup: $1"
  case ${SETUP:-yes} in
    yes) return 0 ;;
    ask) local answer; read -r -p "setup: do it? [y/N] " answer < /dev/tty && [ "$answer" = y ] ;;
    *) return 1 ;;
  esac
}

missing() { for program in "$@"; do command -v "$program" > /dev/null || [ -x "/usr/sbin/$program" ] || echo "$program"; done; }

install_packages() {
  local wanted=() program
  for program in $(missing hugo jekyll chromium nginx node npm); do
    case $program in
      nginx) wanted+=(nginx-light) ;;
      node) wanted+=(nodejs) ;;
      *) wanted+=("$program") ;;
    esac
  done
  [ -f /usr/share/doc/jekyll-theme-minima/copyright ] || wanted+=(jekyll-theme-minima)
  ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || wanted+=(postgresql)
  docker compose version > /dev/null 2>&1 || wanted+=($(missing docker-compose))
  ls /usr/lib/*/faketime/libfaketimeMT.so.1 > /dev/null 2>&1 || wanted+=(libfaketime)
  if [ "${1:-}" = all ]; then
    # What the theme Chirpy needs.
    for program in archives paginate redirect-from sitemap; do
      [ -f "/usr/share/doc/ruby-jekyll-$program/copyright" ] || wanted+=("ruby-jekyll-$program")
    done
  fi
  [ ${#wanted[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    may "installs Debian packages on this system, as root: ${wanted[*]} (SETUP=ask asks first, SETUP=no does not)" || return
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq > /dev/null 2>&1
    # One by one: a package that is not there must not keep the others away.
    for program in "${wanted[@]}"; do apt-get install -y -qq --no-install-recommends "$program" > /dev/null 2>&1; done
  fi
}

install_node_packages() {
  local folder
  for folder in generators/*/ report_browser/ workflow_lint/; do
    [ -f "$folder/package-lock.json" ] || continue
    # Eleventy and Astro are tested on request only: `make generators`.
    [ -f "$folder/.on-request" ] && [ "${1:-}" != all ] && continue
    # npm leaves its own copy of the lock file behind; the same content means that nothing has changed since.
    cmp -s "$folder/package-lock.json" "$folder/node_modules/.newscrawl-lock.json" && continue
    may "npm ci in tests/$folder, into its node_modules" || continue
    if (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) > /dev/null 2>&1; then
      cp "$folder/package-lock.json" "$folder/node_modules/.newscrawl-lock.json"
    else
      echo "setup: npm ci failed in tests/$folder: its generator will not be tested"
    fi
  done
}

install_packages "$@"
left=$(missing hugo jekyll chromium nginx node npm | tr '\n' ' ')
ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || left+="postgresql "
ls /usr/lib/*/faketime/libfaketimeMT.so.1 > /dev/null 2>&1 || left+="libfaketime "
[ -n "$left" ] && echo "setup: not installed here, so not tested with: $left"
if command -v npm > /dev/null; then install_node_packages "$@"; fi
exit 0
