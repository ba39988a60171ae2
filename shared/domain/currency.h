// Currencies by their ISO 4217 codes.
#pragma once

#include <string_view>

namespace rr {

// True for a code in use for everyday money, three upper-case letters ("USD").
[[nodiscard]] bool is_currency(std::string_view code);

}  // namespace rr
