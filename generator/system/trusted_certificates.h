// Finds the certificates that this machine trusts if OpenSSL does not find them by itself.
#pragma once

#include <span>
#include <string>

namespace causerie {

// Where systems store the certificates of the authorities they trust, in one file (PEM).
inline constexpr const char* certificate_bundles[] = {
    "/etc/ssl/certs/ca-certificates.crt",  // Debian, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",    // Fedora
    "/etc/ssl/ca-bundle.pem",              // openSUSE
    "/etc/ssl/cert.pem",                   // Alpine, macOS, FreeBSD
    "/usr/local/etc/ssl/cert.pem",         // FreeBSD
};

// The first of `bundles` that can be read. Empty if OpenSSL's own defaults work: one of `defaults` exists, or the user
// has set SSL_CERT_FILE or SSL_CERT_DIR. Needed if the program is shipped with the OpenSSL of another system.
std::string trusted_certificates(std::span<const char* const> defaults, std::span<const char* const> bundles);

}  // namespace causerie
