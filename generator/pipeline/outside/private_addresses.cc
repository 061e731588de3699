#include "pipeline/outside/private_addresses.h"

#include <algorithm>
#include <span>

#include "base/text.h"

namespace causerie {
namespace {

using Bytes = std::span<const unsigned char>;

struct Block {
  std::array<unsigned char, 6> begin;
  int bits;
  std::string_view why;
};

constexpr std::string_view own_machine = "this machine itself";
constexpr std::string_view own_network = "an address of a private network";
constexpr std::string_view own_link = "an address of the local network link";
constexpr std::string_view examples = "an address reserved for examples";
constexpr std::string_view many = "a multicast address";
constexpr std::string_view reserved = "a reserved address";

constexpr Block blocks_of_4[] = {
    {{0}, 8, own_machine},         {{10}, 8, own_network},
    {{100, 64}, 10, own_network},  {{127}, 8, own_machine},
    {{169, 254}, 16, own_link},    {{172, 16}, 12, own_network},
    {{192, 0, 0}, 24, reserved},   {{192, 0, 2}, 24, examples},
    {{192, 88, 99}, 24, reserved}, {{192, 168}, 16, own_network},
    {{198, 18}, 15, own_network},  {{198, 51, 100}, 24, examples},
    {{203, 0, 113}, 24, examples}, {{224}, 4, many},
    {{240}, 4, reserved},
};
constexpr Block blocks_of_6[] = {
    {{0xFC}, 7, own_network},
    {{0xFE, 0x80}, 10, own_link},
    {{0xFE, 0xC0}, 10, own_network},
    {{0xFF}, 8, many},
    {{0x20, 0x01, 0x0D, 0xB8}, 32, examples},
    {{0x3F, 0xFF, 0x00}, 20, examples},
    {{0x20, 0x01, 0x00}, 23, reserved},  // includes tunnels, which can end anywhere
};

bool is_in(Bytes address, const Block& block) {
  for (int bit = 0; bit < block.bits; bit += 8) {
    const auto i = static_cast<std::size_t>(bit / 8);
    const int mask = 0xFF00 >> std::min(8, block.bits - bit);
    if (((address[i] ^ block.begin[i]) & mask & 0xFF) != 0) return false;
  }
  return true;
}

std::string why_among(std::span<const Block> blocks, Bytes address) {
  for (const Block& block : blocks) {
    if (is_in(address, block)) return std::string(block.why);
  }
  return "";
}

bool is_zero(Bytes bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte == 0; });
}

}  // namespace

std::string why_private(const MachineAddress& machine) {
  const Bytes bytes = machine.bytes;
  if (is_zero(bytes.first(15)) && bytes[15] <= 1) return std::string(own_machine);
  const bool is_mapped = is_zero(bytes.first(10)) && bytes[10] == 0xFF && bytes[11] == 0xFF;
  const bool is_compatible = is_zero(bytes.first(12));
  const bool is_translated =
      bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xFF && bytes[3] == 0x9B && is_zero(bytes.subspan(4, 8));
  if (is_mapped || is_compatible || is_translated) return why_among(blocks_of_4, bytes.last(4));
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return why_among(blocks_of_4, bytes.subspan(2, 4));
  if (std::string why = why_among(blocks_of_6, bytes); !why.empty()) return why;
  return (bytes[0] & 0xE0) == 0x20 ? "" : std::string(reserved);  // all global addresses so far begin like this
}

std::string why_private(std::string_view host) {
  static constexpr std::string_view own[] = {"localhost", "local", "internal", "lan", "home.arpa", "test", "invalid"};
  if (host.find(':') != std::string_view::npos) return "";
  for (const std::string_view name : own) {
    if (host == name || (host.ends_with(name) && host[host.size() - name.size() - 1] == '.'))
      return std::string(name == "localhost" ? own_machine : "a name of a private network");
  }
  const bool is_number = is_digits(host) || host.starts_with("0x");
  return host.find('.') == std::string_view::npos && !is_number ? "a name of a private network" : "";
}

}  // namespace causerie
