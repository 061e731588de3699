// Why git does not work with a repository, in git's own words, and the command that helps.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace causerie {

struct GitRefusal {
  std::string reason;
  std::string hint;
};

// Runs git in the folder. nullopt if git accepts its repository, finds none there, or is not installed.
std::optional<GitRefusal> git_refusal(const std::string& folder);

// The refusal that git's error output reports: its first line, and a hint; nullopt if it reports none.
std::optional<GitRefusal> refusal_in(std::string_view errors);

// The command that helps with an error of libgit2, or of git; empty if none does.
std::string mending_command(std::string_view reason);

}  // namespace causerie
