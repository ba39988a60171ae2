#include "server/http/answers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rr {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 26> kStatuses{{
    {"not_signed_in", 401},
    {"csrf", 403},
    {"cross_site", 403},
    {"not_allowed", 403},
    {"not_a_member", 403},
    {"accounts_off", 403},
    {"not_found", 404},
    {"unknown_code", 404},
    {"method_not_allowed", 405},
    {"conflict", 409},
    {"already_linked", 409},
    {"already_signed_in", 409},
    {"epoch_changed", 409},
    {"copied_profile", 409},
    {"id_taken", 409},
    {"name_taken", 409},
    {"roommate_taken", 409},
    {"moved_out", 409},
    {"removed", 410},
    {"code_expired", 410},
    {"body_too_large", 413},
    {"too_many", 413},
    {"wrong_content_type", 415},
    {"client_too_old", 426},
    {"too_many_requests", 429},
    {"server_too_old", 503},
}};

}  // namespace

int status_of(std::string_view code) {
  const auto* place = std::find_if(kStatuses.begin(), kStatuses.end(),
                                   [&](const auto& entry) { return entry.first == code; });
  return place == kStatuses.end() ? 400 : place->second;
}

Response json_response(int status, std::string body) {
  Response response;
  response.status = status;
  response.set_header("Content-Type", "application/json; charset=utf-8");
  response.body = std::move(body);
  return response;
}

Response json_response(int status, const nlohmann::json& body) {
  return json_response(status, body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Response error_response(int status, const Error& error) {
  Response response = json_response(
      status, nlohmann::json{
                  {"code", error.code},
                  {"message", error.message},
                  {"field", error.field.empty() ? nlohmann::json() : nlohmann::json(error.field)}});
  // A fault of ours, not of the request: worth a retry.
  if (status == 503) response.set_header("Retry-After", "2");
  response.log_code = error.code;
  return response;
}

Response error_response(const Error& error) { return error_response(status_of(error.code), error); }

Response unavailable_response(std::string internal_note) {
  Response response = error_response(
      503, refuse("unavailable", "The server cannot do this right now. It is worth a retry."));
  response.internal_note = std::move(internal_note);
  return response;
}

Response empty_response() {
  Response response;
  response.status = 204;
  return response;
}

}  // namespace rr
