#include "content/deploy_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/site_keys.h"

namespace causerie {
namespace {

constexpr std::string_view only_for_git = "only a target of kind git has it; the others have 'to'";

constexpr ForeignKey keys_of_git[] = {{"remote", only_for_git}, {"branch", only_for_git}, {"url", only_for_git}};
constexpr ForeignKey keys_of_places[] = {
    {"to", "a target of kind git has 'remote' and 'branch'"},
    {"url", "use 'remote'"},
    {"repository", "use 'remote'"},
    {"repo", "use 'remote'"},
};

void bad_target(Keys& keys, const Span& span, std::string message, std::string hint) {
  keys.diagnostics().error("bad-target", keys.location(span), std::move(message)).hint(std::move(hint));
}

// Programs would read such a value as an option.
bool is_option(Keys& keys, const Placed& value) {
  if (!value.text.starts_with('-')) return false;
  bad_target(keys, value.span, "a target's address cannot begin with '-'", "write the whole address or path");
  return true;
}

// A subset of the names that git allows, without characters that are special in a refspec.
bool is_branch(std::string_view name) {
  const auto is_odd = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F ||
           std::string_view("~^:?*[\\@{").find(c) != std::string_view::npos;
  };
  return !name.empty() && std::none_of(name.begin(), name.end(), is_odd) && !name.starts_with('/') &&
         !name.ends_with('/') && !name.ends_with('.') && name.find("..") == std::string_view::npos &&
         name.find("//") == std::string_view::npos && !name.starts_with("refs/");
}

bool read_git(Keys& keys, DeployTarget& target) {
  const auto remote = keys.text("remote"), branch = keys.text("branch");
  keys.finish(keys_of_places);
  bool is_good = true;
  if (remote) {
    target.remote = remote->text;
    is_good = !is_option(keys, *remote);
  }
  if (branch) {
    target.branch = branch->text;
    if (is_option(keys, *branch)) return false;
    if (!is_branch(branch->text)) {
      bad_target(keys, branch->span, fmt::format("'{}' is not the name of a branch", branch->text),
                 "write only the name, such as gh-pages or pages");
      return false;
    }
  }
  return is_good;
}

bool read_place(Keys& keys, DeployTarget& target) {
  static constexpr std::string_view examples[] = {"", "to: shelf.example:/srv/www/letters", "to: shelf:letters",
                                                  "to: /srv/www/letters"};
  const std::string example(examples[static_cast<std::size_t>(target.kind)]);
  bool is_good = keys.require("to", "a target", fmt::format("for example '{}'", example));
  const auto to = keys.text("to");
  keys.finish(keys_of_git);
  if (!is_good || !to || is_option(keys, *to)) return false;
  target.to = to->text;
  if (target.kind == TargetKind::folder) {
    if (!to->text.starts_with('~')) return true;
    bad_target(keys, to->span, "'~' does not work here", "write the whole path: " + example);
  } else {
    const auto colon = to->text.find(':');
    if (colon != std::string::npos && colon < to->text.find('/')) return true;
    bad_target(keys, to->span, "'to' does not name a folder on another machine: the ':' between the two is missing",
               fmt::format("for example '{}'; for a folder on this machine write 'kind: folder'", example));
  }
  return false;
}

void read_target(const NodeEntry& entry, Keys& from, DeploySettings& settings) {
  const Node* kind = entry.value.find("kind");
  const bool is_git = kind != nullptr && kind->text == target_kind_names[0];
  const auto is_known = [&](std::string_view name) { return kind != nullptr && kind->text == name; };
  const bool has_kind = std::any_of(std::begin(target_kind_names), std::end(target_kind_names), is_known);
  const std::span<const Key> table = is_git     ? std::span<const Key>(git_target_keys)
                                     : has_kind ? std::span<const Key>(place_target_keys)
                                                : std::span<const Key>(target_keys);
  Keys keys(entry.value, table, from.file(), from.diagnostics());
  keys.require("kind", "a target", "write 'kind: git', rsync, rclone or folder");
  const auto choice = keys.choice("kind",
                                  "use git for a branch at GitHub or Codeberg, rsync for a machine that you reach by "
                                  "ssh, rclone for FTP and cloud storage");
  if (!choice) {  // which keys are allowed depends on the kind
    for (const char* key : {"remote", "branch", "to"}) (void)keys.text(key);
    return keys.finish();
  }
  DeployTarget target;
  target.kind = static_cast<TargetKind>(*choice);
  const bool is_good = is_git ? read_git(keys, target) : read_place(keys, target);
  if (entry.key.text.starts_with('-')) {
    return bad_target(from, entry.key.span, "a target's name cannot begin with '-'", "choose another name");
  }
  if (is_good) settings.targets.emplace(entry.key.text, std::move(target));
}

}  // namespace

DeploySettings read_deploy_settings(Keys& from) {
  DeploySettings settings;
  const Node* node = from.map("deploy");
  if (node == nullptr) return settings;
  Keys keys(*node, deploy_keys, from.file(), from.diagnostics());
  const auto standard = keys.text("default");
  keys.require("targets", "'deploy'", "for example 'targets: {site: {kind: folder, to: /srv/www/letters}}'");
  const Node* targets = keys.map("targets");
  keys.finish();
  if (targets == nullptr) return settings;
  std::vector<std::string> names;
  for (const NodeEntry& entry : targets->entries) {
    names.push_back(entry.key.text);
    read_target(entry, keys, settings);
  }
  if (!standard) return settings;
  settings.default_target = standard->text;
  if (std::find(names.begin(), names.end(), standard->text) == names.end()) {
    const std::string guess = did_you_mean(standard->text, std::span<const std::string>(names));
    bad_target(keys, standard->span, fmt::format("there is no target '{}'", standard->text),
               guess.empty() ? "the targets are: " + join(names, ", ") : guess);
  }
  return settings;
}

}  // namespace causerie
