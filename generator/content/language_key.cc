#include "content/language_key.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/locale.h"

namespace causerie {

std::string read_language(Keys& keys) {
  const auto written = keys.text("language");
  if (!written) return {};
  if (is_language(written->text)) return written->text;
  std::string meant = written->text;  // systems write en_GB where the web writes en-GB
  std::replace(meant.begin(), meant.end(), '_', '-');
  keys.diagnostics()
      .error("bad-language", keys.location(written->span), fmt::format("'{}' is no language tag", written->text))
      .hint(is_language(meant) ? fmt::format("write it as {}", meant) : "write a tag such as en, fr or pt-BR");
  return {};
}

}  // namespace causerie
