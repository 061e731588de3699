#include "pipeline/outside/known_links.h"

#include "base/encoding.h"

namespace causerie {
namespace {

constexpr std::string_view link_kind = "link";  // in the store, by address: a KnownLink

}  // namespace

bool is_fresh(const KnownLink& known, Instant now) {
  const bool is_good = known.finding.verdict == LinkVerdict::fine || known.finding.verdict == LinkVerdict::moved;
  const std::int64_t age = now.seconds - known.when.seconds;
  return age >= 0 && age < std::int64_t{86'400} * (is_good ? days_of_good_news : days_of_bad_news);
}

KnownLinks load_known_links(Store& store) {
  KnownLinks links;
  store.for_each(link_kind, [&](std::string_view address, std::string_view bytes) {
    if (auto known = decoded<KnownLink>(bytes)) links.emplace(address, *std::move(known));
  });
  return links;
}

bool store_known_links(Store& store, const KnownLinks& links) {
  store.remove_all(link_kind);
  for (const auto& [address, known] : links) store.put(link_kind, address, encoded(known));
  return store.commit();
}

}  // namespace causerie
