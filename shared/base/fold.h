// Case folding for names that must be unique "ignoring case".
#pragma once

#include <string>
#include <string_view>

namespace rr {

// Full case folding (Unicode CaseFolding, status C and F) and full-width letters as ASCII, from one
// generated table, so that both targets fold alike. Needs NFC text; what is not UTF-8 comes back
// unchanged.
[[nodiscard]] std::string fold_case(std::string_view text);

}  // namespace rr
