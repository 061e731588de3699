// Everything that uses ICU: Unicode's rules for text, CLDR's for languages, the IANA time zones.
//
// Declared in unicode.h, locale.h and calendar.h. Creating one of ICU's objects costs between 0.1 and 10 ms, and most
// of them may not be used by two threads at once, so each thread creates its own on first use and keeps it.
#include <unicode/basictz.h>
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/numfmt.h>
#include <unicode/plurrule.h>
#include <unicode/rbnf.h>
#include <unicode/smpdtfmt.h>
#include <unicode/stringoptions.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "base/calendar.h"
#include "base/locale.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

constexpr double milliseconds_of_day = 86'400'000;

// ICU only fails if its own data is missing: a broken installation, which no caller can fix.
void expect(UErrorCode status) {
  if (U_SUCCESS(status)) return;
  std::fprintf(stderr, "causerie: the ICU library does not work: %s\n", u_errorName(status));
  std::abort();
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

icu::Locale locale_of(std::string_view language) {
  // If CLDR has nothing for a language, ICU falls back to the machine's locale, which must not affect the output.
  [[maybe_unused]] static const bool is_rooted = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale::setDefault(icu::Locale::getRoot(), status);
    return U_SUCCESS(status);
  }();
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({language.data(), static_cast<int32_t>(language.size())}, status);
  return U_SUCCESS(status) && !locale.isBogus() ? locale : icu::Locale::getRoot();
}

// This thread's object for a language. Each `make` has its own type, and so its own store.
template <class Make>
auto& kept(std::string_view language, Make make) {
  using Kept = std::invoke_result_t<Make, const icu::Locale&, UErrorCode&>;
  thread_local std::map<std::string, Kept, std::less<>> store;
  auto found = store.find(language);
  if (found == store.end()) {
    UErrorCode status = U_ZERO_ERROR;
    found = store.emplace(std::string(language), make(locale_of(language), status)).first;
    expect(status);
  }
  return *found->second;
}

// This thread's cached text for a number in a language: pages use few numbers, many times over. Each `make` has its own
// store.
template <class Make>
const std::string& remembered(std::string_view language, int number, Make make) {
  thread_local std::map<std::string, std::unordered_map<int, std::string>, std::less<>> store;
  auto of_language = store.find(language);
  if (of_language == store.end()) of_language = store.try_emplace(std::string(language)).first;
  const auto [found, is_new] = of_language->second.try_emplace(number);
  if (is_new) found->second = make();
  return found->second;
}

using DateFormat = std::unique_ptr<icu::SimpleDateFormat>;

// Uses the Gregorian calendar in every language and century, like paths and `datetime` attributes.
DateFormat date_format(icu::Locale locale, const char* skeleton, UErrorCode& status) {
  // Plain "en" belongs to no country; the day before the month is what most of its readers write.
  if (std::string_view(locale.getName()) == "en") locale = icu::Locale::getUK();
  locale.setKeywordValue("calendar", "gregorian", status);
  std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  expect(status);
  auto format = std::make_unique<icu::SimpleDateFormat>(patterns->getBestPattern(skeleton, status), locale, status);
  auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  calendar->setGregorianChange(days_since_1970({1, 1, 1}) * milliseconds_of_day, status);
  expect(status);
  format->adoptCalendar(calendar.release());
  return format;
}

std::string formatted(const icu::SimpleDateFormat& format, Day day) {
  icu::UnicodeString result;
  return utf8_of(format.format(UDate(days_since_1970(day) * milliseconds_of_day), result));
}

struct Ordinals {
  icu::RuleBasedNumberFormat format;
  icu::UnicodeString rules;  // empty if CLDR has no words
};

// Selects the form used before a masculine or neuter noun without an article, as in "third post" and "dritter Teil".
std::unique_ptr<Ordinals> ordinals(const icu::Locale& locale, UErrorCode& status) {
  auto result = std::make_unique<Ordinals>(Ordinals{{icu::URBNF_SPELLOUT, locale, status}, {}});
  expect(status);
  const std::string_view language = locale.getLanguage();
  if (language.empty() || language != result->format.getLocale(ULOC_ACTUAL_LOCALE, status).getLanguage()) return result;
  for (const char* form :
       {"-r", "-masculine-adjective", "", "-masculine", "-reale", "-common", "-neuter", "-native-count"}) {
    const icu::UnicodeString name = icu::UnicodeString("%spellout-ordinal") + form;
    for (int i = 0; i < result->format.getNumberOfRuleSetNames(); ++i) {
      if (result->format.getRuleSetName(i) == name) {
        result->rules = name;
        return result;
      }
    }
  }
  return result;
}

const icu::PluralRules& plural_rules(std::string_view language, PluralKind kind) {
  const auto made = [](const icu::Locale& locale, UPluralType type, UErrorCode& status) {
    return std::unique_ptr<icu::PluralRules>(icu::PluralRules::forLocale(locale, type, status));
  };
  if (kind == PluralKind::cardinal) {
    return kept(language, [made](const icu::Locale& locale, UErrorCode& status) {
      return made(locale, UPLURAL_TYPE_CARDINAL, status);
    });
  }
  return kept(language, [made](const icu::Locale& locale, UErrorCode& status) {
    return made(locale, UPLURAL_TYPE_ORDINAL, status);
  });
}

icu::BreakIterator& characters() {
  return kept("", [](const icu::Locale& root, UErrorCode& status) {
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createCharacterInstance(root, status));
  });
}

bool has_category(char32_t code_point, uint32_t mask) {
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & mask) != 0;
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  if (const auto safe = stream_safe(text)) return nfc(*safe);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  expect(status);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (normalizer->isNormalizedUTF8(piece, status)) return std::string(text);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  expect(status);
  return result;
}

bool is_nfc_boundary(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  expect(status);
  return normalizer->hasBoundaryBefore(static_cast<UChar32>(code_point)) != 0;
}

std::string lower(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
  expect(status);
  return result;
}

std::string latin_to_ascii(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const icu::Transliterator& fold = kept("", [](const icu::Locale&, UErrorCode& status) {
    UParseError where;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, where, status));
  });
  // Compose first: a mark that is composed with its letter is not mistaken for one that follows a Latin letter.
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(nfc(text));
  fold.transliterate(folded);
  return nfc(utf8_of(folded));
}

bool is_letter_or_digit(char32_t code_point) {
  return has_category(code_point, U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);
}
bool is_wide(char32_t code_point) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool is_mark(char32_t code_point) { return has_category(code_point, U_GC_M_MASK); }
int combining_class(char32_t code_point) { return u_getCombiningClass(static_cast<UChar32>(code_point)); }
bool is_invisible(char32_t code_point) {
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}
std::string unicode_name(char32_t code_point) {
  std::array<char, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = u_charName(static_cast<UChar32>(code_point), U_UNICODE_CHAR_NAME, name.data(), 128, &status);
  return U_SUCCESS(status) && size < 128 ? std::string(name.data(), static_cast<std::size_t>(size)) : std::string();
}
bool are_connected(char32_t first, char32_t second) {
  const auto joining = [](char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE); };
  const int before = joining(first);
  const int after = joining(second);
  return (before == U_JT_DUAL_JOINING || before == U_JT_LEFT_JOINING) &&
         (after == U_JT_DUAL_JOINING || after == U_JT_RIGHT_JOINING);
}
bool is_space(char32_t code_point) { return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0; }
bool is_punctuation(char32_t code_point) { return has_category(code_point, U_GC_P_MASK | U_GC_S_MASK); }

std::string collation_key(std::string_view text, std::string_view language) {
  const icu::Collator& collator = kept(language, [](const icu::Locale& locale, UErrorCode& status) {
    return std::unique_ptr<icu::Collator>(icu::Collator::createInstance(locale, status));
  });
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::string key(text.size() * 3 + 16, '\0');
  const auto write = [&] {
    return static_cast<std::size_t>(
        collator.getSortKey(wide, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size())));
  };
  const std::size_t needed = write();
  const bool fits = needed <= key.size();
  key.resize(needed);
  if (!fits) write();
  // The key ends in the only zero byte it contains, so the appended text only decides between equal keys.
  return key + nfc(text);
}

std::string cut_at_character(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<int64_t>(text.size()), &status);
  icu::BreakIterator& boundaries = characters();
  boundaries.setText(&view, status);
  expect(status);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  const auto wanted = static_cast<int32_t>(bytes);
  const int32_t cut = boundaries.isBoundary(wanted) ? wanted : boundaries.preceding(wanted);
  utext_close(&view);
  return std::string(text.substr(0, static_cast<std::size_t>(std::max(cut, 0))));
}

bool is_language(std::string_view tag) {
  if (tag.empty() || tag.size() > 100 || tag.find('_') != std::string_view::npos) return false;
  const icu::Locale locale = locale_of(tag);
  return *locale.getLanguage() != '\0' && *locale.getISO3Language() != '\0';
}

bool is_right_to_left(std::string_view language) {
  thread_local std::map<std::string, bool, std::less<>> known;
  auto found = known.find(language);
  if (found == known.end()) found = known.emplace(language, locale_of(language).isRightToLeft() != 0).first;
  return found->second;
}

std::string plural_category(int n, std::string_view language, PluralKind kind) {
  const auto ask = [&] { return utf8_of(plural_rules(language, kind).select(static_cast<int32_t>(n))); };
  if (kind == PluralKind::cardinal) return remembered(language, n, [&] { return ask(); });
  return remembered(language, n, [&] { return ask(); });
}

std::vector<std::string> plural_categories(std::string_view language, PluralKind kind) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> names(plural_rules(language, kind).getKeywords(status));
  expect(status);
  std::set<std::string> found;
  while (const icu::UnicodeString* name = names->snext(status)) found.insert(utf8_of(*name));
  std::vector<std::string> result;
  for (const char* name : {"zero", "one", "two", "few", "many", "other"}) {
    if (found.contains(name)) result.emplace_back(name);
  }
  return result;
}

std::string ordinal_word(int n, std::string_view language) {
  return remembered(language, n, [&] {
    const Ordinals& words = kept(language, ordinals);
    if (words.rules.isEmpty()) return number(n, language);
    icu::UnicodeString result;
    icu::FieldPosition unused;
    UErrorCode status = U_ZERO_ERROR;
    words.format.format(static_cast<int32_t>(n), words.rules, result, unused, status);
    expect(status);
    return replace_all(utf8_of(result), "\u00AD", "");  // CLDR adds soft hyphens to long words
  });
}

std::string long_date(Day day, std::string_view language) {
  return remembered(language, days_since_1970(day), [&] {
    const icu::SimpleDateFormat& format = kept(
        language, [](const icu::Locale& locale, UErrorCode& status) { return date_format(locale, "yMMMMd", status); });
    return formatted(format, day);
  });
}

std::string month_and_year(int year, int month, std::string_view language) {
  const icu::SimpleDateFormat& format = kept(
      language, [](const icu::Locale& locale, UErrorCode& status) { return date_format(locale, "yMMMM", status); });
  return formatted(format, {year, month, 1});
}

std::string number(int n, std::string_view language) {
  return remembered(language, n, [&] {
    const icu::NumberFormat& format = kept(language, [](const icu::Locale& locale, UErrorCode& status) {
      return std::unique_ptr<icu::NumberFormat>(icu::NumberFormat::createInstance(locale, status));
    });
    icu::UnicodeString result;
    return utf8_of(format.format(static_cast<int32_t>(n), result));
  });
}

QuotationMarks quotation_marks(std::string_view language) {
  return kept(language, [](const icu::Locale& locale, UErrorCode& status) {
    const icu::LocalULocaleDataPointer data(ulocdata_open(locale.getName(), &status));
    expect(status);
    const auto mark = [&](ULocaleDataDelimiterType type) {
      std::array<UChar, 8> text;
      const int32_t size = ulocdata_getDelimiter(data.getAlias(), type, text.data(), text.size(), &status);
      return utf8_of(icu::UnicodeString(text.data(), size));
    };
    return std::make_unique<QuotationMarks>(QuotationMarks{mark(ULOCDATA_QUOTATION_START), mark(ULOCDATA_QUOTATION_END),
                                                           mark(ULOCDATA_ALT_QUOTATION_START),
                                                           mark(ULOCDATA_ALT_QUOTATION_END)});
  });
}

std::string capitalized(std::string_view text, std::string_view language) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& locale =
      kept(language, [](const icu::Locale& found, UErrorCode&) { return std::make_unique<icu::Locale>(found); });
  icu::CaseMap::utf8ToTitle(locale.getName(), U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, nullptr,
                            {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
  expect(status);
  return result;
}

struct Zone::Rules {
  std::string name;
  std::unique_ptr<icu::BasicTimeZone> zone;  // null for UTC, which does not need ICU
};

std::optional<Zone> Zone::named(std::string_view name) {
  auto rules = std::make_shared<Rules>();
  rules->name = name;
  if (name == "UTC") return Zone(std::move(rules));
  // Only names in the database have a region: this rejects ICU's own "GMT+3:30" and its "unknown".
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  std::array<char, 8> region;
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getRegion(id, region.data(), static_cast<int32_t>(region.size()), status);
  if (U_FAILURE(status) || name == "Etc/Unknown") return std::nullopt;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  rules->zone.reset(dynamic_cast<icu::BasicTimeZone*>(zone.get()));
  if (!rules->zone) return std::nullopt;
  static_cast<void>(zone.release());
  return Zone(std::move(rules));
}

const std::string& Zone::name() const { return rules_->name; }

Instant Zone::instant(Day day, int seconds_of_day) const {
  const std::int64_t local = std::int64_t{days_since_1970(day)} * 86'400 + seconds_of_day;
  if (!rules_->zone) return {local};
  // The offset before a clock change is right in both special cases: it selects the first of two equal local times, and
  // moves a local time that does not occur forward by the gap.
  int32_t standard = 0;
  int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules_->zone->getOffsetFromLocal(static_cast<UDate>(local) * 1000, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER,
                                   standard, saving, status);
  expect(status);
  return {local - (standard + saving) / 1000};
}

int Zone::offset_seconds(Instant instant) const {
  if (!rules_->zone) return 0;
  int32_t standard = 0;
  int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules_->zone->getOffset(static_cast<UDate>(instant.seconds) * 1000, false, standard, saving, status);
  expect(status);
  return (standard + saving) / 1000;
}

Day Zone::day(Instant instant) const {
  const std::int64_t local = instant.seconds + offset_seconds(instant);
  const std::int64_t days = local / 86'400 - (local % 86'400 < 0 ? 1 : 0);
  return day_after({1970, 1, 1}, static_cast<int>(days));
}

std::optional<HostName> ascii_host_name(std::string_view name) {
  thread_local const std::unique_ptr<icu::IDNA> rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::IDNA>(icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
  }();
  if (rules == nullptr) return std::nullopt;
  HostName host;
  icu::StringByteSink<std::string> sink(&host.ascii);
  icu::IDNAInfo info;
  UErrorCode status = U_ZERO_ERROR;
  rules->nameToASCII_UTF8({name.data(), static_cast<int32_t>(name.size())}, sink, info, status);
  if (U_FAILURE(status)) return std::nullopt;
  host.has_errors = info.hasErrors();
  return host;
}

}  // namespace causerie
