#!/bin/sh
# What a build needs of the system: a Swift toolchain, and the development files of four C libraries.
#
#   requirements.sh toolchain SWIFT   prints one line when there is no usable toolchain, nothing when all is well
#   requirements.sh libraries         prints one line when a library is missing and cannot be installed from here
#   requirements.sh install           installs the libraries that are missing, and says so first
set -u

swift_needed="Swift 6.1 or newer is needed"
swift_page="https://www.swift.org/install"

toolchain() {
    if ! command -v "$1" >/dev/null 2>&1; then
        echo "$swift_needed and there is no '$1' in PATH. Get it from $swift_page"
        return
    fi
    # The package manager's version: it also fails when libraries are missing that the toolchain itself is linked with.
    answer=$("$1" build --version 2>&1)
    version=$(printf '%s\n' "$answer" | sed -n 's/.*Swift \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
    major=${version%%.*}
    minor=${version#*.}
    if [ -z "$version" ]; then
        echo "$swift_needed and '$1' does not work here, it says: $(printf '%s\n' "$answer" | head -n 1)." \
            "See $swift_page"
    elif [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 1 ]; }; then
        echo "$swift_needed and '$1' is $version. Get it from $swift_page"
    fi
}

any_exists() {
    for file; do [ -e "$file" ] && return 0; done
    return 1
}

# Whether a header and a library to link with are there, or pkg-config knows them at a place of its own.
has() {
    header=$1 library=$2 module=$3
    { any_exists /usr/include/"$header" /usr/include/*-linux-*/"$header" /usr/local/include/"$header" &&
        any_exists /usr/lib/"$library" /usr/lib/*-linux-*/"$library" /usr/lib64/"$library" /usr/local/lib/"$library"; } ||
        pkg-config --exists "$module" 2>/dev/null
}

missing_packages() {
    has curses.h libncursesw.so ncursesw || echo libncurses-dev
    has sqlite3.h libsqlite3.so sqlite3 || echo libsqlite3-dev
    has png.h libpng.so libpng || echo libpng-dev
    has jpeglib.h libjpeg.so libjpeg || echo libjpeg-dev
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# shellcheck disable=SC2046 # words
libraries() {
    set -- $(missing_packages)
    if [ $# -eq 0 ]; then
        return
    elif ! command -v apt-get >/dev/null 2>&1; then
        echo "Missing: the development files that Debian calls $*. Install them with this system's package manager"
    elif ! is_root && ! command -v sudo >/dev/null 2>&1; then
        echo "Missing: $*. Install them as root: apt-get install $*"
    fi
}

# Says the command, then runs it, as root.
apt() {
    set -- env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"
    is_root || set -- sudo "$@"
    echo "+ $*"
    "$@" </dev/null
}

# Whether the package lists are there and name every package given.
are_known() {
    for package; do apt-cache show "$package" >/dev/null 2>&1 || return 1; done
}

# shellcheck disable=SC2046 # words
install() {
    set -- $(missing_packages)
    [ $# -gt 0 ] || return 0
    echo "Missing: $*. Installing$(is_root || echo ' with sudo'):"
    if is_root || sudo true; then
        are_known "$@" || apt update
        for attempt in first second; do
            apt install --yes --no-install-recommends "$@" && [ -z "$(missing_packages)" ] && return 0
            [ $attempt = second ] || apt update # the lists may name packages that are gone
        done
    fi
    echo "Could not install $*. Install them as root: apt-get update && apt-get install $*" >&2
    return 1
}

case ${1-} in
    toolchain) toolchain "${2:-swift}" ;;
    libraries) libraries ;;
    install) install ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2 && exit 64 ;;
esac
