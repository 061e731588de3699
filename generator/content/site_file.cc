#include "content/site_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"
#include "content/keys.h"
#include "content/site_keys.h"
#include "content/source_text.h"

namespace causerie {
namespace {

const std::string file_name = "site.yaml";

std::vector<LabelledLink> read_links(const std::vector<Node>& items, Diagnostics& diagnostics) {
  std::vector<LabelledLink> links;
  for (const Node& item : items) {
    Keys keys(item, link_keys, file_name, diagnostics);
    const bool is_whole = keys.require("label", "an entry", "write '- {label: About, to: /about/}'") &&
                          keys.require("to", "an entry", "write '- {label: About, to: /about/}'");
    const auto label = keys.text("label");
    const auto to = keys.text("to");
    keys.finish();
    if (is_whole && label && to) links.push_back({label->text, *to});
  }
  return links;
}

Person read_person(const Node& node, SiteFile& site, Diagnostics& diagnostics) {
  Person person;
  Keys keys(node, person_keys, file_name, diagnostics);
  keys.require("name", "an author", "");
  person.name = keys.text_or("name", "");
  person.url = keys.text_or("url", "");
  person.bio = read_passage(keys.scalar("bio"), file_name, markdown_options(site), diagnostics);
  person.links = read_links(keys.list("links"), diagnostics);
  if (const auto email = keys.text("email")) site.private_addresses.push_back(email->text);
  keys.finish();
  return person;
}

void read_base_url(Keys& keys, SiteFile& site) {
  const auto written = keys.text("base_url");
  if (!written) return;
  if (auto url = parse_base_url(written->text)) {
    site.base_url = *std::move(url);
    return;
  }
  site.has_unreadable_base_url = true;
  keys.diagnostics()
      .error("bad-base-url", keys.location(written->span),
             "'base_url' must be a web address that begins with https:// and has no '?' or '#'")
      .hint("write it as https://example.org/ or https://example.org/essays/");
}

// "64 KB", "64k", "1 MB" or a number of bytes, from 1 byte to 1 MB.
std::optional<std::size_t> parse_size(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string unit = ascii_lower(trim(text.substr(digits)));
  constexpr std::size_t kilobyte = 1024, most = kilobyte * kilobyte;
  if (digits == 0 || digits > 7) return std::nullopt;
  std::size_t size = std::stoul(std::string(text.substr(0, digits)));
  if (unit == "kb" || unit == "k") {
    size *= kilobyte;
  } else if (unit == "mb" || unit == "m") {
    size *= most;
  } else if (!unit.empty() && unit != "b" && unit != "bytes") {
    return std::nullopt;
  }
  return size >= 1 && size <= most ? std::optional(size) : std::nullopt;
}

void read_comment_settings(Keys& from, SiteFile& site) {
  const Node* node = from.map("comments");
  if (node == nullptr) return;
  Keys keys(*node, comment_setting_keys, file_name, from.diagnostics());
  if (const auto choice = keys.choice("default")) {
    site.comments = static_cast<CommentSetting>(*choice);
  }
  if (const auto after = keys.text("close_after")) {
    const std::string_view digits = std::string_view(after->text).substr(0, after->text.size() - 1);
    if (after->text.ends_with('d') && is_digits(digits) && digits.size() <= 5) {
      site.comments_close_after_days = std::stoi(std::string(digits));
    } else {
      keys.diagnostics()
          .error("wrong-kind", keys.location(after->span), "'close_after' must be a number of days")
          .hint("write it as 90d");
    }
  }
  if (const auto size = keys.text("max_size")) {
    if (const auto bytes = parse_size(size->text)) {
      site.most_comment_bytes = *bytes;
    } else {
      keys.diagnostics()
          .error("wrong-kind", keys.location(size->span), "'max_size' must be a size, up to 1 MB")
          .hint("write it as 64 KB");
    }
  }
  for (Placed& folder : keys.texts("folders")) {
    std::string path;  // normalised, so that copied.h recognises the folder: its files must never be copied
    const bool is_inside = !folder.text.starts_with('/') && resolve_relative("", folder.text, path);
    site.comment_folders.push_back({is_inside ? path : folder.text, folder.span});
  }
  keys.finish();
}

void read_tags(Keys& from, SiteFile& site) {
  const Node* node = from.map("tags");
  if (node == nullptr) return;
  std::map<std::string, const NodeEntry*> first;
  for (const NodeEntry& entry : node->entries) {
    const auto [other, is_new] = first.emplace(lower(entry.key.text), &entry);
    if (!is_new) {
      from.diagnostics()
          .error("duplicate-key", from.location(entry.key.span),
                 fmt::format("'{}' and '{}' are one tag", other->second->key.text, entry.key.text))
          .hint("tags that differ only in case are the same: put all keys below one of them");
    }
    Keys keys(entry.value, tag_keys, file_name, from.diagnostics());
    TagSettings tag;
    if (const auto slug = keys.slug("slug")) tag.slug = slug->text;
    tag.title = shown_title(keys.text_or("title", ""), markdown_options(site));
    tag.description = read_passage(keys.scalar("description"), file_name, markdown_options(site), keys.diagnostics());
    keys.finish();
    site.tags.emplace(entry.key.text, std::move(tag));
  }
}

// True for a pattern of addresses: each `:` begins a known token, `:slug` is one of them, the rest is a plain address,
// and it ends with `/`.
bool is_permalink(std::string_view text) {
  static constexpr std::string_view tokens[] = {"series", "slug", "part", "year", "month", "day"};
  std::string rest;
  bool has_slug = false;
  while (!text.empty()) {
    const auto colon = text.find(':');
    rest += text.substr(0, colon);
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
    std::size_t length = 0;
    while (length < text.size() &&
           ((text[length] >= 'a' && text[length] <= 'z') || (text[length] >= 'A' && text[length] <= 'Z')))
      ++length;
    const std::string_view token = text.substr(0, length);
    if (std::find(std::begin(tokens), std::end(tokens), token) == std::end(tokens)) return false;
    has_slug = has_slug || token == "slug";
    rest += 'x';
    text.remove_prefix(length);
  }
  return has_slug && rest.ends_with('/') && is_plain_address(rest);
}

void read_permalinks(Keys& from, SiteFile& site) {
  const Node* node = from.map("permalinks");
  if (node == nullptr) return;
  Keys keys(*node, permalink_keys, file_name, from.diagnostics());
  if (const auto essay = keys.text("essay")) {
    site.essay_permalink = essay->text;
    if (!is_permalink(essay->text)) {
      keys.diagnostics()
          .error("bad-permalink", keys.location(essay->span),
                 "a permalink begins and ends with '/' and contains :slug; its only tokens are :series :slug :part "
                 ":year :month :day; it has no spaces, no special characters such as '?' or '#', and no name that "
                 "begins with '.'")
          .hint("the default is /:series/:slug/");
      site.essay_permalink = SiteFile().essay_permalink;
    }
  }
  keys.finish();
}

void read_quiet_codes(Keys& keys, SiteFile& site) {
  for (const Placed& written : keys.texts("quiet")) {
    if (const auto code = DiagnosticCode::named(written.text)) {
      site.quiet.push_back(*code);
      continue;
    }
    std::vector<std::string_view> codes;
    for (const CodeTopic& topic : diagnostic_topics) {
      for (const CodeMeaning& meaning : topic.codes) codes.push_back(meaning.code);
    }
    keys.diagnostics()
        .error("wrong-kind", keys.location(written.span), fmt::format("there is no code '{}'", written.text))
        .hint(did_you_mean(written.text, codes))
        .hint("write the code that the note's line ends with, such as 'quiet: [ignored-keys]'");
  }
}

void read_markdown_settings(Keys& from, SiteFile& site) {
  const Node* node = from.map("markdown");
  if (node == nullptr) return;
  Keys keys(*node, markdown_keys, file_name, from.diagnostics());
  if (const auto way = keys.choice("raw_html")) site.shows_raw_html = *way == 0;
  if (const auto smart = keys.flag("smart")) site.is_smart = *smart;
  keys.finish();
}

void read_language_and_zone(Keys& keys, SiteFile& site) {
  if (std::string language = read_language(keys); !language.empty()) {
    site.language = std::move(language);
    site.language_span = keys.find("language")->span;
  }
  site.zone = Zone::named("UTC");
  if (const auto name = keys.text("timezone")) {
    if (auto zone = Zone::named(name->text)) {
      site.zone = std::move(zone);
    } else {
      keys.diagnostics()
          .error("bad-timezone", keys.location(name->span), fmt::format("'{}' is not a time zone", name->text))
          .hint("write a name such as Europe/Paris or America/New_York");
    }
  }
}

}  // namespace

// Requires a scheme and a host. Trailing slashes are dropped; a query or fragment makes no sense for a folder.
std::optional<std::string> parse_base_url(std::string_view text) {
  const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
  const std::string_view rest = has_scheme ? text.substr(text.find("//") + 2) : std::string_view();
  if (rest.empty() || rest.starts_with('/') || text.find_first_of("?# \\") != std::string_view::npos)
    return std::nullopt;
  while (text.ends_with('/')) text.remove_suffix(1);
  return std::string(text);
}

MarkdownOptions markdown_options(const SiteFile& site) {
  MarkdownOptions options;
  options.language = site.language;
  options.shows_raw_html = site.shows_raw_html;
  options.is_smart = site.is_smart;
  return options;
}

ReadingSettings reading_settings(const SiteFile& site) {
  return {*site.zone, markdown_options(site), site.private_addresses, site.most_comment_bytes};
}

Hash hash_of(const ReadingSettings& settings) {
  Hasher hasher;
  hasher.add(settings.zone.name()).add(hash_of(settings.markdown));
  for (const std::string& address : settings.private_addresses) hasher.add(address);
  hasher.add(static_cast<std::int64_t>(settings.most_comment_bytes));
  return hasher.finish();
}

Result<std::optional<SiteFile>> read_site_file(Files& files, Diagnostics& diagnostics) {
  auto text = read_text(files, file_name, diagnostics);
  if (!text) return text.failure();
  if (!*text) return std::optional<SiteFile>();
  const auto root = parse_yaml(**text, file_name, {1, 1}, false, diagnostics);
  if (!root) return std::optional<SiteFile>();

  SiteFile site;
  Keys keys(*root, site_keys, file_name, diagnostics);
  keys.require("title", "site.yaml", "add a line 'title: The name of your site'");
  site.title = keys.text_or("title", "");
  read_base_url(keys, site);
  read_language_and_zone(keys, site);
  read_markdown_settings(keys, site);  // before the texts that they apply to
  site.title = shown_title(std::move(site.title), markdown_options(site));
  site.description = keys.text_or("description", "");
  if (const auto theme = keys.text("theme")) {
    site.theme = theme->text;
    site.theme_span = theme->span;
  }
  if (const Node* author = keys.map("author")) site.author = read_person(*author, site, diagnostics);
  if (const Node* authors = keys.map("authors")) {
    for (const NodeEntry& entry : authors->entries) {
      site.authors.emplace(entry.key.text, read_person(entry.value, site, diagnostics));
    }
  }
  read_permalinks(keys, site);
  site.menu = read_links(keys.list("menu"), diagnostics);
  if (const Node* feeds = keys.map("feeds")) {
    Keys in_feeds(*feeds, feed_keys, file_name, diagnostics);
    if (const auto limit = in_feeds.number("limit")) site.feed_limit = *limit;
    in_feeds.finish();
  }
  read_comment_settings(keys, site);
  if (const Node* check = keys.map("check")) {
    Keys in_check(*check, check_keys, file_name, diagnostics);
    site.unchecked_links = in_check.texts("except");
    in_check.finish();
  }
  read_tags(keys, site);
  site.deploy = read_deploy_settings(keys);
  site.has_history = keys.flag("history").value_or(false);
  read_quiet_codes(keys, site);
  site.params = keys.params("params");

  static constexpr ForeignKey foreign[] = {
      {"baseurl", "use 'base_url'"},
      {"url", "the site's address is 'base_url'"},
      {"languageCode", "use 'language'"},
      {"lang", "use 'language'"},
      {"tagline", "use 'description'"},
      {"subtitle", "use 'description'"},
      {"navigation", "use 'menu'"},
      {"nav", "use 'menu'"},
      {"markup", "use 'markdown'"},
      {"extra", "use 'params'"},
      {"paginate", "lists are not split into pages"},
      {"plugins", "there are no plugins"},
      {"taxonomies", "tags work without a setting"},
      {"permalink", "use 'permalinks: {essay: …}'"},
      {"targets", "it belongs below 'deploy:', indented by two more spaces"},
  };
  keys.finish(foreign);
  return std::optional<SiteFile>(std::move(site));
}

}  // namespace causerie
