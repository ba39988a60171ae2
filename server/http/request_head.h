// Judges the head of a request (request line and header lines) before the HTTP library sees it.
//
// Strict on purpose: the library has had holes in chunked bodies, smuggling, header injection and
// compressed bodies, so none of these reaches it. Refused: bare LF or CR, NUL, folded lines, white
// space before the colon, more lines or bytes than the limits, Transfer-Encoding, Content-Encoding,
// repeated or ill-formed Content-Length, repeated Host, unknown methods and versions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "server/http/limits.h"
#include "server/http/message.h"

namespace rr {

struct RequestHead {
  std::string method;
  std::string target;  // as sent
  enum class Version : std::uint8_t { http_1_0, http_1_1 } version = Version::http_1_1;
  HeaderList headers;
  std::size_t content_length = 0;
  bool expects_continue = false;
  bool wants_close = false;
};

// A refusal that is answered and followed by closing the connection.
struct HeadRefusal {
  int status = 400;
  std::string code;
  std::string message;
};

// Bytes of the head in `buffer` including the empty line; 0 when more must be read.
[[nodiscard]] std::size_t find_head_end(std::string_view buffer);

// True when a head this long and still unfinished cannot become a valid one.
[[nodiscard]] bool is_head_too_large(std::string_view unfinished, const Limits& limits);

// `head` ends with the empty line.
[[nodiscard]] std::variant<RequestHead, HeadRefusal> parse_head(std::string_view head,
                                                                const Limits& limits);

}  // namespace rr
