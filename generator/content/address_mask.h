// Masks e-mail addresses in everything that is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

inline constexpr std::string_view masked_address = "…@…";

// Returns the text with `•` for each character of anything that looks like an e-mail address, however it is escaped, or
// like the hash of one (32, 40 or 64 hex digits). For messages and the source lines they show.
std::string without_addresses(std::string_view text);

class AddressMask {
 public:
  // `addresses`: the values of `email` keys, which are addresses or hashes of addresses.
  explicit AddressMask(const std::vector<std::string>& addresses);

  // Returns the text with each of the addresses masked, whatever its letter case and however it is written with
  // backslashes, character references or percent escapes. Also masks hashes (32, 40 or 64 hex digits) in the URL of an
  // avatar.
  std::string text(std::string_view text) const;

  // The same for the HTML made from a masked text, in which inline markup may have joined the pieces of an address:
  // `ann@ex**am**ple`.
  std::string html(std::string_view html) const;

  // The same for a name or URL, but also masks anything that looks like an e-mail address.
  std::string name(std::string_view text) const;

 private:
  // False if the text cannot contain one of the addresses, because it has no `@`, plain or escaped.
  bool may_occur_in(std::string_view text) const;

  std::vector<std::string> addresses_;  // lower case, longest first
  bool has_plain_value_ = false;        // an entry has no `@`: it is a hash, or no address at all
};

}  // namespace causerie
