// A view of constants of a type that may not be complete yet, as where a description holds a list of others of its own
// kind: std::span may be used of complete types alone ([res.on.functions]), and libc++ makes a point of it.
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
