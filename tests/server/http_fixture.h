// A server with a handful of routes of its own on a free port, for tests of the HTTP layer alone.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

#include "server/http/answers.h"
#include "server/http/application.h"
#include "tests/server/raw_client.h"

namespace rr::test {

class ManualClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return Instant{now_ms_.load()}; }
  void advance(std::int64_t duration_ms) { now_ms_ += duration_ms; }

 private:
  std::atomic<std::int64_t> now_ms_ = 1'800'000'000'000;
};

class NoSessions final : public SessionSource {
 public:
  Result<std::optional<Session>> find_session(const Request& request, Instant) override {
    if (request.headers.get("Cookie") != "test=yes") return std::optional<Session>{};
    return std::optional<Session>{Session{"hash", Id{}, "token"}};
  }
};

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "rr-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryDirectory() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }
  void write(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }

 private:
  std::filesystem::path path_;
};

class HttpFixture {
 public:
  explicit HttpFixture(Limits limits = {}, Application::Options options = {}) {
    web.write("index.html", "<!doctype html><title>page</title>");
    web.write("app.3f9a0c1b.js", "let a = 1;");
    web.write("app.3f9a0c1b.js.br", "brotli bytes");
    web.write("app.3f9a0c1b.js.gz", "gzip bytes");
    web.write("app.wasm", "wasm");
    web.write("manifest.webmanifest", "{}");
    auto files = StaticFiles::scan(web.path());
    REQUIRE(files.ok());
    application =
        std::make_unique<Application>(options, clock, limiter, sessions, std::move(*files));
    add_routes();
    HttpServer::Options server_options;
    server_options.limits = limits;
    server = std::make_unique<HttpServer>(server_options, *application, [this] { on_stop(); });
    const auto bound = server->bind();
    REQUIRE(bound.ok());
    port = *bound;
    thread = std::thread([this] { server->run(); });
  }
  ~HttpFixture() { stop(); }

  void stop() {
    server->stop();
    if (thread.joinable()) thread.join();
  }

  RawAnswer ask(const std::string& bytes) const {
    RawClient client(port);
    client.send(bytes);
    return client.read_answer();
  }
  RawAnswer get(const std::string& path, const std::string& headers = {}) const {
    return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n");
  }

  TemporaryDirectory web;
  ManualClock clock;
  LocalRateLimiter limiter;
  NoSessions sessions;
  std::unique_ptr<Application> application;
  std::unique_ptr<HttpServer> server;
  int port = 0;
  std::thread thread;

  std::mutex mutex;
  std::condition_variable released;
  bool is_released = false;
  int waiting = 0;
  std::atomic<int> handled = 0;

  void release() {
    const std::lock_guard lock(mutex);
    is_released = true;
    released.notify_all();
  }

 private:
  void on_stop() { release(); }

  void add_routes() {
    Router& router = application->router();
    router.add({"POST", "/api/echo", Access::open, RateCategory::none, [this](CallContext& call) {
                  ++handled;
                  return json_response(200, nlohmann::json{{"length", call.request().body.size()}});
                }});
    router.add({"GET", "/api/item/{id}", Access::open, RateCategory::none, [](CallContext& call) {
                  return json_response(200, nlohmann::json{{"id", call.parameter("id")}});
                }});
    router.add({"GET", "/api/fault", Access::open, RateCategory::none,
                [](CallContext&) -> Response { throw std::runtime_error("secret internals"); }});
    router.add({"GET", "/api/injected", Access::open, RateCategory::none, [](CallContext&) {
                  Response response = json_response(200, std::string("{}"));
                  response.set_header("X-Evil", "a\r\nSet-Cookie: stolen=1");
                  return response;
                }});
    router.add({"GET", "/api/limited", Access::open, RateCategory::productivity,
                [](CallContext&) { return json_response(200, std::string("{}")); }});
    router.add({"POST", "/api/private", Access::session, RateCategory::none,
                [](CallContext&) { return json_response(200, std::string("{}")); }});
    router.add({"POST", "/api/begin", Access::same_site, RateCategory::none,
                [](CallContext&) { return json_response(200, std::string("{}")); }});
    router.add({"GET", "/api/wait", Access::open, RateCategory::none, [this](CallContext&) {
                  std::unique_lock lock(mutex);
                  ++waiting;
                  released.notify_all();
                  released.wait(lock, [this] { return is_released; });
                  return json_response(200, std::string("{}"));
                }});
    router.add({"GET", "/api/stream", Access::open, RateCategory::none, [this](CallContext&) {
                  Response response;
                  response.set_header("Content-Type", "text/event-stream");
                  response.stream = [this](ResponseStream& out) {
                    if (!out.write("data: hello\n\n")) return;
                    std::unique_lock lock(mutex);
                    released.wait(lock, [this] { return is_released; });
                  };
                  return response;
                }});
  }
};

}  // namespace rr::test
