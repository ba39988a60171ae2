#include "client/app/change_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "client/text/texts.h"
#include "shared/base/json_reader.h"

namespace rr::app {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 39> kSentences{{
    {"absence.add", to_translate("Plan days away")},
    {"absence.edit", to_translate("Change days away")},
    {"absence.remove", to_translate("Remove days away")},
    {"assignment.complete", to_translate("Finish a chore")},
    {"assignment.give", to_translate("Give a chore to somebody")},
    {"assignment.lock", to_translate("Fix a chore to somebody")},
    {"assignment.return_to_pool", to_translate("Give a chore back")},
    {"assignment.run", to_translate("Assign chores")},
    {"assignment.skip", to_translate("Skip a chore")},
    {"assignment.undo", to_translate("Reopen a chore")},
    {"chore.add", to_translate("Add a chore")},
    {"chore.edit", to_translate("Change a chore")},
    {"chore.remove", to_translate("Delete a chore")},
    {"completion.set", to_translate("Tick a sub-task")},
    {"cycle.reset", to_translate("Reset the cycle")},
    {"effort_vote.set", to_translate("Say how heavy a chore is for me")},
    {"household.edit", to_translate("Change the household's settings")},
    {"household.start", to_translate("Start a household")},
    {"member.join", to_translate("Join the household")},
    {"member.link", to_translate("Link an account to a roommate")},
    {"member.remove", to_translate("Remove a member")},
    {"member.set_role", to_translate("Change a role")},
    {"member.unlink", to_translate("Unlink an account from a roommate")},
    {"points.adjust", to_translate("Correct points")},
    {"preference.set", to_translate("Say what a chore is to me")},
    {"roommate.add", to_translate("Add a roommate")},
    {"roommate.edit", to_translate("Change a roommate")},
    {"roommate.move_out", to_translate("Move a roommate out")},
    {"settings.edit", to_translate("Change my settings")},
    {"sub_chore.add", to_translate("Add a sub-task")},
    {"sub_chore.edit", to_translate("Change a sub-task")},
    {"sub_chore.move", to_translate("Move a sub-task")},
    {"sub_chore.remove", to_translate("Delete a sub-task")},
    {"swap.accept", to_translate("Accept a swap")},
    {"swap.decline", to_translate("Decline a swap")},
    {"swap.propose", to_translate("Offer a swap")},
    {"swap.undo", to_translate("Undo a swap")},
    {"swap.withdraw", to_translate("Withdraw a swap")},
    {"veto_reason.set", to_translate("Say why I never do a chore")},
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
  std::string words = found == kSentences.end() ? tr("A change") : tr(found->second);
  // Of a run's arguments that is all there is: the preview that was saved.
  if (command == "assignment.run" && arguments.size() > 2) {
    words = tr("Assign chores as the preview showed");
  }
  const auto texts = typed_texts(arguments);
  return texts.empty() ? words : words + ": " + texts.front();
}

std::string refusal_reason(const Error& error) {
  if (error.code != "preview_outdated") return tr_sentence(error.message);
  return tr(
      "The household changed before this was sent, so nothing was given out. Open a new preview "
      "to see how it would be now.");
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
