// The words of every choice, in the order of its enum (entities.h). They are sent and stored as
// spelled here.
#pragma once

#include <string_view>

namespace rr {

inline constexpr std::string_view kRoleWords[] = {"member", "admin", "owner"};
inline constexpr std::string_view kRoommateStatusWords[] = {"active", "moved_out"};
inline constexpr std::string_view kFrequencyWords[] = {"daily", "weekly", "bi-weekly", "monthly"};
inline constexpr std::string_view kChoreTypeWords[] = {"predefined", "random"};
inline constexpr std::string_view kPreferenceLevelWords[] = {"never", "dislike", "neutral", "like"};
inline constexpr std::string_view kAssignmentStatusWords[] = {"open", "done", "skipped", "missed",
                                                              "cancelled"};
inline constexpr std::string_view kAssignmentRuleWords[] = {
    "rotation", "owed_turn", "lowest_balance", "floor", "lock", "swap", "only_eligible"};
inline constexpr std::string_view kDivisionMethodWords[] = {"balanced", "classic", "own_ratings"};
inline constexpr std::string_view kSwapStateWords[] = {"proposed",  "accepted", "declined",
                                                       "withdrawn", "expired",  "undone"};
inline constexpr std::string_view kCycleStateWords[] = {"running", "closed"};
inline constexpr std::string_view kLedgerKindWords[] = {
    "assigned", "earned", "reversed", "adjusted", "opening", "transferred", "transferred_random"};
inline constexpr std::string_view kThemeWords[] = {"system", "light", "dark", "high_contrast"};
inline constexpr std::string_view kWeekdayWords[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};

}  // namespace rr
