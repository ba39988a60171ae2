#include "client/screens/chores_view.h"

#include <algorithm>
#include <map>

#include "client/screens/row_key.h"
#include "shared/base/fold.h"
#include "shared/base/sort.h"

namespace rr::screens {
namespace {

ui::ListRow list_row_of(const ChoreCard& card) {
  const Chore& chore = *card.chore;
  std::uint64_t version = ui::add_to_version(1, chore.name);
  version = ui::add_to_version(version, static_cast<std::int64_t>(chore.frequency));
  version = ui::add_to_version(version, static_cast<std::int64_t>(chore.type));
  version = ui::add_to_version(version, chore.points);
  version = ui::add_to_version(version, std::int64_t{chore.is_paused});
  version = ui::add_to_version(version, static_cast<std::int64_t>(card.sub_chore_count));
  return {row_key(chore.id), version};
}

}  // namespace

ChoresView make_chores_view(const Reader& household) {
  std::map<Id, std::size_t> counts;
  for (const auto& sub_chore : household.all<SubChore>()) ++counts[sub_chore->chore_id];
  struct Sorted {
    std::string folded;
    ChoreCard card;
  };
  std::vector<Sorted> sorted;
  for (const auto& chore : household.all<Chore>()) {
    sorted.push_back({fold_case(chore->name), {chore, counts[chore->id]}});
  }
  // Rows come in id order, which breaks ties between equal names.
  stable_sort_in_place(sorted,
                       [](const Sorted& a, const Sorted& b) { return a.folded < b.folded; });
  ChoresView view;
  for (Sorted& each : sorted) {
    const bool is_predefined = each.card.chore->type == ChoreType::predefined;
    ++(is_predefined ? view.predefined_count : view.random_count);
    view.list_rows.push_back(list_row_of(each.card));
    view.cards.push_back(std::move(each.card));
  }
  return view;
}

}  // namespace rr::screens
