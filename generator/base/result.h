// Errors are reported in two ways. This is the second: the machine refuses an operation (a full disk, a permission, a
// lock). Wrong content is never reported this way; see diagnostics.h.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace causerie {

// An operation that the machine refused. The program exits with status 3 and prints `action path: reason`, then the
// hint.
struct Failure {
  std::string action;  // "cannot write"
  std::string path;    // as the user knows it
  std::string reason;  // "no space left on device"
  std::string hint;    // what to do about it; may be empty
};

// A value, or the reason why there is none. Accessing the value of a failed result is a programming error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Failure& failure() const { return std::get<1>(state_); }

 private:
  std::variant<T, Failure> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Failure failure) : failure_(std::move(failure)) {}

  explicit operator bool() const { return !failure_; }
  const Failure& failure() const { return *failure_; }

 private:
  std::optional<Failure> failure_;
};

}  // namespace causerie
