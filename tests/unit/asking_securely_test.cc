// TLS connections are made to the intended host only: an untrusted certificate is refused.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <thread>

#include "support/made_up_web.h"
#include "support/temporary_folder.h"

namespace causerie {
namespace {

using SecretKey = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)>;
using Certificate = std::unique_ptr<X509, void (*)(X509*)>;

Certificate vouched_for_by_itself(EVP_PKEY* key, const std::string& host) {
  Certificate certificate(X509_new(), X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(host.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + host).c_str());
  X509_add_ext(certificate.get(), names, -1);
  X509_EXTENSION_free(names);
  X509_sign(certificate.get(), key, EVP_sha256());
  return certificate;
}

// Answers one TLS connection with 200 if the handshake succeeds.
class SecureServer {
 public:
  explicit SecureServer(const std::string& host)
      : key_(EVP_RSA_gen(2048), EVP_PKEY_free), certificate_(vouched_for_by_itself(key_.get(), host)) {
    listening_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    listen(listening_, 4);
    socklen_t size = sizeof address;
    getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~SecureServer() {
    thread_.join();
    close(listening_);
  }
  SecureServer(const SecureServer&) = delete;
  SecureServer& operator=(const SecureServer&) = delete;

  int port() const { return port_; }
  void write_certificate(const std::string& path) const {
    FILE* file = std::fopen(path.c_str(), "w");
    PEM_write_X509(file, certificate_.get());
    std::fclose(file);
  }

 private:
  void serve() {
    const std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_use_certificate(context.get(), certificate_.get());
    SSL_CTX_use_PrivateKey(context.get(), key_.get());
    const int connection = accept(listening_, nullptr, nullptr);
    const std::unique_ptr<SSL, void (*)(SSL*)> secure(SSL_new(context.get()), SSL_free);
    SSL_set_fd(secure.get(), connection);
    char head[4096];
    if (SSL_accept(secure.get()) == 1 && SSL_read(secure.get(), head, sizeof head) > 0) {
      const std::string answer = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
      SSL_write(secure.get(), answer.data(), static_cast<int>(answer.size()));
      SSL_shutdown(secure.get());
    }
    close(connection);
  }

  SecretKey key_;
  Certificate certificate_;
  int listening_ = -1;
  int port_ = 0;
  std::thread thread_;
};

HttpReply ask(const SecureServer& server, const std::string& host) {
  const auto address = parse_web_address("https://" + host + ":" + std::to_string(server.port()) + "/");
  return (*http_client())->ask({HttpMethod::head, *address, machine("127.0.0.1"), 5});
}

TEST(AskingSecurely, TakesNoCertificateThatNobodyVouchesFor) {
  const SecureServer server("a.example");
  const HttpReply reply = ask(server, "a.example");
  EXPECT_EQ(reply.status, 0);
  EXPECT_EQ(reply.trouble, "its certificate is not trusted");
}

// A certificate that the machine trusts is accepted, but only for the host that it names.
TEST(AskingSecurely, TakesOneThatTheMachineTrustsForItsHostAlone) {
  const TemporaryFolder temporary;
  const std::string path = (temporary.path() / "trusted.pem").string();
  const char* const before = std::getenv("SSL_CERT_FILE");
  const std::string kept = before == nullptr ? "" : before;
  for (const bool is_named : {true, false}) {
    const SecureServer server("a.example");
    server.write_certificate(path);
    setenv("SSL_CERT_FILE", path.c_str(), 1);
    const HttpReply reply = ask(server, is_named ? "a.example" : "b.example");
    EXPECT_EQ(reply.status, is_named ? 200 : 0) << reply.trouble;
  }
  before == nullptr ? unsetenv("SSL_CERT_FILE") : setenv("SSL_CERT_FILE", kept.c_str(), 1);
}

}  // namespace
}  // namespace causerie
