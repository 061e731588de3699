#include "system/git_moves.h"

#include <algorithm>

#include "base/paths.h"

namespace causerie {

Moves equal_moves(const ChangedFiles& files) {
  std::multimap<ObjectId, std::string> gone;
  for (const auto& [path, states] : files) {
    if (states.after.is_none()) gone.emplace(states.before, path);
  }
  Moves moves;
  for (const auto& [path, states] : files) {
    if (!states.before.is_none() || gone.empty()) continue;
    const auto [first, last] = gone.equal_range(states.after);
    if (first == last) continue;
    const auto same_name =
        std::find_if(first, last, [&](const auto& one) { return name_of(one.second) == name_of(path); });
    const auto chosen = same_name == last ? first : same_name;
    moves.emplace(path, chosen->second);
    gone.erase(chosen);
  }
  return moves;
}

bool may_have_moved(const ChangedFiles& files, const Moves& moves) {
  std::size_t gone = 0, made = 0;
  for (const auto& [path, states] : files) {
    gone += states.after.is_none() ? 1 : 0;
    made += states.before.is_none() ? 1 : 0;
  }
  return gone > moves.size() && made > moves.size();
}

}  // namespace causerie
