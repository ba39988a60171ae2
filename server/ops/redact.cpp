#include "server/ops/redact.h"

#include <algorithm>
#include <array>

#include "shared/base/hash.h"

namespace rr {
namespace {

constexpr std::string_view kMask = "***REDACTED***";
constexpr std::array<std::string_view, 16> kSecretNames{
    "password",     "secret",        "token",  "api_key",   "authorization", "cookie",
    "set-cookie",   "csrf",          "code",   "state",     "refresh_token", "client_secret",
    "x-csrf-token", "recovery_code", "passwd", "csrf_token"};
constexpr std::array<std::string_view, 3> kSecretEndings{"_token", "_secret", "_key"};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
  });
  return out;
}

bool is_word(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || character == '_' || character == '-';
}

bool is_address_character(char character) {
  return is_word(character) || character == '.' || character == '+' || character == '%';
}

std::size_t end_of_value(std::string_view text, std::size_t from) {
  constexpr std::string_view kEnds = " \t\r\n\"'&,;<>)}]";
  return std::min(text.find_first_of(kEnds, from), text.size());
}

// "name=value" and "name: value" with a secret name.
void mask_pairs(std::string& text) {
  for (std::size_t place = 1; place < text.size(); ++place) {
    if (text[place] != '=' && text[place] != ':') continue;
    std::size_t start = place;
    while (start > 0 && is_word(text[start - 1])) --start;
    if (!is_secret_name(std::string_view(text).substr(start, place - start))) continue;
    std::size_t from = place + 1;
    while (from < text.size() && text[from] == ' ') ++from;
    const std::size_t end = end_of_value(text, from);
    if (end == from) continue;
    text.replace(from, end - from, kMask);
    place = from + kMask.size();
  }
}

void mask_bearer(std::string& text) {
  constexpr std::string_view kBearer = "bearer ";
  std::size_t place = 0;
  while ((place = lower(text).find(kBearer, place)) != std::string::npos) {
    const std::size_t from = place + kBearer.size();
    text.replace(from, end_of_value(text, from) - from, kMask);
    place = from;
  }
}

// "scheme://user:password@host"
void mask_connection_strings(std::string& text) {
  std::size_t place = 0;
  while ((place = text.find("://", place)) != std::string::npos) {
    place += 3;
    const std::size_t end = end_of_value(text, place);
    const std::size_t at = text.rfind('@', end - (end == text.size() ? 1 : 0));
    const std::size_t colon = text.find(':', place);
    if (at == std::string::npos || at < place || colon == std::string::npos || colon > at) continue;
    text.replace(colon + 1, at - colon - 1, kMask);
  }
}

void hash_addresses(std::string& text) {
  std::size_t at = 0;
  while ((at = text.find('@', at)) != std::string::npos) {
    std::size_t start = at;
    while (start > 0 && is_address_character(text[start - 1])) --start;
    std::size_t end = at + 1;
    while (end < text.size() && is_address_character(text[end])) ++end;
    const bool has_dot = text.substr(at, end - at).find('.') != std::string::npos;
    if (start == at || !has_dot) {
      ++at;
      continue;
    }
    const std::string hash = hash_bytes(lower(text.substr(start, end - start))).to_string();
    const std::string replacement = "email:" + hash.substr(0, 12);
    text.replace(start, end - start, replacement);
    at = start + replacement.size();
  }
}

}  // namespace

bool is_secret_name(std::string_view name) {
  const std::string key = lower(name);
  if (std::find(kSecretNames.begin(), kSecretNames.end(), key) != kSecretNames.end()) return true;
  return std::any_of(kSecretEndings.begin(), kSecretEndings.end(),
                     [&](std::string_view ending) { return key.ends_with(ending); });
}

std::string redact_text(std::string_view text) {
  std::string out(text);
  mask_bearer(out);
  mask_connection_strings(out);
  mask_pairs(out);
  hash_addresses(out);
  return out;
}

nlohmann::json redact(nlohmann::json value) {
  if (value.is_string()) return redact_text(value.get<std::string>());
  if (value.is_array()) {
    for (auto& element : value) element = redact(std::move(element));
  } else if (value.is_object()) {
    for (auto place = value.begin(); place != value.end(); ++place) {
      *place = is_secret_name(place.key()) ? nlohmann::json(kMask) : redact(std::move(*place));
    }
  }
  return value;
}

}  // namespace rr
