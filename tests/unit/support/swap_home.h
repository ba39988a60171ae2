// A home in which roommates 21, 22 and 23 are linked to the members 1 (an admin), 2 and 3; 24 is
// linked to nobody. Chores 41 to 44 were divided.
#pragma once

#include "shared/commands/by_hand.h"
#include "shared/commands/swaps.h"
#include "tests/unit/support/chore_home.h"

namespace rr {

struct SwapHome : ChoreHome {
  SwapHome() : ChoreHome(4) {
    for (std::uint8_t number = 1; number <= 3; ++number) {
      Member member;
      member.id = number_id(number);
      member.name = "Member";
      member.role = number == 1 ? Role::admin : Role::member;
      member.roommate_id = number_id(static_cast<std::uint8_t>(20 + number));
      store.put(member);
    }
    for (std::uint8_t number = 41; number <= 44; ++number) {
      chore(number, number == 44 ? ChoreType::predefined : ChoreType::random, number - 38);
    }
    divide();
  }

  // What roommate `number` was given; everybody has exactly one.
  [[nodiscard]] Assignment of(std::uint8_t number) const {
    for (const auto& each : store.all<Assignment>()) {
      if (each->roommate_id == number_id(number)) return *each;
    }
    FAIL("this roommate was given nothing");
    return {};
  }
  [[nodiscard]] Assignment row(const Id& id) const { return *store.find<Assignment>(id); }

  template <class Arguments>
  [[nodiscard]] std::string as(std::uint8_t member, const Arguments& arguments) {
    context.person = number_id(member);
    const std::string refusal = act(arguments);
    context.person = number_id(1);
    return refusal;
  }

  // Offers what `from` has to `to` (0: everybody), for what they have when `is_exchange`.
  [[nodiscard]] ProposeSwap offer(std::uint8_t from, std::uint8_t to, bool is_exchange = false) {
    ProposeSwap propose;
    propose.id = number_id(++offers);
    propose.assignment_id = of(from).id;
    if (to != 0) propose.to_roommate = number_id(to);
    if (is_exchange) propose.in_return = of(to).id;
    return propose;
  }
  // Made by the admin, who may for anybody.
  Id offered(std::uint8_t from, std::uint8_t to, bool is_exchange = false) {
    const ProposeSwap propose = offer(from, to, is_exchange);
    REQUIRE(as(1, propose) == "");
    return propose.id;
  }
  [[nodiscard]] SwapState state(const Id& swap_id) const {
    return store.find<Swap>(swap_id)->state;
  }
  void pass(std::int64_t milliseconds) {
    context.now.unix_ms += milliseconds;
    context.meant_at = context.now;
    go_on();
  }

  std::uint8_t offers = 100;
};

}  // namespace rr
