#include "server/http/message.h"

#include <algorithm>

namespace rr {
namespace {

char to_lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                              : character;
}

}  // namespace

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char one, char other) { return to_lower(one) == to_lower(other); });
}

void HeaderList::add(std::string name, std::string value) {
  headers_.emplace_back(std::move(name), std::move(value));
}

void HeaderList::set(std::string_view name, std::string value) {
  std::erase_if(headers_,
                [&](const auto& header) { return equals_ignoring_case(header.first, name); });
  headers_.emplace_back(std::string(name), std::move(value));
}

std::string_view HeaderList::get(std::string_view name) const {
  for (const auto& [key, value] : headers_) {
    if (equals_ignoring_case(key, name)) return value;
  }
  return {};
}

bool HeaderList::has(std::string_view name) const { return count(name) > 0; }

std::size_t HeaderList::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(headers_.begin(), headers_.end(),
                    [&](const auto& header) { return equals_ignoring_case(header.first, name); }));
}

bool is_header_name(std::string_view name) {
  constexpr std::string_view kTokenMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char character) {
    const bool is_letter = to_lower(character) >= 'a' && to_lower(character) <= 'z';
    const bool is_digit = character >= '0' && character <= '9';
    return is_letter || is_digit || kTokenMarks.find(character) != std::string_view::npos;
  });
}

bool is_header_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

void Response::set_header(std::string_view name, std::string value) {
  if (is_header_name(name) && is_header_value(value)) {
    headers.set(name, std::move(value));
    return;
  }
  *this = Response{};
  status = 500;
  internal_note = "a header with control characters was refused";
}

void Response::add_header(std::string name, std::string value) {
  if (is_header_name(name) && is_header_value(value)) {
    headers.add(std::move(name), std::move(value));
    return;
  }
  set_header(name, std::move(value));
}

}  // namespace rr
