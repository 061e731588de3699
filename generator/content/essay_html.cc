#include "content/essay_html.h"

#include "base/encoding.h"

namespace causerie {

std::shared_ptr<const EssayHtml> HtmlHandle::try_load() const {
  if (html_ != nullptr) return html_;
  const auto bytes = store_->find(html_kind, source_);
  auto stored = bytes ? decoded<StoredHtml>(*bytes) : std::nullopt;
  if (!stored || stored->version != version_) return nullptr;
  return std::make_shared<const EssayHtml>(std::move(stored->html));
}

std::shared_ptr<const EssayHtml> HtmlHandle::load(std::size_t comment_count) const {
  if (auto html = try_load(); html != nullptr && html->comments.size() == comment_count) return html;
  *is_lost_ = true;
  return std::make_shared<const EssayHtml>(EssayHtml{{}, std::vector<std::string>(comment_count)});
}

}  // namespace causerie
