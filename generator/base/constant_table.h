// A view of constants whose type may still be incomplete, for instance where a description contains a list of its own
// type. std::span requires a complete type ([res.on.functions]), and libc++ enforces this.
#pragma once

#include <concepts>
#include <cstddef>
#include <span>

namespace causerie {

template <class T>
class ConstantTable {
 public:
  constexpr ConstantTable() = default;
  template <std::size_t count>
  constexpr ConstantTable(const T (&rows)[count])
      : rows_(rows), count_(count) {}  // NOLINT(google-explicit-constructor)
  template <class Rows>
  requires(!std::same_as<Rows, ConstantTable> &&
           requires(const Rows& rows) {
             { rows.data() } -> std::same_as<const T*>;
           }) constexpr ConstantTable(const Rows& rows)
      : rows_(rows.data()), count_(rows.size()) {}  // NOLINT(google-explicit-constructor)

  constexpr operator std::span<const T>() const { return {rows_, count_}; }  // NOLINT(google-explicit-constructor)
  constexpr const T* begin() const { return rows_; }
  constexpr const T* end() const { return rows_ + count_; }
  constexpr bool empty() const { return count_ == 0; }

 private:
  const T* rows_ = nullptr;
  std::size_t count_ = 0;
};

}  // namespace causerie
