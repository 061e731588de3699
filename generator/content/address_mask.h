// Keeps readers' e-mail addresses out of everything that is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

inline constexpr std::string_view masked_address = "…@…";

// The text with `•` for each character of whatever is shaped like an e-mail address, however it is escaped, or like the
// hash of one (32, 40 or 64 hex digits): for messages and the lines that they show.
std::string without_addresses(std::string_view text);

class AddressMask {
 public:
  // The values of `email` keys: addresses, or hashes of such.
  explicit AddressMask(const std::vector<std::string>& addresses);

  // The text with each occurrence of one of them masked, however it is written: letter case, backslashes, character
  // references and percent escapes are seen through. Hashes (32, 40 or 64 hex digits) in the web address of an avatar
  // are masked too.
  std::string text(std::string_view text) const;

  // The same in the HTML that a masked text became, where marks may have joined what was apart in it:
  // `ann@ex**am**ple`.
  std::string html(std::string_view html) const;

  // A name or web address: besides, anything in it that is shaped like an e-mail address.
  std::string name(std::string_view text) const;

 private:
  // Whether a text could have one in it: an address does not without its `@`, as such or escaped.
  bool may_occur_in(std::string_view text) const;

  std::vector<std::string> addresses_;  // lower case, longest first
  bool has_plain_value_ = false;        // one is a hash, or something that is no address at all
};

}  // namespace causerie
