// "Why me?" in plain sentences, made from a run's figures.
#pragma once

#include <functional>
#include <string>

#include "shared/domain/explain.h"
#include "shared/domain/fairer.h"
#include "shared/domain/influence.h"

namespace rr::screens {

// "you" for the person who reads, a name for everybody else.
struct Naming {
  Id own;  // nil: nobody here
  std::function<std::string(const Id& roommate_id)> name_of;
};

// Micro-points as points with one decimal where it is needed: "17", "16.5".
[[nodiscard]] std::string point_figure(std::int64_t micro);
// With its sign and always one decimal: "+0.5", "−2.0", "0.0".
[[nodiscard]] std::string balance_figure(std::int64_t micro);

// "Lowest balance".
[[nodiscard]] std::string_view rule_title(const Explanation& why);
// Why that rule led to this person.
[[nodiscard]] std::string rule_sentence(const Explanation& why, const Naming& naming);
// How somebody came to have it after a run had given it to `first` (nil: no run had): by a swap or
// by hand.
[[nodiscard]] std::string moved_sentence(const Assignment& assignment, const Id& first,
                                         const Naming& naming);
// "With Sam, the gap would be 14 points instead of 6."
[[nodiscard]] std::string alternative_sentence(const Explanation& why,
                                               const Alternative& alternative,
                                               const Naming& naming);
// "Nobody's likes or dislikes changed this. The draw did not decide."
[[nodiscard]] std::string influence_words(const Influence& influence);

}  // namespace rr::screens
