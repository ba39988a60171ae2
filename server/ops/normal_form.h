// Unicode normalisation form C: the form in which text is stored. Clients normalise at their door;
// the server refuses what is not.
#pragma once

#include <string_view>

namespace rr {

// True for well-formed UTF-8 in normalisation form C.
[[nodiscard]] bool is_normal_form_c(std::string_view text);

}  // namespace rr
