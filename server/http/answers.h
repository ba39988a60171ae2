// Building answers: JSON, refusals, and which HTTP status a refusal code has.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace rr {

[[nodiscard]] Response json_response(int status, const nlohmann::json& body);
// `body` is one JSON value.
[[nodiscard]] Response json_response(int status, std::string body);

// A refusal with the body {code, message, field, correlation_id}; the pipeline fills in the last.
[[nodiscard]] Response error_response(int status, const Error& error);
// With the status that fits the code: 400 unless listed.
[[nodiscard]] Response error_response(const Error& error);
[[nodiscard]] int status_of(std::string_view code);

// 503 with Retry-After: a fault of ours, not of the request.
[[nodiscard]] Response unavailable_response(std::string internal_note);

[[nodiscard]] Response empty_response();

}  // namespace rr
