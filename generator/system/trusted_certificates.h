// Which certificates this machine trusts, where OpenSSL does not know by itself.
#pragma once

#include <span>
#include <string>

namespace causerie {

// Where systems keep the certificates of those who may vouch for a host, in one file (PEM).
inline constexpr const char* certificate_bundles[] = {
    "/etc/ssl/certs/ca-certificates.crt",  // Debian, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",    // Fedora
    "/etc/ssl/ca-bundle.pem",              // openSUSE
    "/etc/ssl/cert.pem",                   // Alpine, macOS, FreeBSD
    "/usr/local/etc/ssl/cert.pem",         // FreeBSD
};

// The first of `bundles` that can be read. Empty where OpenSSL's own defaults will do: one of `defaults` is there, or
// the user's SSL_CERT_FILE or SSL_CERT_DIR says where to look. A program that brings an OpenSSL of another system needs
// it.
std::string trusted_certificates(std::span<const char* const> defaults, std::span<const char* const> bundles);

}  // namespace causerie
