#include "server/http/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace rr {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::array<std::string_view, 7> kMethods{"GET",    "HEAD",    "POST", "PUT",
                                                   "DELETE", "OPTIONS", "PATCH"};

HeadRefusal malformed(std::string message) {
  return HeadRefusal{400, "malformed_request", std::move(message)};
}

HeadRefusal too_large(std::string message) {
  return HeadRefusal{431, "headers_too_large", std::move(message)};
}

bool is_target_character(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte > 0x20 && byte < 0x7f;
}

std::optional<HeadRefusal> parse_request_line(std::string_view line, const Limits& limits,
                                              RequestHead& head) {
  if (line.size() > limits.request_line_bytes) {
    return HeadRefusal{414, "address_too_long", "The address is too long."};
  }
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return malformed("Bad request line.");
  head.method = line.substr(0, first);
  head.target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (version == "HTTP/1.1") {
    head.version = RequestHead::Version::http_1_1;
  } else if (version == "HTTP/1.0") {
    head.version = RequestHead::Version::http_1_0;
  } else {
    return HeadRefusal{400, "unknown_version", "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
  }
  if (std::find(kMethods.begin(), kMethods.end(), head.method) == kMethods.end()) {
    return HeadRefusal{405, "unknown_method", "This method is not known here."};
  }
  const bool is_clean = std::all_of(head.target.begin(), head.target.end(), is_target_character);
  if (!is_clean || head.target.empty() || head.target.front() != '/') {
    return malformed("Bad address.");
  }
  return std::nullopt;
}

std::string_view trim_blanks(std::string_view text) {
  const auto is_blank = [](char character) { return character == ' ' || character == '\t'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<HeadRefusal> parse_header_line(std::string_view line, const Limits& limits,
                                             RequestHead& head) {
  if (line.size() > limits.header_line_bytes) return too_large("A header line is too long.");
  if (head.headers.all().size() >= limits.header_count) return too_large("Too many headers.");
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return malformed("Bad header line.");
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trim_blanks(line.substr(colon + 1));
  if (!is_header_name(name) || !is_header_value(value)) return malformed("Bad header line.");
  head.headers.add(std::string(name), std::string(value));
  return std::nullopt;
}

std::size_t longest_body(const Limits& limits, std::string_view target) {
  const std::string_view path = target.substr(0, target.find('?'));
  for (const Limits::BodyRule& rule : limits.body_rules) {
    if (rule.path == path) return rule.bytes;
  }
  return limits.body_bytes;
}

std::optional<HeadRefusal> judge_length(const Limits& limits, RequestHead& head) {
  if (!head.headers.has("Content-Length")) return std::nullopt;
  if (head.headers.count("Content-Length") > 1) return malformed("Repeated Content-Length.");
  const std::string_view text = head.headers.get("Content-Length");
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (text.empty() || end != text.data() + text.size()) return malformed("Bad Content-Length.");
  if (error != std::errc{} || length > longest_body(limits, head.target)) {
    return HeadRefusal{413, "body_too_large", "The body is too large."};
  }
  head.content_length = static_cast<std::size_t>(length);
  return std::nullopt;
}

std::optional<HeadRefusal> judge_headers(const Limits& limits, RequestHead& head) {
  if (head.headers.has("Transfer-Encoding")) {
    return HeadRefusal{411, "length_required", "Bodies must come with a Content-Length."};
  }
  if (head.headers.has("Content-Encoding")) {
    return HeadRefusal{415, "compressed_body", "Compressed bodies are not taken."};
  }
  if (head.headers.count("Host") > 1) return malformed("Repeated Host.");
  if (head.version == RequestHead::Version::http_1_1 && !head.headers.has("Host")) {
    return malformed("Host is missing.");
  }
  const std::string_view expectation = head.headers.get("Expect");
  if (equals_ignoring_case(expectation, "100-continue")) {
    head.expects_continue = true;
  } else if (!expectation.empty()) {
    return HeadRefusal{417, "unknown_expectation", "This expectation cannot be met."};
  }
  const std::string_view connection = head.headers.get("Connection");
  head.wants_close = head.version == RequestHead::Version::http_1_0
                         ? !equals_ignoring_case(connection, "keep-alive")
                         : equals_ignoring_case(connection, "close");
  return judge_length(limits, head);
}

}  // namespace

std::size_t find_head_end(std::string_view buffer) {
  const std::size_t place = buffer.find("\r\n\r\n");
  return place == std::string_view::npos ? 0 : place + 4;
}

bool is_head_too_large(std::string_view unfinished, const Limits& limits) {
  if (unfinished.size() > limits.header_bytes) return true;
  const std::size_t first_end = unfinished.find('\n');
  if (first_end == std::string_view::npos) return unfinished.size() > limits.request_line_bytes;
  const auto lines = std::count(unfinished.begin(), unfinished.end(), '\n');
  return static_cast<std::size_t>(lines) > limits.header_count + 2;
}

std::variant<RequestHead, HeadRefusal> parse_head(std::string_view head_bytes,
                                                  const Limits& limits) {
  if (head_bytes.size() > limits.header_bytes) return too_large("The headers are too large.");
  RequestHead head;
  std::string_view rest = head_bytes;
  bool is_first = true;
  while (true) {
    const std::size_t end = rest.find(kLineEnd);
    if (end == std::string_view::npos) return malformed("Bad line end.");
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + kLineEnd.size());
    if (line.empty()) break;
    auto refusal =
        is_first ? parse_request_line(line, limits, head) : parse_header_line(line, limits, head);
    if (refusal) return *refusal;
    is_first = false;
  }
  if (is_first) return malformed("Empty request.");
  if (auto refusal = judge_headers(limits, head)) return *refusal;
  return head;
}

}  // namespace rr
