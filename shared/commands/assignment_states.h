// The transitions between done and open that several commands make. Included by shared/commands.
#pragma once

#include "shared/commands/ledger.h"

namespace rr {

enum class CompletionWay : std::uint8_t { by_hand, by_sub_tasks };

inline constexpr std::int64_t kSecondThoughtsDays = 7;  // for undo and for late truth

// Code wrong_state: what was asked, and the state the assignment is in.
[[nodiscard]] Error wrong_state(const Assignment& assignment, std::string_view asked);

// Open, or missed and now known to have been done before its cycle closed.
[[nodiscard]] Status check_can_finish(const Reader& reader, const Context& context,
                                      const Assignment& assignment);
void finish(Transaction& transaction, const Context& context, const Assignment& assignment,
            const Id& done_by, CompletionWay way);

// Done, in its cycle or within 7 days after, with a chore and an assignee that are still here.
[[nodiscard]] Status check_can_reopen(const Reader& reader, const Context& context,
                                      const Assignment& assignment);
void reopen(Transaction& transaction, const Context& context, const Assignment& assignment);

}  // namespace rr
