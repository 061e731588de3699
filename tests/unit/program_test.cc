// The identity of the running program.
#include "system/program.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace causerie {
namespace {

std::string number(std::uint32_t value) { return {reinterpret_cast<const char*>(&value), sizeof value}; }

std::string note(std::uint32_t kind, std::string name, std::string text) {
  std::string bytes = number(static_cast<std::uint32_t>(name.size())) + number(static_cast<std::uint32_t>(text.size()));
  bytes += number(kind);
  for (std::string* part : {&name, &text}) {
    while (part->size() % 4 != 0) *part += '\0';
    bytes += *part;
  }
  return bytes;
}

const std::string gnu("GNU", 4);

TEST(BuildId, IsFoundBehindOtherNotes) {
  const std::string id = note(3, gnu, "twenty bytes of hash");
  EXPECT_EQ(build_id_in(id), "twenty bytes of hash");
  EXPECT_EQ(build_id_in(note(1, gnu, "an ABI's five") + note(3, "Go", "x") + id), "twenty bytes of hash");
}

TEST(BuildId, IsNothingWhereNotesHaveNoneOrAreCutShort) {
  EXPECT_EQ(build_id_in(""), std::nullopt);
  EXPECT_EQ(build_id_in(note(1, gnu, "an ABI") + note(3, std::string("GNV", 4), "x") + note(3, gnu, "")), std::nullopt);
  const std::string id = note(3, gnu, "twenty bytes of hash");
  for (std::size_t size = 0; size < id.size(); ++size) EXPECT_EQ(build_id_in(id.substr(0, size)), std::nullopt) << size;
  EXPECT_EQ(build_id_in(number(0xFFFFFFFF) + number(0xFFFFFFFF) + number(3) + id), std::nullopt);
}

TEST(Program, KnowsItsOwnFile) {
  EXPECT_TRUE(std::filesystem::is_regular_file(program_path())) << program_path();
  EXPECT_EQ(std::filesystem::path(program_path()).filename(), "causerie_tests");
  EXPECT_EQ(program_hash(), program_hash());
}

}  // namespace
}  // namespace causerie
