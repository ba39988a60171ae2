// The real server on a fresh database and a free port, and a browser-like client for it.
#pragma once

#include <nlohmann/json.hpp>

#include "server/product_server.h"
#include "server/store/migrations.h"
#include "server/store/sqlite_store.h"
#include "tests/server/http_fixture.h"

namespace rr::test {

class ProductFixture {
 public:
  explicit ProductFixture(std::function<void(Config&)> adjust = {}, Limits limits = {})
      : adjust_(std::move(adjust)), limits_(limits) {
    directory.write("web/index.html", "<!doctype html>");
    start();
  }
  ~ProductFixture() { stop(); }

  void start() {
    Config config;
    config.environment = Environment::development;
    config.port = 0;
    config.database_path = database_path();
    config.web_directory = directory.path() + "/web";
    config.device_accounts = device_accounts_;
    config.rate_limit_factor = 1000;
    if (adjust_) adjust_(config);
    auto database = Database::open(config.database_path, OpenMode::read_write);
    REQUIRE(database.ok());
    REQUIRE(
        Migrator(**database, sqlite_migrations(), config.database_path + ".lock", clock).up().ok());
    database->reset();
    auto started = ProductServer::start(config, clock, limits_);
    REQUIRE_MESSAGE(started.ok(), (started.ok() ? "" : started.error().message));
    server = std::move(*started);
    port = server->port();
    thread_ = std::thread([this] { server->run(); });
  }
  void stop() {
    if (!server) return;
    server->stop();
    thread_.join();
    server.reset();
  }
  // For the next start.
  void set_device_accounts(Toggle toggle) { device_accounts_ = toggle; }
  [[nodiscard]] std::string database_path() const { return directory.path() + "/test.db"; }

  TemporaryDirectory directory;
  ManualClock clock;
  std::unique_ptr<ProductServer> server;
  int port = 0;

 private:
  std::function<void(Config&)> adjust_;
  Toggle device_accounts_ = Toggle::on;
  Limits limits_;
  std::thread thread_;
};

// Keeps a cookie and the CSRF token as the page does, one connection per request.
class Browser {
 public:
  explicit Browser(const ProductFixture& fixture) : port_(fixture.port) {}
  // The port may change while the browser lives; it outlives the browser.
  explicit Browser(const int& port) : port_(port) {}

  RawAnswer send(const std::string& method, const std::string& path, const std::string& body,
                 const std::string& more_headers = {}) {
    std::string request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!cookie.empty()) request += "Cookie: a=b; " + cookie + "; c=d\r\n";
    if (method != "GET") {
      request += "Origin: http://127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n";
      if (!csrf.empty()) request += "X-CSRF-Token: " + csrf + "\r\n";
      request +=
          "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
          "\r\n";
    }
    RawClient client(port_);
    client.send(request + more_headers + "\r\n" + body);
    RawAnswer answer = client.read_answer(method);
    if (on_answer) on_answer(answer);
    const std::string set_cookie = answer.header("set-cookie");
    if (!set_cookie.empty()) cookie = set_cookie.substr(0, set_cookie.find(';'));
    return answer;
  }
  RawAnswer get(const std::string& path) { return send("GET", path, {}); }
  RawAnswer post(const std::string& path, const nlohmann::json& body) {
    return send("POST", path, body.dump());
  }

  // Makes a device account; answers its recovery code.
  std::string begin(const std::string& name) {
    const auto answer = post("/api/auth/device", {{"name", name}});
    REQUIRE(answer.status == 201);
    const auto body = nlohmann::json::parse(answer.body);
    csrf = body["csrf"];
    account_id = body["account_id"];
    return body["recovery_code"];
  }

  std::string cookie;
  std::string csrf;
  std::string account_id;
  // Sees everything that the server sends to this browser.
  std::function<void(const RawAnswer& answer)> on_answer;

 private:
  const int& port_;
};

[[nodiscard]] inline nlohmann::json json_of(const RawAnswer& answer) {
  return nlohmann::json::parse(answer.body, nullptr, false);
}
[[nodiscard]] inline std::string code_of(const RawAnswer& answer) {
  return json_of(answer).value("code", "");
}

}  // namespace rr::test
