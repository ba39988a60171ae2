// The listening socket and its threads: cpp-httplib behind our own connection guard.
//
// The library accepts connections, parses the request line and writes answers. Requests reach it
// only after Connection and parse_head have judged them, with their body already read; its routing,
// file serving, decompression and thread pool are not used.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/http/limits.h"
#include "server/http/message.h"
#include "server/http/request_head.h"
#include "server/http/trusted_proxies.h"
#include "shared/base/result.h"

namespace rr {

// Both are called on many threads at once and must not throw.
class RequestHandler {
 public:
  virtual ~RequestHandler() = default;
  [[nodiscard]] virtual Response handle(Request& request) = 0;
  // The answer to a request that was refused before it was whole.
  [[nodiscard]] virtual Response refuse(const HeadRefusal& refusal, const std::string& address) = 0;
  // What connections get that no thread is left for; asked once.
  [[nodiscard]] virtual Response busy() = 0;
};

class HttpServer {
 public:
  struct Options {
    std::string host = "127.0.0.1";
    int port = 0;  // 0: any free one
    Limits limits;
    TrustedProxies proxies;
    int stop_grace_ms = 1'000;
  };

  // `handler` outlives the server. `on_stop` is called when stopping begins: event streams must
  // end then.
  HttpServer(Options options, RequestHandler& handler, std::function<void()> on_stop);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // The port it listens on. Code: cannot_listen.
  [[nodiscard]] Result<int> bind();
  // Serves until stop(); every thread has ended when it returns.
  void run();
  // From any thread, not from a signal handler. Safe to call twice, and before run().
  void stop();

  [[nodiscard]] std::size_t shed_count() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// The bytes of a complete answer with Connection: close.
[[nodiscard]] std::string serialize(const Response& response);

}  // namespace rr
