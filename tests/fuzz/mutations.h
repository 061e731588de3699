// Random changes of a text; the same in every run.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace causerie::fuzz {

class Mutations {
 public:
  explicit Mutations(std::uint64_t seed) : state_(seed) {}

  // Returns one of the seeds with one to six changes: pieces deleted, duplicated, moved or taken from another seed,
  // tokens inserted, bytes changed.
  std::string next(std::span<const std::string> seeds, std::span<const std::string_view> tokens);

 private:
  std::size_t below(std::size_t count);  // 0 if `count` is 0
  void change(std::string& text, std::span<const std::string> seeds, std::span<const std::string_view> tokens);

  std::uint64_t state_;
};

}  // namespace causerie::fuzz
