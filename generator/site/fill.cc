#include "site/fill.h"

#include "formats/html.h"

namespace causerie {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : " " + std::string(name) + "=\"" + escape_html(value) + "\"";
}

std::string address(const Resolved& resolved, const LinkWriter& links) {
  return resolved.meaning == Meaning::target ? links.to(resolved.path, resolved.fragment)
                                             : percent_escape_url(resolved.outside);
}

std::string open_link(const ProseLink& link, const Resolved& resolved, const LinkWriter& links, LinkFilling style,
                      const ProseWords& words) {
  std::string html;
  if (style == LinkFilling::links) {
    if (resolved.meaning == Meaning::target) {
      html = "<a class=\"ref\" href=\"" + escape_html(address(resolved, links)) + "\"" +
             attribute("title", link.title) + ">";
    } else if (resolved.meaning == Meaning::outside) {
      html = "<a href=\"" + escape_html(address(resolved, links)) + "\"" + attribute("title", link.title) + ">";
    } else if (resolved.meaning == Meaning::promise) {
      html = "<span class=\"ref forthcoming\"" + attribute("title", words.forthcoming) + ">";
    }
  }
  if (link.is_empty) html += escape_html(resolved.title);
  return html;
}

std::string_view close_link(const Resolved& resolved, LinkFilling style) {
  if (style == LinkFilling::words || resolved.meaning == Meaning::broken) return "";
  return resolved.meaning == Meaning::promise ? "</span>" : "</a>";
}

std::string image_element(const ProseImage& image, const Resolved& resolved, const LinkWriter& links, bool is_first) {
  std::string html =
      "<img src=\"" + escape_html(address(resolved, links)) + "\" alt=\"" + escape_html(image.alternative) + "\"";
  html += attribute("title", image.title);
  if (resolved.size) {
    html += " width=\"" + std::to_string(resolved.size->width) + "\" height=\"" +
            std::to_string(resolved.size->height) + "\"";
  }
  // The first image may be on the first screen; the others are loaded when the reader gets near.
  if (!is_first) html += " loading=\"lazy\"";
  return html + ">";
}

template <class List>
const auto& at(const List& list, int index) {
  return list[static_cast<std::size_t>(index)];
}

}  // namespace

std::string fill(const HollowHtml& hollow, const Prose& prose, const ResolvedText& resolved, const LinkWriter& links,
                 LinkFilling style, const FillOptions& options) {
  std::string html;
  html.reserve(hollow.html.size() + hollow.holes.size() * 40);
  std::size_t done = 0;
  for (const Hole& hole : hollow.holes) {
    html.append(hollow.html, done, hole.offset - done);
    done = hole.offset;
    switch (hole.kind) {
      case HoleKind::id_prefix:
        html += escape_html(options.id_prefix);
        break;
      case HoleKind::own_page:
        html += escape_html(links.before_fragment());
        break;
      case HoleKind::link_open:
        html += open_link(at(prose.links, hole.index), at(resolved.links, hole.index), links, style, options.words);
        break;
      case HoleKind::link_close:
        html += close_link(at(resolved.links, hole.index), style);
        break;
      case HoleKind::image:
        html += image_element(at(prose.images, hole.index), at(resolved.images, hole.index), links, hole.index == 0);
        break;
      case HoleKind::word:
        html += escape_html(at(options.words.words, hole.index));
        break;
      case HoleKind::address:
        html += escape_html(address(at(resolved.addresses, hole.index), links));
        break;
    }
  }
  return html.append(hollow.html, done);
}

Hash fill_fingerprint(const Passage& passage, const ResolvedText& resolved, const LinkWriter& links,
                      const FillOptions& options) {
  Hasher hasher;
  hasher.add(passage.hash).add(options.words.forthcoming).add(options.id_prefix).add(links.fingerprint());
  for (const std::string& word : options.words.words) hasher.add(word);
  const auto add = [&](const std::vector<Resolved>& list) {
    for (const Resolved& one : list) {
      hasher.add(static_cast<std::int64_t>(one.meaning)).add(one.title);
      hasher.add(one.size ? one.size->width : 0).add(one.size ? one.size->height : 0);
      if (one.meaning == Meaning::target) hasher.add(one.path.text).add(one.fragment);
      if (one.meaning == Meaning::outside) hasher.add(one.outside);
    }
  };
  add(resolved.links);
  add(resolved.images);
  add(resolved.addresses);
  return hasher.finish();
}

}  // namespace causerie
