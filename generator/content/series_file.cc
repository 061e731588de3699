#include "content/series_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/calendar.h"
#include "base/paths.h"
#include "base/text.h"
#include "content/series_keys.h"
#include "content/source_text.h"
#include "content/yaml_recovery.h"

namespace causerie {
namespace {

// 2024, 2024-05 or 2024-05-01.
std::optional<Expected> parse_expected(std::string_view text) {
  if (text.size() == 10) {
    if (const auto day = parse_day(text)) return Expected{day->year, day->month, day->day};
    return std::nullopt;
  }
  if (text.size() == 7) {
    if (const auto day = parse_day(fmt::format("{}-01", text))) return Expected{day->year, day->month, 0};
    return std::nullopt;
  }
  if (text.size() == 4) {
    if (const auto day = parse_day(fmt::format("{}-01-01", text))) return Expected{day->year, 0, 0};
  }
  return std::nullopt;
}

PlannedPart read_planned(const Node& node, const std::string& file, const MarkdownOptions& options,
                         Diagnostics& diagnostics) {
  PlannedPart planned;
  planned.span = node.span;
  planned.part = -1;
  Keys keys(node, planned_keys, file, diagnostics);
  static constexpr std::string_view hint = "write '- {part: 3, title: What comes third}'";
  if (keys.require("part", "a planned part", hint)) planned.part = keys.number("part").value_or(-1);
  if (keys.require("title", "a planned part", hint)) planned.title = shown_title(keys.text_or("title", ""), options);
  if (const auto expected = keys.text("expected")) {
    planned.expected = parse_expected(expected->text);
    if (!planned.expected) {
      diagnostics.error("bad-date", keys.location(expected->span), "'expected' is a day, a month or a year")
          .hint("write it as 2024-05-01, 2024-05 or 2024");
    }
  }
  keys.finish();
  return planned;
}

std::vector<OrderEntry> read_order(Keys& keys, const MarkdownOptions& options) {
  std::vector<OrderEntry> order;
  const auto stem = [&](const Node& node, const std::string& group) {
    if (node.kind != NodeKind::scalar) {
      keys.diagnostics()
          .error("wrong-kind", keys.location(node.span), "'order' lists file names and groups")
          .hint("write '- 01-origins' or '- {group: Book One, parts: [01-origins, 02-defenses]}'");
      return;
    }
    std::string name = cleaned(node.text, keys.location(node.span), keys.diagnostics());
    if (name.find('\\') != std::string::npos || name.find('/') != std::string::npos) {
      keys.diagnostics()
          .error("bad-order", keys.location(node.span), "'order' lists files in this folder, without a path")
          .hint("write only the file's name, such as '01-origins'");
      return;
    }
    if (name.ends_with(".md")) name.resize(name.size() - 3);
    order.push_back({{std::move(name), node.span}, group});
  };
  for (const Node& item : keys.list("order")) {
    if (item.kind != NodeKind::map) {
      stem(item, "");
      continue;
    }
    Keys in_group(item, group_keys, keys.file(), keys.diagnostics());
    in_group.require("group", "a group", "write '- {group: Book One, parts: [01-origins, 02-defenses]}'");
    const std::string group = shown_title(in_group.text_or("group", ""), options);
    for (const Node& part : in_group.list("parts")) stem(part, group);
    in_group.finish();
  }
  return order;
}

}  // namespace

std::string series_source(std::string_view folder) { return join_path(join_path("content", folder), "series.yaml"); }

Series read_series_file(std::string bytes, const std::string& folder, const ReadingSettings& settings,
                        Diagnostics& said) {
  Series series;
  series.folder = folder;
  series.source = series_source(folder);
  series.title = std::string(name_of(folder));
  const RecoveredText read = recover_text(std::move(bytes), series.source, said);
  Diagnostics follows;  // errors that follow from a broken file, which is reported once
  auto root = parse_yaml(read.text, series.source, {1, 1}, false, read.is_whole ? said : follows);
  series.is_sound = read.is_whole && root;
  Diagnostics& diagnostics = series.is_sound ? said : follows;
  if (!root) root = readable_keys(read.text, series.source, 1);
  Keys keys(*root, series_keys, series.source, diagnostics);
  keys.require("title", "a series", "add a line 'title: The name of the series'");
  series.title = shown_title(keys.text_or("title", series.title), settings.markdown);
  if (const auto slug = keys.slug("slug")) {
    series.slug = slug->text;
    series.slug_span = slug->span;
  }
  if (!read.is_whole) return series;
  series.description = read_passage(keys.scalar("description"), series.source, settings.markdown, diagnostics);
  series.is_complete = keys.choice("status") == 1;
  series.order = read_order(keys, settings.markdown);
  for (const Node& item : keys.list("planned")) {
    PlannedPart planned = read_planned(item, series.source, settings.markdown, diagnostics);
    if (planned.part >= 0) {
      series.planned.push_back(std::move(planned));
    } else {
      series.has_unreadable_plan = true;
    }
  }
  series.authors = keys.texts("authors");
  series.image = keys.text("image");
  static constexpr ForeignKey foreign[] = {
      {"name", "use 'title'"},
      {"parts", "essays are found by their files; use 'order' for their order and 'planned' for announced ones"},
      {"summary", "use 'description'"},
      {"cover", "use 'image'"},
      {"draft", "a series is shown as soon as a part of it is published or planned"},
      {"weight", "parts are ordered by the number in the file's name, or by 'order'"},
  };
  keys.finish(foreign);
  return series;
}

bool is_reserved_series_slug(std::string_view slug) {
  return is_digits(slug) || std::find(std::begin(relative_part_words), std::end(relative_part_words), slug) !=
                                std::end(relative_part_words);
}

}  // namespace causerie
