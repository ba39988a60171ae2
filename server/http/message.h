// Requests and responses as the rest of the server sees them, free of the HTTP library's types.
//
// A Request has been read completely and within the limits of limits.h before anybody sees it. A
// Response refuses header values that would break the message (control characters): it turns into
// a plain 500 instead.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rr {

// Names are compared without case; order of arrival is kept.
class HeaderList {
 public:
  void add(std::string name, std::string value);
  // Replaces every header of that name.
  void set(std::string_view name, std::string value);
  // The first value, or an empty view.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const {
    return headers_;
  }

 private:
  std::vector<std::pair<std::string, std::string>> headers_;
};

enum class Scheme : std::uint8_t { http, https };

struct Request {
  std::string method;  // upper case
  std::string path;    // percent-decoded, without the query
  std::map<std::string, std::string> query;
  HeaderList headers;
  std::string body;
  std::string remote_address;  // the client's, also behind trusted proxies
  std::string correlation_id;
  Scheme scheme = Scheme::http;
  // A trusted proxy said that it was asked without TLS.
  bool is_plain_at_proxy = false;
  // Parameters of the matched route, e.g. {id}.
  std::map<std::string, std::string> parameters;
  // True once the client hung up; for handlers that wait.
  std::function<bool()> is_connection_closed;
};

// Where a streaming answer goes. write() is false when the client is gone.
class ResponseStream {
 public:
  virtual ~ResponseStream() = default;
  [[nodiscard]] virtual bool write(std::string_view bytes) = 0;
};

// Runs on the connection's thread until the answer is complete.
using StreamBody = std::function<void(ResponseStream& stream)>;

struct Response {
  int status = 200;
  HeaderList headers;
  std::string body;
  StreamBody stream;  // instead of body
  // What happened, for the log only: never sent.
  std::string internal_note;
  std::string log_code;

  // Values with control characters or names that are no tokens make the whole answer a 500.
  void set_header(std::string_view name, std::string value);
  void add_header(std::string name, std::string value);
};

[[nodiscard]] bool is_header_name(std::string_view name);
// Visible characters, spaces and tabs only: no CR, LF, NUL.
[[nodiscard]] bool is_header_value(std::string_view value);
[[nodiscard]] bool equals_ignoring_case(std::string_view left, std::string_view right);

}  // namespace rr
