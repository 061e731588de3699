// Masks e-mail addresses in everything that is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

inline constexpr std::string_view masked_address = "…@…";

enum class HashMasking {
  where_addresses_are,  // after a key or in a URL that names mail or an avatar
  everywhere,
};

// Returns the text with `•` for each character of anything that looks like an e-mail address, however it is escaped, or
// is the hash of one (32, 40 or 64 hex digits). For messages and the source lines they show.
std::string without_addresses(std::string_view text, HashMasking = HashMasking::where_addresses_are);

// True if the file of this path could hold comments, judged by its name alone.
bool may_hold_comments(std::string_view path);

// Returns the path as it is shown. An address is masked only in the name of a file that could hold comments: a message
// about a file that nobody can find would not help.
std::string path_without_addresses(std::string_view path);

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
