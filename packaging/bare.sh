# Creates minimal Debian systems with debootstrap, each for one trial. Sourced; needs root.

# bare_root SUITE FOLDER: a debootstrap system of the variant minbase, with this machine's additional CA certificates.
bare_root() {
  debootstrap --variant=minbase "$1" "$2" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$2.log" 2>&1 ||
    { tail -n 20 "$2.log" >&2 && return 1; }
  mkdir -p "$2/usr/local/share/ca-certificates"
  find /usr/local/share/ca-certificates -name '*.crt' -exec cp -t "$2/usr/local/share/ca-certificates" {} +
}

# in_root ROOT COMMAND…: runs the command there, in separate mount and process namespaces that end with it. Only the
# proxy variables of the environment are passed on. With `without_network=1` before it, it has no network.
in_root() {
  local root=$1 unshared=(--mount --pid --fork --kill-child) kept=() name
  shift
  [[ -z ${without_network:-} ]] || unshared+=(--net)
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [[ -z ${!name:-} ]] || kept+=("$name=${!name}")
  done
  unshare "${unshared[@]}" bash -euc '
    root=$1; shift
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount --rbind /sys "$root/sys"
    mount --rbind /dev "$root/dev"
    exec chroot "$root" "$@"' bash "$root" env -i "${kept[@]}" \
    HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
}
