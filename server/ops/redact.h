// Takes secrets out of what is logged: by the name of a field and by the shape of a text.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace rr {

// True for password, secret, token, api_key, authorization, cookie, csrf, code, state and the
// like, ignoring case, and for any name ending in _token, _secret or _key.
[[nodiscard]] bool is_secret_name(std::string_view name);

// Replaces the values of secret names, at any depth, and secret shapes inside texts.
[[nodiscard]] nlohmann::json redact(nlohmann::json value);

// Masks bearer tokens, passwords in connection strings, secret query parameters and long opaque
// tokens; e-mail addresses become a short hash.
[[nodiscard]] std::string redact_text(std::string_view text);

}  // namespace rr
