#include "pages/list_description.h"

namespace causerie {
namespace {

constexpr std::size_t most_shown = 160;  // bytes

}  // namespace

std::string list_description(std::string_view count, std::span<const std::string> names) {
  std::string result(count);
  for (const std::string& name : names) {
    if (&name != names.data() && result.size() + name.size() > most_shown) break;
    result += " · " + name;
  }
  return result;
}

std::string list_description(const PageContext& context, std::string_view count, std::span<const EssayId> essays) {
  std::vector<std::string> names;
  std::size_t size = count.size();
  for (const EssayId id : essays) {
    if (size > most_shown) break;
    names.push_back(title_of(context.site, id));
    size += names.back().size();
  }
  return list_description(count, names);
}

}  // namespace causerie
