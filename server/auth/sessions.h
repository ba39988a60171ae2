// Signed-in devices: beginning, finding, prolonging and ending sessions.
//
// The cookie's value is 256 random bits; the database knows its hash only.
#pragma once

#include <string>

#include "server/http/call_context.h"
#include "server/store/store.h"

namespace rr {

// Told when sessions end, so that their event streams end too. Thread-safe.
class SessionEndListener {
 public:
  virtual ~SessionEndListener() = default;
  virtual void session_ended(const std::string& id_hash) = 0;
};

class Sessions final : public SessionSource {
 public:
  explicit Sessions(Store& store) : store_(store) {}

  [[nodiscard]] Result<std::optional<Session>> find_session(const Request& request,
                                                            Instant now) override;

  struct Fresh {
    std::string cookie_value;
    SessionRow row;
  };
  // Not stored yet: the caller adds the row in its own unit of work.
  [[nodiscard]] static Fresh make(const Id& account_id, const Request& request, Instant now);

 private:
  Store& store_;
};

// "Chrome on Linux" from a User-Agent header; never the header itself.
[[nodiscard]] std::string describe_device(std::string_view user_agent);

}  // namespace rr
