#include "client/app/change_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "shared/base/json_reader.h"

namespace rr::app {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 39> kSentences{{
    {"absence.add", "Plan days away"},
    {"absence.edit", "Change days away"},
    {"absence.remove", "Remove days away"},
    {"assignment.complete", "Finish a chore"},
    {"assignment.give", "Give a chore to somebody"},
    {"assignment.lock", "Fix a chore to somebody"},
    {"assignment.return_to_pool", "Give a chore back"},
    {"assignment.run", "Assign chores"},
    {"assignment.skip", "Skip a chore"},
    {"assignment.undo", "Reopen a chore"},
    {"chore.add", "Add a chore"},
    {"chore.edit", "Change a chore"},
    {"chore.remove", "Delete a chore"},
    {"completion.set", "Tick a sub-task"},
    {"cycle.reset", "Reset the cycle"},
    {"effort_vote.set", "Say how heavy a chore is for me"},
    {"household.edit", "Change the household's settings"},
    {"household.start", "Start a household"},
    {"member.join", "Join the household"},
    {"member.link", "Link an account to a roommate"},
    {"member.remove", "Remove a member"},
    {"member.set_role", "Change a role"},
    {"member.unlink", "Unlink an account from a roommate"},
    {"points.adjust", "Correct points"},
    {"preference.set", "Say what a chore is to me"},
    {"roommate.add", "Add a roommate"},
    {"roommate.edit", "Change a roommate"},
    {"roommate.move_out", "Move a roommate out"},
    {"settings.edit", "Change my settings"},
    {"sub_chore.add", "Add a sub-task"},
    {"sub_chore.edit", "Change a sub-task"},
    {"sub_chore.move", "Move a sub-task"},
    {"sub_chore.remove", "Delete a sub-task"},
    {"swap.accept", "Accept a swap"},
    {"swap.decline", "Decline a swap"},
    {"swap.propose", "Offer a swap"},
    {"swap.undo", "Undo a swap"},
    {"swap.withdraw", "Withdraw a swap"},
    {"veto_reason.set", "Say why I never do a chore"},
}};

// What a person types, and neither an id nor a day.
bool is_typed(std::string_view key, std::string_view text) {
  constexpr std::array<std::string_view, 8> kTyped{"name",        "household_name", "person_name",
                                                   "description", "notes",          "roommate_name",
                                                   "note",        "reason"};
  const bool is_text = std::find(kTyped.begin(), kTyped.end(), key) != kTyped.end();
  return is_text && !text.empty();
}

std::vector<std::string> typed_texts(std::string_view arguments) {
  std::vector<std::string> texts;
  JsonReader reader(arguments);
  if (!reader.begin_object()) return texts;
  std::string key;
  while (reader.next_key(key)) {
    if (reader.peek() != JsonKind::string) {
      if (!reader.skip_value()) break;
      continue;
    }
    std::string text;
    if (!reader.read_string(text)) break;
    if (is_typed(key, text)) texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

std::string change_words(std::string_view command, std::string_view arguments) {
  const auto found = std::find_if(kSentences.begin(), kSentences.end(),
                                  [&](const auto& each) { return each.first == command; });
  std::string words(found == kSentences.end() ? "A change" : found->second);
  // Of a run's arguments that is all there is: the preview that was saved.
  if (command == "assignment.run" && arguments.size() > 2) words += " as the preview showed";
  const auto texts = typed_texts(arguments);
  if (!texts.empty()) words += ": " + texts.front();
  return words;
}

std::string refusal_reason(const Error& error) {
  if (error.code != "preview_outdated") return error.message;
  return "The household changed before this was sent, so nothing was given out. Open a new preview "
         "to see how it would be now.";
}

std::string typed_words(std::string_view arguments) {
  std::string words;
  for (const std::string& text : typed_texts(arguments)) {
    if (!words.empty()) words += '\n';
    words += text;
  }
  return words;
}

}  // namespace rr::app
