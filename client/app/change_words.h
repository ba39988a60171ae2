// A change in words, for the list of changes that could not be applied.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace rr::app {

// What was meant by a command: "Add a roommate: Ben". `arguments` is its canonical JSON.
[[nodiscard]] std::string change_words(std::string_view command, std::string_view arguments);
// Why it was refused, for somebody who reads it later and elsewhere than where they asked for it.
[[nodiscard]] std::string refusal_reason(const Error& error);
// What was typed: the arguments' texts, one a line, without ids and choices.
[[nodiscard]] std::string typed_words(std::string_view arguments);

}  // namespace rr::app
