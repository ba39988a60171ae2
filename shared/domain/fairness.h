// What the household sees about fairness: the score, each cycle's figures, and whose turn is next.
//
// Nothing here decides anything; everything is a sum of rows. Reads whole tables: call it when rows
// changed, not every frame. Amounts in micro-points unless a name says points.
#pragma once

#include <span>
#include <vector>

#include "shared/base/time_zones.h"
#include "shared/store/transaction.h"

namespace rr {

// One person's part of what was given out, and how much of the time they were there for it.
struct FairnessPart {
  std::int64_t points = 0;
  std::int64_t availability = 0;  // weight x days present
};

// In tenths, 0 to 1000, halves away from zero: 100 * (1 - H / (1 - min(a)/A)) with
// H = 1/2 * sum |p/P - a/A| over those who were available. 1000 with fewer than two of them and
// when nothing was given out.
[[nodiscard]] std::int64_t fairness_score(std::span<const FairnessPart> parts);

struct PersonInCycle {
  Id roommate_id;
  std::int64_t assigned = 0;
  std::int64_t earned = 0;
  std::int64_t share = 0;
  std::int64_t availability = 0;
  std::int64_t done_count = 0;  // of the assignments they had
  std::int64_t missed_count = 0;
  std::int64_t missed_points = 0;
};

struct CycleReport {
  Id cycle_id;
  Instant starts_at;
  std::optional<Instant> ends_at;     // none while it runs
  std::vector<PersonInCycle> people;  // who lived here in it, in id order
  std::int64_t score = 0;             // in tenths
};

// Every cycle, the running one first, then backwards. A closed one in which nothing was given out
// has no people.
[[nodiscard]] std::vector<CycleReport> cycle_reports(const Reader& reader, const TimeZone& zone,
                                                     Instant now);

// How many cycles the long score looks back, the running one included.
inline constexpr std::size_t kScoredCycles = 12;

// The score of the sums over the first kScoredCycles of `reports`. Not the mean of their scores:
// what one week gave too much and the next made up for is fair.
[[nodiscard]] std::int64_t score_over(std::span<const CycleReport> reports);

struct TurnRow {
  Id chore_id;
  Id last_holder;        // nil before the first turn
  Id owed_turn;          // nil when nobody is owed one
  std::vector<Id> next;  // who follows, as rotation would go on with those who are here today
};

// One row for each predefined chore that is not paused, in id order.
[[nodiscard]] std::vector<TurnRow> turns_table(const Reader& reader, const TimeZone& zone,
                                               Instant now);

}  // namespace rr
