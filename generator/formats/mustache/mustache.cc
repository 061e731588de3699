#include "formats/mustache/mustache.h"

#include <algorithm>
#include <deque>
#include <kainjow/mustache.hpp>
#include <map>
#include <vector>

#include "formats/html.h"
#include "formats/mustache/placeholders.h"

namespace causerie {
namespace {

namespace library = kainjow::mustache;

// Resolves shared and later values; a later value is computed on first use and kept.
class Made {
 public:
  const Value& of(const Value& value) {
    const Value* at = &value;
    while (true) {
      if (const auto* shared = std::get_if<Shared>(&at->state())) {
        at = shared->value.get();
      } else if (const auto* later = std::get_if<Later>(&at->state())) {
        auto found = made_.find(later);
        if (found == made_.end()) found = made_.emplace(later, later->make()).first;
        at = &found->second;
      } else {
        return *at;
      }
    }
  }

 private:
  std::map<const Later*, Value> made_;  // the addresses of its values are stable
};

// The library's view of a record: it requests names and reports which value it enters. Values are converted only when
// they are named, so that a large record costs only what its template uses.
class Scopes : public library::basic_context<std::string> {
 public:
  Scopes(const Record& record, const WriteAddress& write_address, const RenderForest& render_forest)
      : write_address_(write_address), render_forest_(render_forest) {
    scopes_.push_back({&record, nullptr, 0});
  }

  void push(const library::data* entered) override {
    Scope scope = scopes_.back();
    scope.opened = opened_.size();
    for (auto open = opened_.rbegin(); open != opened_.rend(); ++open) {
      if (&open->stand_in == entered) {
        scope.record = open->record;
        scope.item = nullptr;
        break;
      }
      if (!open->stand_in.is_list()) continue;
      const auto& items = open->stand_in.list_value();
      if (std::less_equal<>()(items.data(), entered) && std::less<>()(entered, items.data() + items.size())) {
        const Value& item = made_.of((*open->list)[static_cast<std::size_t>(entered - items.data())]);
        scope.item = &item;
        if (const auto* record = std::get_if<Record>(&item.state())) scope.record = record;
        break;
      }
    }
    scopes_.push_back(scope);
  }

  void pop() override {
    // Values opened inside the scope can no longer be entered.
    opened_.resize(scopes_.back().opened);
    scopes_.pop_back();
  }

  const library::data* get(const std::string& name) const override {
    const Value* value = const_cast<Scopes*>(this)->find(name);
    return value == nullptr ? nullptr : const_cast<Scopes*>(this)->seen_by_library(*value);
  }

  const library::data* get_partial(const std::string&) const override { return nullptr; }

 private:
  struct Scope {
    const Record* record;  // where plain names are looked up
    const Value* item;     // the value of `.`; null outside lists
    std::size_t opened;    // size of `opened_` when the scope began
  };

  // A record or list that the template named in an open scope, and its stand-in for the library.
  struct Opened {
    library::data stand_in{false};
    const Record* record = nullptr;
    const List* list = nullptr;
  };

  const Value* find(std::string_view name) {
    if (name == ".") return scopes_.back().item;
    std::size_t dot = name.find('.');
    const Record* record = dot == std::string_view::npos ? scopes_.back().record : scopes_.front().record;
    while (true) {
      const Value* value = record->find(name.substr(0, dot));
      if (value == nullptr) return nullptr;
      value = &made_.of(*value);
      if (dot == std::string_view::npos) return value;
      record = std::get_if<Record>(&value->state());
      if (record == nullptr) return nullptr;
      name.remove_prefix(dot + 1);
      dot = name.find('.');
    }
  }

  // Null for falsy values.
  const library::data* seen_by_library(const Value& value) {
    return std::visit([&](const auto& state) { return seen(state); }, value.state());
  }

  const library::data* seen(bool flag) { return flag ? &true_ : nullptr; }
  const library::data* seen(const Html& html) {
    if (html.text.size() != 1 || html.text[0] != placeholder_replies) return seen(html.text);
    text_ = library::data(html.text);
    return &text_;
  }
  const library::data* seen(const std::string& text) {
    if (text.empty()) return nullptr;
    text_ = library::data(text);
    if (all_placeholders.occurs_in(text)) {
      std::string clean = text;
      std::erase_if(clean, [](char c) { return all_placeholders.has(c); });
      text_ = library::data(clean);
    }
    return &text_;
  }
  const library::data* seen(const SiteAddress& address) { return seen(write_address_(address)); }
  const library::data* seen(const Record& record) {
    Opened& opened = opened_.emplace_back();
    opened.stand_in = library::data(true);
    opened.record = &record;
    return &opened.stand_in;
  }
  const library::data* seen(const List& list) {
    if (list.empty()) return nullptr;
    Opened& opened = opened_.emplace_back();
    opened.stand_in = library::data(library::list(list.size(), library::data(true)));
    opened.list = &list;
    return &opened.stand_in;
  }
  const library::data* seen(const Forest& forest) {
    if (forest.nodes.empty() || !render_forest_) return nullptr;
    auto found = forests_.find(&forest);
    if (found == forests_.end()) found = forests_.emplace(&forest, render_forest_(forest)).first;
    return &found->second;
  }
  const library::data* seen(const Shared&) { return nullptr; }  // already resolved
  const library::data* seen(const Later&) { return nullptr; }

  const WriteAddress& write_address_;
  const RenderForest& render_forest_;
  Made made_;
  std::vector<Scope> scopes_;
  std::deque<Opened> opened_;  // a deque, because the library keeps addresses of the stand-ins
  std::map<const Forest*, library::data> forests_;
  library::data true_{true};
  library::data text_{false};  // the last text; the library writes it out before its next request
};

// The library's output stream.
struct Page {
  std::string text;
  Page& operator<<(const std::string& piece) {
    text += piece;
    return *this;
  }
};

void put_blanks_back(std::string& text) {
  static constexpr ByteSet replaced = ByteSet({}).with(placeholder_line_end, placeholder_tab);
  for (std::size_t at = replaced.find_in(text); at < text.size(); at = replaced.find_in(text, at + 1)) {
    char& c = text[at];
    if (c == placeholder_line_end) c = '\n';
    if (c == placeholder_space) c = ' ';
    if (c == placeholder_tab) c = '\t';
  }
}

std::string code_with_delimiters(const std::string& code) {
  return std::string("{{=") + placeholder_open + ' ' + placeholder_close + "=}}" + code;
}

}  // namespace

struct Template::Compiled {
  library::mustache code;
};

Template::Template(const FlatTemplate& flat)
    : compiled_(new Compiled{library::mustache(code_with_delimiters(flat.code))}) {
  compiled_->code.set_custom_escape([](const std::string& text) { return escape_html(text); });
}

Template::Template(const Template& other) : compiled_(std::make_unique<Compiled>(*other.compiled_)) {}
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template other) noexcept {
  compiled_ = std::move(other.compiled_);
  return *this;
}
Template::~Template() = default;

std::string Template::render(const Record& record, const WriteAddress& write_address, const RenderForest& forest) {
  Scopes scopes(record, write_address, forest);
  Page page;
  compiled_->code.render(scopes, page);
  put_blanks_back(page.text);
  return std::move(page.text);
}

}  // namespace causerie
