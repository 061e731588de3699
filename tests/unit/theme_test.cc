#include "theme/theme.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/memory_files.h"
#include "example_sites.h"
#include "pages/page_kind.h"
#include "theme/embedded.h"
#include "theme/renderer.h"
#include "theme/theme_files.h"

namespace causerie {
namespace {

constexpr Field comment_fields[] = {
    {"author", {ShapeKind::text}, ""},
    {"replies", {ShapeKind::html}, ""},
};
constexpr Field home_fields[] = {
    {"title", {ShapeKind::text}, ""},
    {"words", {ShapeKind::words}, ""},
    {"asset", {ShapeKind::assets}, ""},
    {"params", {ShapeKind::params}, ""},
    {"threads", {ShapeKind::forest, comment_fields, "comment"}, ""},
};
const LayoutShape shapes[] = {{"home", {ShapeKind::record, home_fields}}};

TEST(ThemeExamples, AllHold) { EXPECT_GE(run_site_examples("themes.md").size(), 12u); }

class ThemeTest : public testing::Test {
 protected:
  ThemeTest() {
    files_.put("themes/mine/theme.yaml", "name: Mine\n");
    files_.put("themes/mine/templates/home.mustache", "{{title}}{{{threads}}}");
    files_.put("themes/mine/templates/comment.mustache", "({{author}}{{{replies}}})");
  }

  Theme load(std::string name = "mine", std::string language = "en", const Record& params = {}) {
    ThemeChoice choice{
        .name = std::move(name), .location = {"site.yaml", {{2, 8}, {2, 12}}}, .language = std::move(language)};
    choice.params = &params;
    diagnostics_ = {};
    auto theme = load_theme(files_, choice, shapes, diagnostics_);
    return theme ? *std::move(theme) : Theme();
  }

  // The diagnostics, one line each: the severity's letter, source location, code and first hint.
  std::string reported() const {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics_.sorted()) {
      const Position at = diagnostic.location.span.begin;
      text += diagnostic.severity == Severity::error ? "E " : "W ";
      text += diagnostic.location.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
              std::string(diagnostic.code.name());
      text += diagnostic.hints.empty() ? "\n" : " (" + diagnostic.hints[0] + ")\n";
    }
    return text;
  }

  bool has_reported(std::string_view line) const { return reported().find(line) != std::string::npos; }

  MemoryFiles files_;
  Diagnostics diagnostics_;
};

std::string text_of(const Record& record, std::string_view name) {
  const Value* value = record.find(name);
  const auto* text = value != nullptr ? std::get_if<std::string>(&value->state()) : nullptr;
  return text != nullptr ? *text : "nothing";
}

TEST_F(ThemeTest, ChildrenStandForTheirParentsFileByFile) {
  files_.put("themes/child/theme.yaml", "extends: mine\n");
  files_.put("themes/child/templates/comment.mustache", "[{{author}}{{{replies}}}]");
  files_.put("themes/child/archetypes/essay.md", "child");
  files_.put("themes/mine/archetypes/essay.md", "mine");
  files_.put("themes/mine/archetypes/page.md", "mine");
  const Theme theme = load("child");
  EXPECT_EQ(reported(), "");
  EXPECT_EQ(theme.archetypes.at("essay.md"), "child");
  EXPECT_EQ(theme.archetypes.at("page.md"), "mine");
  Forest forest{.layout = "comment", .depth_limit = 200, .nodes = {}};
  forest.nodes.push_back({1, Record().set("author", "a")});
  forest.nodes.push_back({2, Record().set("author", "b")});
  Renderer renderer(theme);
  EXPECT_EQ(renderer.render("home", Record().set("title", "<t>").set("threads", forest)), "&lt;t&gt;[a[b]]");
}

TEST_F(ThemeTest, AFingerprintCoversTheForestsLayout) {
  const Theme before = load();
  EXPECT_EQ(before.fingerprint("home"), load().fingerprint("home"));
  files_.put("themes/mine/templates/comment.mustache", "({{{replies}}})");
  const Theme after = load();
  EXPECT_NE(before.fingerprint("home"), after.fingerprint("home"));
  EXPECT_NE(before.fingerprint("comment"), after.fingerprint("comment"));
  files_.put("themes/mine/templates/comment.mustache", "{{! a remark }}({{{replies}}})");
  EXPECT_EQ(load().fingerprint("home"), after.fingerprint("home"));
}

TEST_F(ThemeTest, UnknownThemesAreErrorsOnce) {
  load("mien");
  EXPECT_TRUE(has_reported("E site.yaml:2:8 unknown-theme (did you mean 'mine'?)\n")) << reported();
  load("../mine");
  EXPECT_TRUE(has_reported("E site.yaml:2:8 unknown-theme")) << reported();
  files_.put("themes/mine/theme.yaml", "\nextends: misty\n");
  load();
  EXPECT_TRUE(has_reported("E themes/mine/theme.yaml:2:10 unknown-theme")) << reported();
}

TEST_F(ThemeTest, ACircleIsAnErrorOnce) {
  files_.put("themes/mine/theme.yaml", "extends: other\n");
  files_.put("themes/other/theme.yaml", "extends: mine\n");
  load();
  EXPECT_EQ(reported(),
            "E themes/other/theme.yaml:1:10 theme-circle (name another theme there, such as 'default', or delete the "
            "line)\n");
}

TEST_F(ThemeTest, ASitesOwnDefaultMayExtendTheOneInside) {
  files_.put("themes/default/theme.yaml", "extends: default\n");
  Diagnostics diagnostics;
  const auto chain = read_themes(files_, ThemeChoice(), diagnostics);
  ASSERT_TRUE(chain);
  ASSERT_EQ(chain->size(), 2u);
  EXPECT_EQ((*chain)[1].files.size(), embedded_theme().size());
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(ThemeTest, SettingsAreRead) {
  files_.put("themes/mine/theme.yaml", "nmae: x\nparams: {width: 40, wide: false, colour: red}\n");
  const Theme theme = load("mine", "en", Record().set("colour", "blue"));
  EXPECT_EQ(reported(), "E themes/mine/theme.yaml:1:1 unknown-key (did you mean 'name'?)\n");
  EXPECT_EQ(text_of(theme.params, "colour"), "blue");
  EXPECT_EQ(text_of(theme.params, "width"), "40");
  ASSERT_NE(theme.params.find("wide"), nullptr);
  EXPECT_EQ(std::get<bool>(theme.params.find("wide")->state()), false);
}

TEST_F(ThemeTest, AFolderWithoutSettingsIsAnError) {
  files_.put("themes/bare/templates/home.mustache", "");
  files_.put("themes/bare/templates/comment.mustache", "{{{replies}}}");
  load("bare");
  EXPECT_EQ(
      reported(),
      "E themes/bare:0:0 no-theme-yaml (create it with one line, to build on the default theme: 'extends: default')\n");
}

TEST_F(ThemeTest, TemplatesThatLackOrThatNothingUses) {
  files_.put("themes/mine/templates/hom.mustache", "");
  files_.put("themes/mine/templates/notes.txt", "");
  files_.put("themes/mine/templates/.hidden.mustache", "{{");
  load();
  EXPECT_EQ(reported(),
            "W themes/mine/templates/hom.mustache:0:0 unused-template (did you mean 'home'?)\n"
            "W themes/mine/templates/notes.txt:0:0 unknown-file\n");
  MemoryFiles bare;
  bare.put("themes/mine/theme.yaml", "name: Mine\n");
  bare.put("themes/mine/templates/comment.mustache", "{{author}}");
  Diagnostics diagnostics;
  ASSERT_TRUE(load_theme(bare, {.name = "mine", .location = {}, .language = "en"}, shapes, diagnostics));
  diagnostics_ = diagnostics;
  EXPECT_EQ(reported(),
            "E themes/mine/templates/comment.mustache:0:0 no-replies (write '{{{replies}}}' where they belong)\n"
            "E themes/mine/theme.yaml:0:0 missing-template (write templates/home.mustache, or add 'extends: default' "
            "to theme.yaml)\n");
}

TEST_F(ThemeTest, LinksStayInsideTheSite) {
  files_.put("elsewhere/style.css", "a{}");
  files_.put_link("themes/mine/assets/style.css", "../../../elsewhere/style.css");
  files_.put_link("themes/mine/assets/loop", "..");
  files_.put_link("themes/mine/assets/out.css", "/etc/passwd");
  const Theme theme = load();
  EXPECT_EQ(reported().substr(0, reported().find(" (")),
            "E themes/mine/assets/loop:0:0 bad-link\nE themes/mine/assets/out.css:0:0 bad-link");
  ASSERT_EQ(theme.assets.size(), 1u);
  EXPECT_EQ(theme.assets[0].path, "assets/style.css");
}

TEST_F(ThemeTest, WordsAreLookedForInOrder) {
  files_.put("themes/child/theme.yaml", "extends: mine\n");
  files_.put("themes/child/i18n/fr.yaml", "one: enfant\n");
  files_.put("themes/mine/i18n/fr.yaml",
             "one: parent\ntwo: parent\nposts: {one: '{count} partie', other: '{count} parties'}\n");
  files_.put("themes/child/i18n/en.yaml", "one: child\ntwo: child\nthree: child\n");
  files_.put("themes/mine/i18n/en.yaml",
             "three: parent\nin_reply_to: 'by {name} {6}'\ncomments: {zero: none, one: 'one', other: '{count}'}\n");
  files_.put("themes/mine/templates/home.mustache",
             "{{#words}}{{one}}{{/words}}{{words.two}}{{words.three}}{{{threads}}}");
  const Theme theme = load("child", "fr");
  EXPECT_EQ(reported(), "");
  const Words& french = theme.words_for("fr-CA");
  EXPECT_EQ(french.text("one") + french.text("two") + french.text("three"), "enfantparentchild");
  EXPECT_EQ(french.count("posts", 0), "0 partie");
  EXPECT_EQ(french.count("posts", 2), "2 parties");
  EXPECT_EQ(french.count("posts", 1'000'000), "1\u202F000\u202F000 parties");  // CLDR's `many`, which is not translated
  const Words& english = theme.words_for("de");
  EXPECT_EQ(english.language(), theme.words.contains("de") ? "de" : "en");
  EXPECT_EQ(theme.words_for("en").text("one"), "child");
  EXPECT_EQ(theme.words_for("en").fill("in_reply_to", {{"name", "{name}"}}), "by {name} {6}");
  EXPECT_EQ(theme.words_for("en").count("comments", 0), "none");
  EXPECT_EQ(theme.words_for("en").count("comments", 1200), "1,200");
  EXPECT_EQ(theme.words_for("en").text("no such word"), "no such word");
  EXPECT_EQ(text_of(std::get<Record>(french.record().value->state()), "one"), "enfant");
  EXPECT_EQ(text_of(std::get<Record>(french.record().value->state()), "posts"), "nothing");
}

// Of the program's own words, only those of the site's language, its pages' languages and their fallbacks.
TEST_F(ThemeTest, OnlyWordsOfTheSitesLanguagesAreRead) {
  const auto next = [&](const ThemeChoice& choice, std::string_view language) {
    diagnostics_ = {};
    return load_theme(files_, choice, shapes, diagnostics_)->words_for(language).text("next_post");
  };
  ThemeChoice choice;
  EXPECT_EQ(next(choice, "de"), "Nächster Beitrag");
  choice.languages = {"de-AT"};
  EXPECT_EQ(next(choice, "de-AT"), "Nächster Beitrag");
  EXPECT_EQ(next(choice, "de"), "Nächster Beitrag");
  EXPECT_EQ(next(choice, "fr"), "Next post");  // no page uses it
  choice.language = "fr-CA";
  EXPECT_EQ(next(choice, "fr"), next(choice, "fr-CA"));
  EXPECT_NE(next(choice, "fr"), "Next post");
}

TEST_F(ThemeTest, FormsFollowThePluralRulesOfTheirLanguage) {
  const std::map<std::string, std::string> forms = {
      {"pl", "{one: 1, few: f, many: m, other: o}"},
      {"ru", "{one: 1, few: f, many: m, other: o}"},
      {"ar", "{zero: z, one: 1, two: 2, few: f, many: m, other: o}"},
      {"cy", "{zero: z, one: 1, two: 2, few: f, many: m, other: o}"},
      {"ja", "{other: o}"},
  };
  for (const auto& [language, text] : forms) {
    files_.put("themes/mine/i18n/" + language + ".yaml", "comments: " + text + "\n");
  }
  const Theme theme = load();
  EXPECT_EQ(reported(), "");
  const auto chosen = [&](std::string_view language) {
    std::string all;
    for (const int n : {0, 1, 2, 3, 5, 6, 11, 21, 100, 103}) all += theme.words_for(language).count("comments", n);
    return all;
  };
  EXPECT_EQ(chosen("pl"), "m1ffmmmmmf");
  EXPECT_EQ(chosen("ru"), "m1ffmmm1mf");
  EXPECT_EQ(chosen("ar"), "z12fffmmof");
  EXPECT_EQ(chosen("cy"), "z12fomoooo");
  EXPECT_EQ(chosen("ja"), "oooooooooo");
}

TEST_F(ThemeTest, OrdinalsAreWordsOrNumbersWithForms) {
  files_.put("themes/mine/i18n/en.yaml",
             "ordinal_post: {one: '{number}st', two: '{number}nd', few: '{number}rd', other: '{number}th'}\n");
  files_.put("themes/mine/i18n/fr.yaml", "ordinal_post: {one: '{number}er billet', other: '{number}e billet'}\n");
  files_.put("themes/mine/i18n/sv.yaml", "ordinal_post: {one: '{number}:a inlägget', other: '{number}:e inlägget'}\n");
  files_.put("themes/mine/i18n/it.yaml",
             "ordinal_post: {many: 'l’{number}º articolo', other: 'il {number}º articolo'}\n");
  files_.put("themes/mine/i18n/pl.yaml", "ordinal_post: 'wpis {number}.'\n");
  files_.put("themes/mine/i18n/nl.yaml", "ordinal_post: '{ordinal} bijdrage'\n");
  const Theme theme = load();
  EXPECT_EQ(reported(), "");
  const auto chosen = [&](std::string_view language, std::initializer_list<int> numbers) {
    std::string all;
    for (const int n : numbers) all += theme.words_for(language).ordinal("ordinal_post", n) + ", ";
    return all;
  };
  EXPECT_EQ(chosen("en", {1, 2, 3, 4, 11, 12, 13, 21, 112}), "1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 112th, ");
  EXPECT_EQ(chosen("fr", {1, 2, 21}), "1er billet, 2e billet, 21e billet, ");
  EXPECT_EQ(chosen("sv", {1, 2, 3, 11}), "1:a inlägget, 2:a inlägget, 3:e inlägget, 11:e inlägget, ");
  EXPECT_EQ(chosen("it", {1, 8, 11}), "Il 1º articolo, L’8º articolo, L’11º articolo, ");
  EXPECT_EQ(chosen("pl", {3}), "Wpis 3., ");
  EXPECT_EQ(chosen("nl", {3}), "Derde bijdrage, ");
}

// Words without a translation are English, with English plural rules.
TEST_F(ThemeTest, AWordThatALanguageLacksIsCountedByItsOwnRules) {
  const Theme theme = load("default", "pl");
  EXPECT_EQ(theme.words_for("pl").count("comments", 2), "2 comments");
  EXPECT_EQ(theme.words_for("pl").ordinal("ordinal_post", 3), "Third post");
}

TEST_F(ThemeTest, OwnLanguagesHaveGoodOrdinals) {
  const Theme theme = load("default");
  for (const auto& [language, third] :
       {std::pair("de", "Dritter Beitrag"), std::pair("en", "Third post"), std::pair("es", "Tercer artículo"),
        std::pair("fr", "Troisième billet"), std::pair("it", "Terzo articolo")}) {
    EXPECT_EQ(theme.words_for(language).ordinal("ordinal_post", 3), third);
  }
}

TEST_F(ThemeTest, WordsAroundHtmlAreEscaped) {
  files_.put("themes/mine/i18n/en.yaml", "scheduled: 'on <b> {date}'\n");
  EXPECT_EQ(load().words_for("en").html("scheduled", "date", "<time>x</time>"), "on &lt;b&gt; <time>x</time>");
}

// The embedded theme follows the rules for theme files.
TEST_F(ThemeTest, OwnWordsKeepToTheRules) {
  files_.put("themes/default/theme.yaml", "");
  for (const EmbeddedFile& file : embedded_theme()) {
    files_.put("themes/default/" + std::string(file.path), file.bytes);
  }
  Diagnostics diagnostics;
  const auto theme =
      load_theme(files_, {.name = "default", .location = {}, .language = "en"}, layout_shapes(), diagnostics);
  ASSERT_TRUE(theme);
  EXPECT_TRUE(theme->requests.empty());
  for (const Diagnostic& one : diagnostics.sorted()) ADD_FAILURE() << one.location.file << ": " << one.message;
}

TEST_F(ThemeTest, AssetsHoldTheirHashesAndStylesheetsFollow) {
  files_.put("themes/mine/assets/style.css",
             "/* url(x.png) */ @import 'css/base.css'; a{background:URL( \"img/a b.png?v=1#x\" )} b{x:url(data:,x) "
             "url(https://e.org/x.png) url(#f) url(/root.png)} c{content:'url(y.png)'}");
  files_.put("themes/mine/assets/css/base.css", "@font-face{src:url(../font.woff2)}");
  files_.put("themes/mine/assets/font.woff2", "font");
  files_.put("themes/mine/assets/img/a b.png", "png");
  const Theme theme = load();
  EXPECT_EQ(reported(), "");
  ASSERT_EQ(theme.assets.size(), 4u);
  const auto output = [&](std::string_view field) {
    for (const Asset& asset : theme.assets) {
      if (asset.field == field) return asset.output.substr(asset.output.rfind('/') + 1);
    }
    return std::string("nothing");
  };
  EXPECT_EQ(output("font_woff2"), "font." + hex(hash_of("font")).substr(0, 8) + ".woff2");
  EXPECT_EQ(theme.assets[0].bytes, "@font-face{src:url(../" + output("font_woff2") + ")}");
  EXPECT_EQ(
      theme.assets[3].bytes,
      "/* url(x.png) */ @import 'css/" + output("css_base_css") + "'; a{background:URL( \"img/a%20b." +
          hex(hash_of("png")).substr(0, 8) +
          ".png?v=1#x\" )} b{x:url(data:,x) url(https://e.org/x.png) url(#f) url(/root.png)} c{content:'url(y.png)'}");
  const Record record = asset_record(theme.assets);
  EXPECT_EQ(std::get<SiteAddress>(record.find("font_woff2")->state()).path.text, "/assets/" + output("font_woff2"));
}

TEST_F(ThemeTest, AssetsThatClashOrLead) {
  files_.put("themes/mine/assets/a.css", "\n@import url(b.css);\n.x{background:url(none.png)}");
  files_.put("themes/mine/assets/b.css", "@import url(a.css);");
  files_.put("themes/mine/assets/a-css", "");
  load();
  EXPECT_EQ(reported(),
            "E themes/mine/assets/a.css:0:0 same-asset-name\n"
            "W themes/mine/assets/a.css:3:19 missing-asset\n"
            "E themes/mine/assets/b.css:1:13 import-circle (remove one of the two imports)\n");
}

// Causerie's own themes use only names that exist.
TEST(OwnThemes, NameNothingThatIsNotThere) {
  MemoryFiles site;
  const std::filesystem::path root = CAUSERIE_SOURCE_DIR;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "themes/sepia")) {
    if (!entry.is_regular_file()) continue;
    std::stringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    site.put(entry.path().lexically_relative(root).generic_string(), bytes.str());
  }
  for (const char* name : {"default", "sepia"}) {
    Diagnostics diagnostics;
    const auto theme = load_theme(site, {.name = name, .location = {}, .language = "en"}, layout_shapes(), diagnostics);
    ASSERT_TRUE(theme);
    EXPECT_EQ(theme->name, name);
    EXPECT_EQ(theme->words_for("en").text("next_post"), name == std::string("sepia") ? "Read on" : "Next post");
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
      ADD_FAILURE() << diagnostic.location.file << ":" << diagnostic.location.span.begin.line << ": "
                    << diagnostic.message;
    }
  }
}

}  // namespace
}  // namespace causerie
