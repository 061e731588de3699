#include "system/process.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string_view>

#include "system/refusal.h"

extern char** environ;  // POSIX requires the program to declare it

namespace causerie {
namespace {

// Output goes to files without a name. A pipe would stay open while any process that the program left behind holds it,
// such as an ssh connection that others are to share.
using NamelessFile = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

NamelessFile nameless_file() { return {std::tmpfile(), std::fclose}; }

std::string text_of(std::FILE* file) {
  std::string text;
  std::rewind(file);
  char part[1 << 16];
  while (const std::size_t size = std::fread(part, 1, sizeof part, file)) text.append(part, size);
  return text;
}

std::vector<std::string> environment_with(std::vector<std::pair<std::string, std::string>> ours) {
  ours.emplace_back("LC_ALL", "C");  // its output is parsed
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view name = std::string_view(*entry).substr(0, std::string_view(*entry).find('='));
    bool is_replaced = false;
    for (const auto& [key, value] : ours) is_replaced = is_replaced || key == name;
    if (!is_replaced) all.emplace_back(*entry);
  }
  for (const auto& [key, value] : ours) all.push_back(fmt::format("{}={}", key, value));
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Result<Ended> run_program(const ProgramCall& call) {
  const std::string& name = call.words.front();
  const NamelessFile output = nameless_file(), errors = nameless_file();
  if (!output || !errors) return refusal("cannot write", "a temporary file", errno);

  std::vector<std::string> words = call.words, environment = environment_with(call.environment);
  const std::vector<char*> argv = pointers_to(words), envp = pointers_to(environment);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(output.get()), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(errors.get()), STDERR_FILENO);
  if (!call.folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, call.folder.c_str());
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, name.c_str(), &actions, nullptr, argv.data(), envp.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT) {
    return Failure{
        "cannot run", "'" + name + "'", "it is not installed",
        fmt::format("install {0}: on Debian or Ubuntu 'sudo apt install {0}', on a Mac 'brew install {0}'", name)};
  }
  if (error != 0) return refusal("cannot run", "'" + name + "'", error);

  int state = 0;
  while (::waitpid(child, &state, 0) < 0) {
    if (errno != EINTR) return refusal("cannot wait for", "'" + name + "'", errno);
  }
  return Ended{WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state), text_of(output.get()),
               text_of(errors.get())};
}

}  // namespace causerie
