// How fair it is: the score, balances, turns and what became of this cycle's points.
#pragma once

#include "client/screens/calendar.h"
#include "client/screens/own_ratings_panel.h"
#include "client/ui/ui.h"
#include "shared/domain/explain.h"
#include "shared/domain/fairness.h"

namespace rr::screens {

// The household's figures as of one version of its rows and one day.
struct FairnessState {
  std::uint64_t version = 0;
  Date day;
  std::vector<CycleReport> reports;  // empty until the time zones are here
  std::vector<TurnRow> turns;
  std::vector<BalanceChange> balances;  // of those who live here, with the running cycle
  std::vector<OwnRow> own;              // where own ratings divide
};

// Makes the figures anew where rows or the day changed.
void renew_fairness(const app::Session& session, const Calendar& calendar, FairnessState& state);

// Tenths as a whole number, halves up: "96".
[[nodiscard]] std::string score_words(std::int64_t tenths);

// A card; answers its height, 0 while there are no figures.
float draw_fairness(ui::Ui& ui, const app::Session& session, const FairnessState& state,
                    const ui::Rect& rect);

}  // namespace rr::screens
