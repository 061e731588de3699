// Values as bytes and back, for the build cache.
//
// A struct is encoded member by member in the order of declaration, found by reflection (Boost.PFR), so that no list of
// members has to be kept in step: a member that is added is encoded, or does not compile until its type can be, or is
// excluded by the type NotStored (base/binary.h). A class with private members needs functions `encode` and `decode` of
// its own, found by argument-dependent lookup. Decoding never fails halfway: see BinaryReader.
#pragma once

#include <algorithm>
#include <array>
#include <boost/pfr.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/binary.h"
#include "base/hash.h"
#include "base/interned_name.h"

namespace causerie {

template <class T>
void encode(BinaryWriter&, const T&);
template <class T>
void decode(BinaryReader&, T&);

inline void encode(BinaryWriter& writer, const std::string& text) { writer.text(text); }
inline void decode(BinaryReader& reader, std::string& text) { text = reader.text(); }

inline void encode(BinaryWriter& writer, const InternedName& name) { writer.text(name.text()); }
inline void decode(BinaryReader& reader, InternedName& name) { name = InternedName(reader.text()); }

inline void encode(BinaryWriter& writer, Hash hash) { writer.hash(hash); }
inline void decode(BinaryReader& reader, Hash& hash) { hash = reader.hash(); }

template <class T>
void encode(BinaryWriter&, const NotStored<T>&) {}
template <class T>
void decode(BinaryReader&, NotStored<T>&) {}

template <class T>
void encode(BinaryWriter& writer, const std::vector<T>& list) {
  writer.number(list.size());
  for (const T& item : list) encode(writer, item);
}
template <class T>
void decode(BinaryReader& reader, std::vector<T>& list) {
  list.clear();
  const std::size_t count = reader.count();
  // Exactly as much memory as a short list needs; no more than this for a damaged count.
  constexpr std::size_t most_reserved = 65'536 / sizeof(T) + 1;
  list.reserve(std::min(count, most_reserved));
  for (std::size_t left = count; left > 0 && !reader.is_broken(); --left) {
    decode(reader, list.emplace_back());
  }
}

template <class T>
void encode(BinaryWriter& writer, const std::optional<T>& value) {
  writer.byte(value ? 1 : 0);
  if (value) encode(writer, *value);
}
template <class T>
void decode(BinaryReader& reader, std::optional<T>& value) {
  value.reset();
  if (reader.byte() != 0) decode(reader, value.emplace());
}

// Never null.
template <class T>
void encode(BinaryWriter& writer, const std::shared_ptr<const T>& value) {
  encode(writer, *value);
}
template <class T>
void decode(BinaryReader& reader, std::shared_ptr<const T>& value) {
  const auto decoded = std::make_shared<T>();
  decode(reader, *decoded);
  value = decoded;
}

template <std::size_t size>
void encode(BinaryWriter& writer, const std::array<char, size>& bytes) {
  for (const char byte : bytes) writer.byte(static_cast<unsigned char>(byte));
}
template <std::size_t size>
void decode(BinaryReader& reader, std::array<char, size>& bytes) {
  for (char& byte : bytes) byte = static_cast<char>(reader.byte());
}

template <class A, class B>
void encode(BinaryWriter& writer, const std::pair<A, B>& pair) {
  encode(writer, pair.first);
  encode(writer, pair.second);
}
template <class A, class B>
void decode(BinaryReader& reader, std::pair<A, B>& pair) {
  decode(reader, pair.first);
  decode(reader, pair.second);
}

template <class T>
void encode(BinaryWriter& writer, const T& value) {
  if constexpr (std::is_enum_v<T>) {
    encode(writer, static_cast<std::underlying_type_t<T>>(value));
  } else if constexpr (std::is_signed_v<T>) {
    // Numbers near zero are short, negative ones too ("zigzag").
    const auto wide = static_cast<std::int64_t>(value);
    writer.number((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
  } else if constexpr (std::integral<T>) {
    writer.number(value);
  } else {
    static_assert(std::is_aggregate_v<T>, "a class that is not an aggregate needs encode() and decode() of its own");
    boost::pfr::for_each_field(value, [&](const auto& member) { encode(writer, member); });
  }
}

template <class T>
void decode(BinaryReader& reader, T& value) {
  if constexpr (std::is_enum_v<T>) {
    std::underlying_type_t<T> number{};
    decode(reader, number);
    value = static_cast<T>(number);
  } else if constexpr (std::is_signed_v<T>) {
    const std::uint64_t number = reader.number();
    value = static_cast<T>(static_cast<std::int64_t>((number >> 1) ^ (0 - (number & 1))));
  } else if constexpr (std::integral<T>) {
    value = static_cast<T>(reader.number());
  } else {
    static_assert(std::is_aggregate_v<T>, "a class that is not an aggregate needs encode() and decode() of its own");
    boost::pfr::for_each_field(value, [&](auto& member) { decode(reader, member); });
  }
}

template <class T>
std::string encoded(const T& value) {
  BinaryWriter writer;
  encode(writer, value);
  return std::move(writer).bytes();
}

// Nothing if the bytes are not exactly an encoded T.
template <class T>
std::optional<T> decoded(std::string_view bytes) {
  BinaryReader reader(bytes);
  std::optional<T> value(std::in_place);
  decode(reader, *value);
  if (reader.is_broken() || !reader.is_at_end()) return std::nullopt;
  return value;
}

}  // namespace causerie
