#include "serve/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "base/media_type.h"
#include "base/paths.h"
#include "base/text.h"
#include "serve/events.h"
#include "serve/overlay.h"

namespace causerie {
namespace {

constexpr double most_seconds_for_a_first_site = 60;
constexpr double between_looks = 1;       // seconds; how soon a closed connection is noticed
constexpr double between_greetings = 15;  // seconds; keeps proxies from closing an idle connection

HttpResponse plain(int status, std::string text) {
  HttpResponse response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(text) + "\n";
  return response;
}

// The requested part, if only a part was requested.
HttpResponse part_of(HttpResponse whole, const HttpRequest& request, std::string_view tag) {
  whole.headers.emplace_back("Accept-Ranges", "bytes");
  const std::string_view only_if = request.header("If-Range");
  const std::size_t size = whole.pieces->size;
  const auto range = parse_byte_range(request.header("Range"), size);
  if (!range || (!only_if.empty() && only_if != tag)) return whole;
  if (range->is_beyond) {
    HttpResponse beyond = plain(416, "This file does not have these bytes.");
    beyond.headers.emplace_back("Content-Range", fmt::format("bytes */{}", size));
    return beyond;
  }
  whole.status = 206;
  whole.headers.emplace_back("Content-Range",
                             fmt::format("bytes {}-{}/{}", range->first, range->first + range->count - 1, size));
  whole.pieces =
      HttpPieces{range->count, [read = std::move(whole.pieces->read), first = range->first](
                                   std::size_t offset, std::size_t count) { return read(first + offset, count); }};
  return whole;
}

HttpResponse tagged(int status, std::string_view type, Hash hash, const HttpRequest& request) {
  const std::string tag = "\"" + hex(hash) + "\"";
  HttpResponse response;
  response.status = status;
  response.content_type = type;
  response.headers.emplace_back("ETag", tag);
  const bool is_known = status == 200 && request.header("If-None-Match").find(tag) != std::string_view::npos;
  if (is_known) response.status = 304;
  return response;
}

HttpResponse content(int status, std::string_view type, std::string bytes, const HttpRequest& request) {
  HttpResponse response = tagged(status, type, hash_of(bytes), request);
  if (response.status != 304) response.body = std::move(bytes);
  return response;
}

// One of the writer's files. Its tag comes from inode, size and time, since it may be large and only the requested
// part is read.
HttpResponse copied_file(std::shared_ptr<const Preview> preview, const std::string& source, std::string_view type,
                         const HttpRequest& request) {
  const auto stat = preview->files().stat(source);
  if (!stat || !*stat) return plain(404, "This file is gone.");
  const Hash hash = Hasher()
                        .add(static_cast<std::int64_t>((*stat)->inode))
                        .add(static_cast<std::int64_t>((*stat)->size))
                        .add((*stat)->modified_ns)
                        .finish();
  HttpResponse response = tagged(200, type, hash, request);
  if (response.status == 304) return response;
  response.pieces =
      HttpPieces{(*stat)->size, [preview = std::move(preview), &source](std::size_t offset, std::size_t count) {
                   return preview->files().read_part(source, offset, count);
                 }};
  const std::string tag = response.headers.front().second;
  return part_of(std::move(response), request, tag);
}

HttpResponse page_or_file(const Moment& now, const std::string& path, const HttpRequest& request) {
  if (now.preview == nullptr) return content(500, media_type(".html"), page_of_faults(now.faults), request);
  const Preview& preview = *now.preview;
  const auto found = preview.find(path);
  if (found && found->wants_slash) {
    HttpResponse response = plain(301, "This page's address ends in a slash.");
    response.headers.emplace_back("Location", percent_escape_path(path) + "/");
    return response;
  }
  const auto output = found ? std::optional(found->output) : preview.output("404.html");
  if (!output) return plain(404, "There is nothing here.");
  const std::string_view type = media_type(preview.path_of(*output));
  const std::string* source = preview.copied(*output);
  if (source != nullptr && found) return copied_file(now.preview, *source, type, request);
  auto bytes = preview.bytes(*output);
  if (!bytes) return plain(500, fmt::format("{}: {}", bytes.failure().action, bytes.failure().reason));
  if (preview.is_page(*output)) {
    const std::string hash = hex(hash_of(*bytes));
    bytes = with_preview(*std::move(bytes), hash, now.faults);
  }
  return content(found ? 200 : 404, type, *std::move(bytes), request);
}

std::string query_value(std::string_view target, std::string_view name) {
  const auto mark = target.find('?');
  if (mark == std::string_view::npos) return {};
  for (const std::string_view pair : split(target.substr(mark + 1), '&')) {
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name)
      return percent_decode(replace_all(pair.substr(equals + 1), "+", " "));
  }
  return {};
}

void tell_events(LiveSite& site, bool follows, const std::string& path, Shown shown, HttpConnection& connection) {
  // The first event is sent even if nothing changed, so that the browser knows that it is connected.
  bool is_first = true;
  std::uint64_t told = 0;
  double silent = 0;
  for (;;) {
    const Moment now = is_first ? site.now() : site.next(told, between_looks);
    if (now.has_ended || !connection.is_open()) return;
    if (is_first || now.version != told) {
      auto changes = shown.version == 0 ? std::optional(std::vector<SiteChange>()) : site.since(shown.version);
      if (!connection.send(events_for(now, changes, path, follows, shown))) return;
      told = now.version;
      is_first = false;
      silent = 0;
    } else if ((silent += between_looks) >= between_greetings) {
      if (!connection.send(": still here\n\n")) return;
      silent = 0;
    }
  }
}

HttpResponse events(LiveSite& site, const AnswerOptions& options, const HttpRequest& request) {
  const std::string page = path_of_target(query_value(request.target, "page")).value_or("");
  std::string_view last = request.header("Last-Event-ID");
  const std::string known = query_value(request.target, "known");
  const Shown shown = Shown::parse(last.empty() ? known : last);
  if (request.method == "HEAD") return plain(200, "");
  if (!site.take_seat()) {
    HttpResponse response = plain(503, fmt::format("{} pages are already open: close some of them.", most_streams));
    response.headers.emplace_back("Retry-After", "5");
    return response;
  }
  HttpResponse response;
  response.content_type = "text/event-stream";
  const auto seat = std::shared_ptr<LiveSite>(&site, [](LiveSite* taken) { taken->leave_seat(); });
  response.stream = [seat, page, shown, follows = options.follows](HttpConnection& connection) {
    tell_events(*seat, follows, page, shown, connection);
  };
  return response;
}

HttpResponse answer(LiveSite& site, const AnswerOptions& options, const HttpRequest& request) {
  if (request.count("Host") != 1 || !is_our_host(request.header("Host"), options.address)) {
    return plain(421,
                 "This preview answers only at http://localhost, http://127.0.0.1 and the address it was started with. "
                 "To use another one, start it with: causerie serve --bind ADDRESS");
  }
  if (request.method != "GET" && request.method != "HEAD") {
    HttpResponse response = plain(405, "A preview can only be read.");
    response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
  }
  const auto path = path_of_target(request.target);
  if (!path) return plain(400, "This is not the address of a page: pages have addresses such as /folder/page/.");
  if (*path == script_path) return content(200, media_type(script_path), std::string(preview_script()), request);
  if (*path == events_path) return events(site, options, request);
  Moment now = site.now();
  if (now.preview == nullptr && now.faults.empty()) now = site.next(now.version, most_seconds_for_a_first_site);
  return page_or_file(now, *path, request);
}

}  // namespace

HttpResponse answer_request(LiveSite& site, const AnswerOptions& options, const HttpRequest& request) {
  HttpResponse response = answer(site, options, request);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Cache-Control", "no-cache");
  return response;
}

bool is_our_host(std::string_view host, std::string_view address) {
  const auto colon = host.rfind(':');
  const bool has_port = colon != std::string_view::npos && is_digits(host.substr(colon + 1)) &&
                        (!host.starts_with('[') || host[colon - 1] == ']');
  if (has_port) host = host.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  for (const std::string_view ours :
       {std::string_view("localhost"), std::string_view("127.0.0.1"), std::string_view("::1"), address}) {
    if (!host.empty() && ascii_iequals(host, ours)) return true;
  }
  return false;
}

std::optional<std::string> path_of_target(std::string_view target) {
  const std::string path = percent_decode(target.substr(0, target.find('?')));
  if (!path.starts_with('/') || first_invalid_byte(path)) return std::nullopt;
  const bool is_unsafe_for_terminal =
      std::ranges::any_of(path, [](char c) { return c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (is_unsafe_for_terminal) return std::nullopt;
  for (const std::string_view segment : split(path, '/')) {
    if (segment == "." || segment == "..") return std::nullopt;
  }
  return path;
}

std::optional<ByteRange> parse_byte_range(std::string_view header, std::size_t size) {
  if (!header.starts_with("bytes=")) return std::nullopt;
  const std::string_view range = trim(header.substr(6));
  const auto dash = range.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view digits) -> std::optional<std::size_t> {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
  };
  const auto first = number(range.substr(0, dash)), last = number(range.substr(dash + 1));
  const bool has_first = dash > 0, has_last = dash + 1 < range.size();
  if ((has_first && !first) || (has_last && !last) || (!has_first && !has_last)) return std::nullopt;
  if (has_first && has_last && *last < *first) return std::nullopt;
  if (!has_first) {
    const std::size_t count = std::min(*last, size);
    return ByteRange{size - count, count, count == 0};
  }
  if (*first >= size) return ByteRange{0, 0, true};
  return ByteRange{*first, std::min(has_last ? *last : size - 1, size - 1) - *first + 1};
}

}  // namespace causerie
