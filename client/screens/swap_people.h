// To whom a chore could go: one is chosen, and of the others it is said why they cannot have it.
#pragma once

#include <span>
#include <string>

#include "client/ui/ui.h"
#include "shared/base/id.h"

namespace rr::screens {

struct Candidate {
  Id id;  // nil: everybody
  std::string name;
  std::int64_t hue = 0;  // 0: without an avatar
  std::string note = {};
  std::string obstacle = {};  // the sentence why not; empty: can be chosen
};

struct CandidatesSpec {
  std::string_view name;  // of the field
  std::span<const Candidate> candidates;
  std::string_view error = {};
};

// Answers the height used; a choice changes `chosen`.
float draw_candidates(ui::Ui& ui, const ui::Rect& column, const CandidatesSpec& spec, Id& chosen);

// The choice itself when it can be chosen, else the first that can; nil when there is none.
[[nodiscard]] Id choice_among(std::span<const Candidate> candidates, const Id& chosen);

}  // namespace rr::screens
