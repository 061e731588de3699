#include "site/resolver.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"
#include "site/resolver_question.h"

namespace causerie {
namespace {

// The page's path without slashes at its ends: "attachment/healing" for "/attachment/healing/".
std::string name_of_path(const UrlPath& path) {
  return std::string(trim(path.text).substr(1, path.text.size() > 1 ? path.text.size() - 2 : 0));
}

// Returns the scheme (RFC 3986) without its colon; empty if the address has none.
std::string_view scheme_of(std::string_view address) {
  const auto colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::string_view scheme = address.substr(0, colon);
  const bool is_scheme = is_letter(scheme[0]) && std::all_of(scheme.begin(), scheme.end(), [&](char c) {
                           return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
                         });
  return is_scheme ? scheme : std::string_view();
}

std::string planned_lines(int part) {
  return fmt::format("to announce it, add to series.yaml: planned: [{{part: {}, title: \"…\"}}]", part);
}

}  // namespace

Resolver::Resolver(const Site& site, const Routes& routes) : site_(site), routes_(routes) {
  for (int s = 0; s < static_cast<int>(site.series.size()); ++s) {
    const SeriesId id{s};
    const std::string path = name_of_path(site.view(id).path);
    series_by_name_.emplace(path, id);
    series_by_name_.emplace(std::string(name_of(path)), id);
    series_by_name_.emplace(site.source(id).folder, id);
    series_names_.push_back(std::string(name_of(path)));
  }
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    const Essay& essay = site.source(id);
    source_paths_.push_back(nfc(std::string_view(essay.source).substr(std::string_view("content/").size())));
    essays_by_source_.emplace(source_paths_.back(), id);
    if (!site.view(id).is_shown) {
      hidden_by_address_.emplace(site.view(id).path.text, id);
      for (const Placed& alias : essay.aliases) hidden_by_address_.emplace(alias.text, id);
    }
    refused_.insert(essay.refused_aliases.begin(), essay.refused_aliases.end());
    if (essay.kind == EssayKind::home || essay.kind == EssayKind::folder_index) continue;
    essays_by_slug_[essay.slug].push_back(id);
    essay_names_.push_back(essay.slug);
    std::vector<std::string> folders{essay.folder};
    if (const auto series = site.view(id).series) {
      const std::string path = name_of_path(site.view(*series).path);
      folders.push_back(path);
      folders.push_back(std::string(name_of(path)));
    }
    std::sort(folders.begin(), folders.end());
    folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
    for (const std::string& folder : folders) essays_by_path_[join_path(folder, essay.slug)].push_back(id);
  }
  for (const std::string& name : site.content->refused) {
    const bool is_series = name_of(name) == "series.yaml";
    refused_.insert(name);
    refused_.insert(is_series ? slug_of(name_of(parent_of(name)))
                              : slug_of(read_stem(stem_of(name_of(name)), true).rest));
  }
  for (int i = 0; i < static_cast<int>(site.content->attachments.size()); ++i) {
    const std::string& name = site.content->attachments[static_cast<std::size_t>(i)].name;
    attachments_.emplace(name, AttachmentId{i});
    source_paths_.push_back(name);
  }
  for (const Route& route : routes.all()) addresses_.push_back(route.path.text);
}

Resolved Resolver::resolve(std::string_view destination, bool has_words, const Origin& origin,
                           const SourceLocation& location, Diagnostics& diagnostics) const {
  Question question{has_words, origin, location, diagnostics, destination};
  const std::string_view scheme = scheme_of(destination);
  if (is_reference(destination) && destination.substr(0, destination.find('#')).ends_with(':')) {
    question.wrong("broken-reference", fmt::format("'{}' is incomplete", destination))
        .hint(fmt::format("write what it refers to after the colon: {}:{}", scheme,
                          scheme == "series"  ? "next"
                          : scheme == "essay" ? "SLUG"
                                              : "ID"));
    return {};
  }
  if (scheme == "series") return series(question, destination.substr(7));
  if (scheme == "essay") return essay_by_slug(question, destination.substr(6));
  if (scheme == "comment") {
    if (origin.essay) return comment(question, *origin.essay, destination.substr(8));
    question.wrong("broken-reference", "'comment:' refers to a comment on the same essay")
        .hint("for a comment on another essay, write essay:SLUG#comment-ID");
    return {};
  }
  if (is_local_path(destination)) {
    question.wrong("local-path", fmt::format("'{}' is a path of your own computer", destination))
        .hint("put the file next to the essay, and write its name alone");
    return {};
  }
  if (!scheme.empty() || destination.starts_with("//")) {
    static constexpr std::string_view ours[] = {"series", "essay", "comment"};
    const bool may_be_ours = !destination.substr(scheme.size()).starts_with("://") && scheme != "data";
    if (may_be_ours && !nearest(scheme, std::span<const std::string_view>(ours)).empty()) {
      question.wrong("broken-reference", fmt::format("'{}:' is not a kind of reference", scheme))
          .hint(did_you_mean(scheme, ours));
      return {};
    }
    Resolved outside;
    outside.meaning = Meaning::outside;
    outside.outside = destination;
    outside.title = destination;
    return outside;
  }
  if (destination.find('\\') != std::string_view::npos) {
    question.wrong("broken-reference", fmt::format("'{}' contains a backslash", destination))
        .hint("write '/' between names, on every system");
    return {};
  }
  const auto hash = destination.find('#');
  const std::string_view fragment = destination.substr(std::min(hash, destination.size() - 1) + 1);
  // Only a literal `?` begins a query; `%3F` is part of a name.
  const std::string path = readable(destination.substr(0, std::min(hash, destination.find('?'))));
  if (path.empty() && hash == std::string_view::npos) {
    question.wrong("broken-reference", "this link has no destination")
        .hint("write where it leads between the parentheses: (series:next)");
    return {};
  }
  if (path.empty()) {
    if (origin.essay) return essay(question, *origin.essay, fragment);
    if (is_on_every_page(fragment)) {
      Resolved here;
      here.meaning = Meaning::outside;
      here.outside = destination;
      here.title = destination;
      return here;
    }
    question.wrong("broken-reference", fmt::format("there is no '#{}' here", readable_fragment(fragment)))
        .hint("'#…' alone works only in an essay's own text: put the path of the page before the '#'");
    return {};
  }
  if (path.starts_with('/')) return site_path(question, path, fragment);
  return source_file(question, path, fragment);
}

Resolved Resolver::series_page(SeriesId id) const {
  Resolved result;
  result.meaning = site_.view(id).is_shown() ? Meaning::target : Meaning::promise;
  result.path = site_.view(id).path;
  result.title = site_.source(id).title;
  result.series = id;
  return result;
}

Resolved Resolver::series(Question& question, std::string_view rest) const {
  const auto hash = rest.find('#');
  question.fragment = hash == std::string_view::npos ? std::string_view() : rest.substr(hash + 1);
  std::string name = readable(rest.substr(0, hash));
  if (name.ends_with('/')) name.pop_back();
  if (is_digits(name)) {
    if (question.origin.series) return part_by_number(question, *question.origin.series, name);
    question.wrong("broken-reference", "only an essay in a series can refer to a part by its number alone")
        .hint("write series:NAME/" + name);
    return {};
  }
  if (is_reserved_series_slug(name)) return neighbour(question, name);
  if (const auto found = series_by_name_.find(name); found != series_by_name_.end()) {
    const Route* page = routes_.find(site_.view(found->second).path.text);
    return page == nullptr ? series_page(found->second) : route(question, *page, question.fragment);
  }
  const auto slash = name.rfind('/');
  if (const auto found = series_by_name_.find(name.substr(0, slash)); found != series_by_name_.end())
    return part_by_number(question, found->second, name.substr(slash + 1));
  const bool has_part = slash != std::string::npos && is_digits(name.substr(slash + 1));
  const std::string wanted = has_part ? name.substr(0, slash) : name;
  if (refused_.count(name) + refused_.count(std::string(name_of(wanted))) > 0) return {};
  std::vector<std::string> candidates = series_names_;
  candidates.insert(candidates.end(), std::begin(relative_part_words), std::end(relative_part_words));
  Diagnostic& diagnostic = question.wrong("broken-reference", fmt::format("there is no series '{}'", wanted));
  const std::string guess = did_you_mean(wanted, std::span<const std::string>(candidates));
  diagnostic.hint(!guess.empty()          ? guess
                  : series_names_.empty() ? ""
                                          : "the series on this site: " + join(series_names_, ", "));
  return {};
}

Resolved Resolver::neighbour(Question& question, std::string_view word) const {
  if (!question.origin.series) {
    question.wrong("broken-reference", fmt::format("'series:{}' works only in an essay of a series", word))
        .hint("name the series and the part: series:NAME/3");
    return {};
  }
  const SeriesId id = *question.origin.series;
  const auto& parts = site_.view(id).parts;
  const int last = static_cast<int>(parts.size()) - 1;
  const int here = question.origin.essay ? site_.view(*question.origin.essay).part_index : -1;
  const bool is_neighbour = word == "next" || word == "previous";
  if (word == "first" && last >= 0) return part(question, id, 0);
  if (word == "last" && last >= 0) return part(question, id, last);
  if (here >= 0 && word == "next" && here < last) return part(question, id, here + 1);
  if (here >= 0 && word == "previous" && here > 0) return part(question, id, here - 1);
  if (!site_.source(id).is_sound) return {};
  if (is_neighbour && here < 0) {
    question.wrong("broken-reference", fmt::format("the page of a series has no {} part", word))
        .hint("write series:first, series:last, or the part's number");
  } else if (word == "previous") {
    question.wrong("broken-reference", "no part comes before this one")
        .hint("it is the first of its series, including drafts and planned parts");
  } else {
    const auto number = here < 0 ? std::optional(0) : parts[static_cast<std::size_t>(here)].number;
    question.wrong("broken-reference", is_neighbour ? "no part follows this one" : "this series has no part yet")
        .hint(planned_lines(number.value_or(here + 1) + 1));
  }
  return {};
}

Resolved Resolver::part_by_number(Question& question, SeriesId id, std::string_view digits) const {
  const auto& parts = site_.view(id).parts;
  const int number = !is_digits(digits) || digits.size() > 6 ? -1 : std::stoi(std::string(digits));
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.number == number; });
  if (found != parts.end()) return part(question, id, static_cast<int>(found - parts.begin()));
  if (!site_.source(id).is_sound) return {};  // its planned parts are unknown
  std::vector<std::string> there;
  for (const Part& part : parts) {
    const std::string number_there = part.number ? std::to_string(*part.number) : "";
    if (part.number && std::find(there.begin(), there.end(), number_there) == there.end())
      there.push_back(number_there);
  }
  question.wrong("broken-reference", fmt::format("the series '{}' has no part {}", site_.source(id).title, digits))
      .hint(there.empty() ? "" : "its parts: " + join(there, ", "))
      .hint(number > 0 ? planned_lines(number) : "");
  return {};
}

Resolved Resolver::part(Question& question, SeriesId id, int index) const {
  const Part& part = site_.view(id).parts[static_cast<std::size_t>(index)];
  if (part.essay) return essay(question, *part.essay, question.fragment);
  Resolved promise;
  promise.meaning = Meaning::promise;
  promise.planned = &site_.source(id).planned[static_cast<std::size_t>(*part.planned)];
  promise.title = promise.planned->title;
  return promise;
}

Resolved Resolver::essay_by_slug(Question& question, std::string_view rest) const {
  const auto hash = rest.find('#');
  const std::string name = readable(rest.substr(0, hash));
  const std::string_view fragment = hash == std::string_view::npos ? std::string_view() : rest.substr(hash + 1);
  const bool has_folder = name.find('/') != std::string::npos;
  const auto& table = has_folder ? essays_by_path_ : essays_by_slug_;
  const auto found = table.find(name);
  if (found == table.end()) {
    if (refused_.count(std::string(name_of(name))) > 0) return {};
    Diagnostic& diagnostic = question.wrong("broken-reference", fmt::format("there is no essay '{}'", name));
    diagnostic.hint(guess_or(did_you_mean(name_of(name), std::span<const std::string>(essay_names_)),
                             "write the last part of the essay's address, as in 'essay:on-naps', or write the essay"));
    return {};
  }
  std::vector<EssayId> candidates = found->second;
  if (candidates.size() > 1 && question.origin.series) {
    for (const EssayId id : found->second) {
      if (site_.view(id).series == question.origin.series) candidates = {id};
    }
  }
  const UrlPath& path = site_.view(candidates[0]).path;  // essays with the same address were reported already
  if (std::ranges::all_of(candidates, [&](EssayId id) { return site_.view(id).path == path; }))
    return essay(question, candidates[0], fragment);
  std::vector<std::string> names;
  for (const EssayId id : candidates) names.push_back("essay:" + join_path(site_.source(id).folder, name_of(name)));
  question.wrong("ambiguous-reference", fmt::format("several essays are called '{}'", name))
      .hint("write which one: " + join(names, " or "));
  return {};
}

Resolved Resolver::route(Question& question, const Route& route, std::string_view fragment) const {
  if (route.essay) return essay(question, *route.essay, fragment);
  Resolved result;
  result.meaning = Meaning::target;
  result.path = route.path;
  if (route.title != nullptr) result.title = route.title(site_, route);
  if (route.series) result = series_page(*route.series);
  if (route.attachment) {
    result.attachment = route.attachment;
    result.size = site_.content->attachments[static_cast<std::size_t>(route.attachment->index)].size;
    result.title = name_of(route.path.text);
  }
  result.fragment = readable_fragment(fragment);  // into an SVG or PDF: not checked
  if (!is_on_every_page(fragment) && !result.attachment) {
    question
        .wrong("broken-reference",
               fmt::format("'{}' is made by the theme: Causerie does not know its ids", route.path.text))
        .hint("link to the page itself, without '#'");
    return {};
  }
  if (result.title.empty() && !question.has_words) {
    question.wrong("needs-words", fmt::format("'{}' has no title of its own", route.path.text))
        .hint("write the words between the brackets");
  }
  return result;
}

Resolved Resolver::site_path(Question& question, std::string_view path, std::string_view fragment) const {
  const std::string address(path);
  if (const Route* found = routes_.find(address)) return route(question, *found, fragment);
  if (const auto hidden = hidden_by_address_.find(address); hidden != hidden_by_address_.end()) {
    return essay(question, hidden->second, fragment);
  }
  for (int s = 0; s < static_cast<int>(site_.series.size()); ++s) {
    if (site_.view(SeriesId{s}).path.text == address)
      return series_page({s});  // a series of which nothing is shown yet
  }
  if (refused_.count(address) > 0) return {};
  Diagnostic& diagnostic =
      question.wrong("broken-reference", fmt::format("there is nothing at '{}' on this site", address));
  // The path in `base_url` is added automatically, but some people write it.
  std::string below = address.ends_with('/') ? address : address + "/";
  while (!below.empty() && routes_.find(below) == nullptr) below.erase(0, below.find('/', 1));
  if (below.size() > 1) {
    diagnostic.hint(fmt::format("did you mean '{}'?", below));
  } else {
    diagnostic.hint(guess_or(did_you_mean(address, std::span<const std::string>(addresses_)),
                             "write the address of a page, or the path of a file below content/"));
  }
  return {};
}

Resolved Resolver::source_file(Question& question, std::string_view path, std::string_view fragment) const {
  std::string name;
  if (!resolve_relative(question.origin.folder, path, name)) {
    question.wrong("broken-reference", fmt::format("'{}' leads outside content/", path))
        .hint("link to a file below content/");
    return {};
  }
  if (const auto found = essays_by_source_.find(name); found != essays_by_source_.end())
    return essay(question, found->second, fragment);
  if (const auto found = series_by_name_.find(name_of(name) == "series.yaml" ? std::string(parent_of(name)) : name);
      found != series_by_name_.end() &&
      site_.source(found->second).folder ==
          (name_of(name) == "series.yaml" ? parent_of(name) : std::string_view(name))) {
    return series_page(found->second);
  }
  if (const auto found = attachments_.find(name); found != attachments_.end()) {
    Resolved result;
    result.meaning = Meaning::target;
    result.path = {"/" + name};
    result.fragment = readable_fragment(fragment);
    result.attachment = found->second;
    result.size = site_.content->attachments[static_cast<std::size_t>(found->second.index)].size;
    result.title = name_of(name);
    return result;
  }
  if (name.empty()) return site_path(question, "/", fragment);
  for (const FolderView& folder : site_.folders) {
    if (folder.name == name) return site_path(question, folder.path.text, fragment);
  }
  if (refused_.count(name) > 0) return {};
  Diagnostic& diagnostic = question.wrong("broken-reference", fmt::format("there is no file 'content/{}'", name));
  const bool is_of_series = std::ranges::any_of(site_.content->series,
                                                [&](const Series& series) { return series.folder == parent_of(name); });
  if (is_of_series && name_of(name) == "index.md") {
    diagnostic.hint(fmt::format("the page of the series is '{}series.yaml'", path.substr(0, path.size() - 8)));
    return {};
  }
  diagnostic.hint(guess_or(nearest_file(question, name),
                           "write the path relative to this file; a web address begins with https://"));
  return {};
}

}  // namespace causerie
