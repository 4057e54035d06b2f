# shellcheck shell=bash
# Shared by tools/try and tools/check: makes sure that what the build needs is there, then configures and builds.
# Safe to run twice: what is already there is not touched.

# Debian packages that the build, the program and the tests need.
packages=(cmake ninja-build g++ pkg-config python3 libicu-dev libxml2-dev libcli11-dev nlohmann-json3-dev libsimdjson-dev
          libsodium-dev libsqlite3-dev libzstd-dev doctest-dev poppler-utils mandoc)

say() { printf '\033[1m==\033[0m %s\n' "$*" >&2; }

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null)" = "ii " ] || printf '%s\n' "$package"
  done
}

install_what_is_missing() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian or Ubuntu system, so nothing is installed for you. Relata needs, by their Debian names:"
    printf '     %s\n' "${packages[@]}" >&2
    say "With these in place, build it with: cmake --preset release && cmake --build --preset release"
    exit 1
  fi
  local missing
  missing=$(missing_packages)
  if [ -z "$missing" ]; then
    say "Everything the build needs is installed."
    return
  fi
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "Missing, and there is no sudo to install it: $(echo $missing)"; exit 1; }
    root=(sudo)
  fi
  say "Installing from Debian: $(echo $missing)"
  "${root[@]}" apt-get update -qq
  # shellcheck disable=SC2086
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build TARGET…: configures build/release once and builds the targets with all cores, showing progress.
build() {
  say "Configuring build/release"
  cmake --preset release -DRELATA_BENCH=OFF >/dev/null
  say "Building $* with $(nproc) cores; the first time takes a few minutes"
  cmake --build build/release --parallel "$(nproc)" --target "$@"
}
