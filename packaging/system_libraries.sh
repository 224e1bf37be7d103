#!/usr/bin/env bash
# Installs the system libraries that Qt needs and does not bring along; says the exact line where it may not.
set -euo pipefail
cd "$(dirname "$0")/.."

# Newer releases call libglib2.0-0 another name; apt-get knows the old one too.
packages=(
    libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
    libxkbcommon-x11-0
)

# These two plug-ins between them need every library of the list.
libraries_missing() {
    ldd .venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libq{offscreen,xcb}.so |
        grep 'not found' > /dev/null
}

install_libraries() {
    local -a as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo --non-interactive true 2> /dev/null || return 1
        as_root=(sudo --non-interactive)
    fi
    echo "Installing the system libraries that Qt needs ..."
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "${packages[@]}" > /dev/null
}

if [ "$(uname -s)" != Linux ] || ! libraries_missing; then
    exit 0
fi
if command -v apt-get > /dev/null && install_libraries && ! libraries_missing; then
    exit 0
fi
echo "Some system libraries that Qt needs are missing. On Debian and Ubuntu, install them with:"
echo "    sudo apt-get install --no-install-recommends ${packages[*]}"
exit 1
