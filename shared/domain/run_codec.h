// A run's input and plan as canonical JSON: what a run record keeps, so that any past run can be
// replayed and explained. The same input gives the same bytes whatever the order of its lists.
//
// People are listed once, in id order; elsewhere a person is their place in that list, or an id
// when they do not live here any more. Instants do not occur. The version of the rules is part of
// the input from the second on.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/run.h"

namespace rr {

[[nodiscard]] std::string encode_run_input(const RunInput& input);
// Judges types, bounds and places: the bytes may come from another device. Code: malformed_run.
[[nodiscard]] Result<RunInput> decode_run_input(std::string_view bytes);

// Who was given what by which rule, rotation, balances after, objective, runner-up, who was left
// out, what nobody could be given, and by how much the guard was missed.
[[nodiscard]] std::string encode_run_plan(const RunPlan& plan);

// 32 hexadecimal digits: equal digests, equal inputs.
[[nodiscard]] std::string digest_of(std::string_view input_bytes);

}  // namespace rr
