// Writes ledger entries for commands. Entries are only ever added; what takes back is negative.
// Included by shared/commands only.
#pragma once

#include "shared/commands/command.h"

namespace rr {

// One per command: entry ids count from the mutation's id.
class LedgerWriter {
 public:
  LedgerWriter(Transaction& transaction, const Context& context)
      : transaction_(transaction), context_(context) {}

  // The assignment's points as given to, or taken off, a roommate. In a closed cycle (late truth)
  // the roommate's frozen row follows.
  void assign(const Assignment& assignment, const Id& roommate_id);
  void reverse(const Assignment& assignment, const Id& roommate_id);
  void earn(const Assignment& assignment, const Id& roommate_id);
  void take_back(const Assignment& assignment, const Id& roommate_id);

  // From the present holder to another. The reason of what is taken off is the word of the rule by
  // which the holder had it, so that an undo can give that back, too.
  void hand_over(const Assignment& assignment, const Id& roommate_id);

  // Points by hand: shown, never part of balances.
  void adjust(const Id& cycle_id, const Id& roommate_id, std::int64_t points, std::string reason);

  // Spreads what is left of a leaver's balance over those who live here, by weight, so that the
  // leaver's is 0. Does nothing when nobody else lives here.
  void spread_balance(const Id& cycle_id, const Id& leaver_id);

 private:
  void add(LedgerKind kind, const Id& cycle_id, const Id& roommate_id, const Id& assignment_id,
           std::int64_t amount_micro, std::optional<std::string> reason = std::nullopt);
  void adjust_frozen_row(const Assignment& assignment, const Id& roommate_id,
                         std::int64_t amount_micro);
  void spread(LedgerKind kind, const Id& cycle_id, const Id& leaver_id);

  Transaction& transaction_;
  const Context& context_;
  std::uint64_t written_ = 0;
};

}  // namespace rr
