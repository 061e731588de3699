#include "site/threads.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "content/comments/links.h"

namespace causerie {
namespace {

// A comment, or a missing one that is answered, before it has its place in the conversation.
struct Member {
  int comment = -1;
  std::string id;
  std::int64_t time = std::numeric_limits<std::int64_t>::min();
  std::vector<int> replies;
  bool is_approved = false;
  bool is_needed = false;
};

// Returns the members in an order in which every comment follows the one it answers.
std::vector<int> parents_first(const std::vector<Member>& members, const std::vector<int>& roots) {
  std::vector<int> order;
  order.reserve(members.size());
  std::vector<int> stack(roots.rbegin(), roots.rend());
  while (!stack.empty()) {
    const int at = stack.back();
    stack.pop_back();
    order.push_back(at);
    const auto& replies = members[static_cast<std::size_t>(at)].replies;
    stack.insert(stack.end(), replies.rbegin(), replies.rend());
  }
  return order;
}

}  // namespace

Conversation make_conversation(const std::vector<Comment>& comments) {
  Conversation conversation;
  const std::vector<std::int64_t> times = sorting_times(comments);
  std::vector<Member> members(comments.size());
  std::unordered_map<std::string, int> by_id;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const bool is_approved = comments[i].status == CommentStatus::approved;
    members[i] = {static_cast<int>(i), comments[i].id, times[i], {}, is_approved, is_approved};
    by_id.emplace(comments[i].id, static_cast<int>(i));
    conversation.shown += is_approved ? 1 : 0;
    conversation.pending += comments[i].status == CommentStatus::pending ? 1 : 0;
  }

  std::vector<int> roots;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const Comment& comment = comments[i];
    if (comment.parent.empty()) {
      roots.push_back(static_cast<int>(i));
      continue;
    }
    const auto [parent, is_new] = by_id.try_emplace(comment.parent, static_cast<int>(members.size()));
    if (is_new) {
      // No file contains it: it starts a thread and sorts with its earliest reply.
      roots.push_back(static_cast<int>(members.size()));
      members.push_back({-1, comment.parent, times[i], {}, false, false});
    }
    Member& answered = members[static_cast<std::size_t>(parent->second)];
    if (answered.comment < 0) answered.time = std::min(answered.time, times[i]);
    answered.replies.push_back(static_cast<int>(i));
  }

  const auto earlier = [&](int a, int b) {
    const Member& x = members[static_cast<std::size_t>(a)];
    const Member& y = members[static_cast<std::size_t>(b)];
    if (x.time != y.time) return x.time < y.time;
    // A missing comment sorts at the position of its first reply.
    const int place_x = x.comment >= 0 ? x.comment : x.replies.front();
    const int place_y = y.comment >= 0 ? y.comment : y.replies.front();
    return place_x != place_y ? place_x < place_y : x.id < y.id;
  };
  for (Member& member : members) std::sort(member.replies.begin(), member.replies.end(), earlier);
  std::sort(roots.begin(), roots.end(), earlier);

  const std::vector<int> order = parents_first(members, roots);
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    Member& member = members[static_cast<std::size_t>(*at)];
    for (const int reply : member.replies) {
      member.is_needed = member.is_needed || members[static_cast<std::size_t>(reply)].is_needed;
    }
  }

  struct Pending {
    int member;
    int depth;
    int parent;
  };
  std::vector<Pending> stack;
  const auto push = [&](const std::vector<int>& replies, int depth, int parent) {
    for (auto at = replies.rbegin(); at != replies.rend(); ++at) {
      if (members[static_cast<std::size_t>(*at)].is_needed) stack.push_back({*at, depth, parent});
    }
  };
  push(roots, 1, -1);
  conversation.nodes.reserve(members.size());
  while (!stack.empty()) {
    const Pending next = stack.back();
    stack.pop_back();
    const Member& member = members[static_cast<std::size_t>(next.member)];
    const int node = static_cast<int>(conversation.nodes.size());
    conversation.nodes.push_back({member.comment, next.depth, next.parent, !member.is_approved, member.id});
    push(member.replies, next.depth + 1, node);
  }
  return conversation;
}

}  // namespace causerie
