// The rules of `check --external`: which machines are never contacted, what answers mean, what is stored.
#include "pipeline/outside/outside_links.h"

#include <gtest/gtest.h>

#include "pipeline/outside/known_links.h"
#include "pipeline/outside/private_addresses.h"
#include "support/made_up_web.h"

namespace causerie {
namespace {

TEST(PrivateAddresses, OfIPv4) {
  for (const char* text :
       {"0.0.0.0",   "0.1.2.3",         "10.0.0.1",        "10.255.255.255", "100.64.0.1",     "100.127.255.255",
        "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",     "172.31.255.255", "192.0.0.1",
        "192.0.2.1", "192.168.0.1",     "198.18.0.1",      "198.19.255.255", "198.51.100.7",   "203.0.113.9",
        "224.0.0.1", "239.1.1.1",       "255.255.255.255"}) {
    EXPECT_NE(why_private(machine(text)), "") << text;
  }
  for (const char* text : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1",
                           "128.0.0.1", "169.253.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.0.1",
                           "192.169.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.255"}) {
    EXPECT_EQ(why_private(machine(text)), "") << text;
  }
}

TEST(PrivateAddresses, OfIPv6) {
  for (const char* text :
       {"::",           "::1",     "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",   "64:ff9b::10.0.0.1",
        "64:ff9b:1::1", "100::1",  "2001::1",          "2001:db8::1",     "2002:7f00:1::", "2002:a00:1::1",
        "3fff::1",      "fc00::1", "fdff::1",          "fe80::1",         "febf::1",       "fec0::1",
        "ff02::1",      "4000::1"}) {
    EXPECT_NE(why_private(machine(text)), "") << text;
  }
  for (const char* text :
       {"2606:4700::1111", "2a00:1450::1", "2001:4860::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2002:101:101::1"}) {
    EXPECT_EQ(why_private(machine(text)), "") << text;
  }
}

TEST(PrivateAddresses, OfNames) {
  for (const char* name :
       {"localhost", "a.localhost", "printer.local", "intranet", "x.internal", "nas.lan", "a.home.arpa"})
    EXPECT_NE(why_private(std::string_view(name)), "") << name;
  for (const char* name : {"example.org", "local.example.org", "notlocalhost.org", "127.0.0.1", "2130706433", "::1"})
    EXPECT_EQ(why_private(std::string_view(name)), "") << name;  // numeric addresses are checked after resolving them
}

TEST(RetryAfter, IsANumberOrADate) {
  const Instant now{784'111'777};  // Sun, 06 Nov 1994 08:49:37 GMT
  EXPECT_EQ(retry_after_seconds("120", now), 120);
  EXPECT_EQ(retry_after_seconds(" 0 ", now), 0);
  EXPECT_EQ(retry_after_seconds("99999999999999999999", now), 1'000'000);
  EXPECT_EQ(retry_after_seconds("Sun, 06 Nov 1994 08:49:47 GMT", now), 10);
  EXPECT_EQ(retry_after_seconds("Sun, 06 Nov 1994 08:49:27 GMT", now), 0);
  EXPECT_EQ(retry_after_seconds("Sun, 06 Nov 2094 08:49:27 GMT", now), 1'000'000);
  for (const char* text : {"", "-1", "soon", "1.5", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT"})
    EXPECT_EQ(retry_after_seconds(text, now), std::nullopt) << text;
}

TEST(KnownLinks, AreLoadedAsTheyWereStored) {
  const KnownLinks links{{"https://a.example/", {{1'700'000'000}, {LinkVerdict::fine, ""}}},
                         {"https://b.example/", {{1'700'000'001}, {LinkVerdict::moved, "https://c.example/"}}},
                         {"https://d.example/", {{1'700'000'002}, {LinkVerdict::unclear, "says no (403)"}}}};
  Store store;
  EXPECT_TRUE(store_known_links(store, links));
  EXPECT_EQ(load_known_links(store), links);
  EXPECT_TRUE(store_known_links(store, {}));
  EXPECT_TRUE(load_known_links(store).empty());
}

TEST(KnownLinks, GoodNewsLastAWeekAndBadNewsADay) {
  const auto is_fresh_after = [](LinkVerdict verdict, std::int64_t seconds) {
    return is_fresh({{1'000'000}, {verdict, ""}}, {1'000'000 + seconds});
  };
  EXPECT_TRUE(is_fresh_after(LinkVerdict::fine, 7 * 86'400 - 1));
  EXPECT_FALSE(is_fresh_after(LinkVerdict::moved, 7 * 86'400));
  EXPECT_TRUE(is_fresh_after(LinkVerdict::gone, 86'399));
  EXPECT_FALSE(is_fresh_after(LinkVerdict::unreachable, 86'400));
  EXPECT_FALSE(is_fresh_after(LinkVerdict::fine, -1));
}

TEST(Exceptions, AStarStandsForAnything) {
  EXPECT_TRUE(matches("https://a.example/*", "https://a.example/x/y?z"));
  EXPECT_TRUE(matches("https://a.example/*", "https://a.example/"));
  EXPECT_TRUE(matches("*.example/*/b*c", "https://x.example/a/a/bbbc"));
  EXPECT_TRUE(matches("*", ""));
  EXPECT_TRUE(matches("", ""));
  EXPECT_FALSE(matches("https://a.example/", "https://a.example/x"));
  EXPECT_FALSE(matches("*b", "bc"));
  EXPECT_FALSE(matches("", "a"));
  EXPECT_FALSE(matches(std::string(40, '*') + "b", std::string(100'000, 'a')));
}

}  // namespace
}  // namespace causerie
