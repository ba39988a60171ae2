// What a handler knows about the call beyond its bytes.
#pragma once

#include <optional>
#include <string>

#include "server/http/message.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace rr {

// A signed-in device. `id_hash` names the session in the database and in the event hub.
struct Session {
  std::string id_hash;
  Id account_id;
  std::string csrf_token;
};

// Finds the session a request belongs to. Thread-safe.
class SessionSource {
 public:
  virtual ~SessionSource() = default;
  // nullopt when the request carries no living session. An error when the store cannot answer:
  // nobody is signed out because a disk is slow.
  [[nodiscard]] virtual Result<std::optional<Session>> find_session(const Request& request,
                                                                    Instant now) = 0;
};

class CallContext {
 public:
  CallContext(Request& request, std::optional<Session> session, Instant now)
      : request_(request), session_(std::move(session)), now_(now) {}

  [[nodiscard]] Request& request() const { return request_; }
  [[nodiscard]] Instant now() const { return now_; }
  [[nodiscard]] bool has_session() const { return session_.has_value(); }
  // Only where the route's access is `session`, or has_session().
  [[nodiscard]] const Session& session() const { return *session_; }
  [[nodiscard]] std::string parameter(const std::string& name) const {
    return request_.parameters.at(name);
  }

 private:
  Request& request_;
  std::optional<Session> session_;
  Instant now_;
};

}  // namespace rr
