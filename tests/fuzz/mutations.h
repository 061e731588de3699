// A text changed as hands and bad luck change it: the same changes in every run.
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

  // One of the seeds with one to six changes: pieces that are gone, twice there, moved or taken from another seed,
  // tokens put in, bytes that are others.
  std::string next(std::span<const std::string> seeds, std::span<const std::string_view> tokens);

 private:
  std::size_t below(std::size_t count);  // 0 where there is nothing to choose from
  void change(std::string& text, std::span<const std::string> seeds, std::span<const std::string_view> tokens);

  std::uint64_t state_;
};

}  // namespace causerie::fuzz
