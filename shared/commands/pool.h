// Giving an open assignment back: it is nobody's any more and due again. Included by
// shared/commands.
#pragma once

#include "shared/commands/ledger.h"

namespace rr {

// Cancels it with its ticks. In the running cycle its charge is taken back and its occurrence is
// due again, unless a later one was given out already; what a closed cycle was charged with stays.
void give_back(Transaction& transaction, const Context& context, LedgerWriter& ledger,
               const Assignment& assignment);

// Offers with the assignment in them end: it was done, skipped, missed, locked or moved.
void expire_offers_of(Transaction& transaction, const Context& context, const Id& assignment_id);

// The same for what a roommate who leaves was asked for.
void expire_offers_to(Transaction& transaction, const Context& context, const Id& roommate_id);

}  // namespace rr
