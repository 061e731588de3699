// A program with an OpenSSL from another system finds the certificates of this one.
#include "system/trusted_certificates.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "support/golden.h"
#include "support/temporary_folder.h"

namespace causerie {
namespace {

class TrustedCertificates : public testing::Test {
 protected:
  TrustedCertificates() {
    write_file(folder.path() / "there.pem", "certificates");
    for (const char* variable : {"SSL_CERT_FILE", "SSL_CERT_DIR"}) {
      const char* value = std::getenv(variable);
      before.emplace_back(variable, value == nullptr ? "" : value);
      ::unsetenv(variable);
    }
  }
  ~TrustedCertificates() override {
    for (const auto& [variable, value] : before) {
      if (!value.empty()) ::setenv(variable.c_str(), value.c_str(), 1);
    }
  }

  TemporaryFolder folder;
  const std::string there = (folder.path() / "there.pem").string(), missing = (folder.path() / "missing.pem").string();
  std::vector<std::pair<std::string, std::string>> before;
};

TEST_F(TrustedCertificates, AreThoseOfTheSystemWhereOpenSslHasNone) {
  const char* const none[] = {missing.c_str()};
  const char* const bundles[] = {missing.c_str(), there.c_str()};
  EXPECT_EQ(trusted_certificates(none, bundles), there);
  EXPECT_EQ(trusted_certificates(none, none), "");
}

TEST_F(TrustedCertificates, AreOpenSslsOwnWhereItOrTheUserKnows) {
  const char* const none[] = {missing.c_str()};
  const char* const some[] = {missing.c_str(), there.c_str()};
  EXPECT_EQ(trusted_certificates(some, some), "");
  ::setenv("SSL_CERT_FILE", missing.c_str(), 1);
  EXPECT_EQ(trusted_certificates(none, some), "");
  ::unsetenv("SSL_CERT_FILE");
}

}  // namespace
}  // namespace causerie
