// The texts of one language, found by the English text, in the bytes that tools/build_web.mjs
// wrote: records "key\2text\1", their keys in ascending order.
//
// A key is the English text; "text|category" is a form of a text with a number (category as
// Intl.PluralRules names it), "context|text" one of a text that English alone does not tell apart.
#pragma once

#include <string_view>

namespace rr::text {

// Whether every record is whole, no key or text is empty, and the keys ascend.
[[nodiscard]] bool is_catalogue(std::string_view bytes);

// The key's text, a view of `bytes`, which are a catalogue; empty where it is not here.
[[nodiscard]] std::string_view find_text(std::string_view bytes, std::string_view key);

}  // namespace rr::text
