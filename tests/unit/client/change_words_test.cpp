#include "client/app/change_words.h"

#include <doctest/doctest.h>

#include "shared/commands/command.h"

namespace rr::app {

TEST_CASE("a refused change is said in words with what was typed") {
  CHECK(change_words("roommate.add", R"({"id":"x","name":"Ben"})") == "Add a roommate: Ben");
  CHECK(change_words("assignment.run", "{}") == "Assign chores");
  CHECK(change_words("chore.edit", R"({"id":"x","points":3,"name":"Dishes"})") ==
        "Change a chore: Dishes");
}

TEST_CASE("a preview that was saved too late is told as such") {
  const std::string digest(32, 'a');
  CHECK(change_words("assignment.run", R"({"expected_digest":")" + digest + R"("})") ==
        "Assign chores as the preview showed");
  const Error outdated = refuse("preview_outdated", "Here is a fresh one.");
  CHECK(refusal_reason(outdated).find("Open a new preview") != std::string::npos);
  CHECK(refusal_reason(refuse("moved_out", "Ben has moved out.")) == "Ben has moved out.");
}

TEST_CASE("every command that people issue has words") {
  for (const CommandInfo* info : all_commands()) {
    if (info->issuer == ActorKind::system) continue;
    CAPTURE(info->name);
    CHECK(change_words(info->name, "{}") != "A change");
  }
}

TEST_CASE("only what was typed is there to copy") {
  CHECK(typed_words(R"({"id":"0000","name":"Ben","colour":3})") == "Ben");
  CHECK(typed_words(R"({"household_name":"Home","person_name":"Ana","time_zone":"UTC"})") ==
        "Home\nAna");
  CHECK(typed_words("{}").empty());
  CHECK(typed_words("not json").empty());
}

}  // namespace rr::app
