// What the chores screen shows, from the household's rows: made anew when the rows changed.
#pragma once

#include <memory>
#include <vector>

#include "client/ui/list.h"
#include "shared/store/transaction.h"

namespace rr::screens {

struct ChoreCard {
  std::shared_ptr<const Chore> chore;
  std::size_t sub_chore_count = 0;
};

struct ChoresView {
  std::vector<ChoreCard> cards;        // by name, ignoring case
  std::vector<ui::ListRow> list_rows;  // of the cards, without what the screen itself opens
  std::size_t predefined_count = 0;
  std::size_t random_count = 0;
};

[[nodiscard]] ChoresView make_chores_view(const Reader& household);

}  // namespace rr::screens
