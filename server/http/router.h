// Matches method and path to a handler, segment by segment. No regular expressions.
//
// A pattern is literal segments and {name} segments, which match exactly one non-empty segment.
// Literal segments win over named ones. Every route names its rate limit category, what it needs
// from the session and how it may be called, so that this table alone says what is protected.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace rr {

class CallContext;

enum class Access : std::uint8_t {
  open,       // anybody; no session is looked up
  optional,   // anybody; a session is used where there is one
  same_site,  // anybody, from a page of this site (Origin and Sec-Fetch-Site are demanded)
  session,    // somebody who is signed in; changing calls also need the CSRF token
};

enum class RateCategory : std::uint8_t {
  none,  // static files and liveness
  auth,
  api,
  productivity,
  sync_push,
  sync_pull,
  events,
  report,
  health,
};

struct Route {
  std::string method;
  std::string pattern;
  Access access = Access::session;
  RateCategory category = RateCategory::api;
  std::function<Response(CallContext& context)> handler;
};

class Router {
 public:
  void add(Route route);

  struct Match {
    const Route* route = nullptr;
    std::map<std::string, std::string> parameters;
    // Set when the path exists but not with this method: the methods that do, for Allow.
    std::string allowed_methods;
  };
  // HEAD matches GET.
  [[nodiscard]] Match find(std::string_view method, std::string_view path) const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace rr
