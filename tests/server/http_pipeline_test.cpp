// What every answer carries, who may call what, and what a full or stopping server does.
#include <doctest/doctest.h>

#include <future>
#include <vector>

#include "tests/server/http_fixture.h"

namespace rr::test {
namespace {

const std::string kPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types rr; "
    "report-to csp";

void check_security_headers(const RawAnswer& answer) {
  CHECK(answer.header("content-security-policy") == kPolicy);
  CHECK(answer.header("x-frame-options") == "DENY");
  CHECK(answer.header("x-content-type-options") == "nosniff");
  CHECK(answer.header("referrer-policy") == "strict-origin-when-cross-origin");
  CHECK(answer.header("x-xss-protection") == "0");
  CHECK(answer.header("permissions-policy") ==
        "geolocation=(), camera=(), microphone=(), payment=(), usb=()");
  CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
  CHECK(answer.header("cross-origin-embedder-policy") == "require-corp");
  CHECK(answer.header("cross-origin-resource-policy") == "same-origin");
  CHECK(answer.header("reporting-endpoints") == "csp=\"/api/csp-report\"");
  CHECK(answer.header("x-correlation-id").size() == 36);
  CHECK(answer.headers.count("server") == 0);
  CHECK(answer.headers.count("strict-transport-security") == 0);
}

RawAnswer post(const HttpFixture& fixture, const std::string& path, const std::string& headers) {
  return fixture.ask("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n" +
                     headers + "\r\n");
}

// Lets `wanted` requests reach the waiting handler.
void await_waiting(HttpFixture& fixture, int wanted) {
  std::unique_lock lock(fixture.mutex);
  fixture.released.wait(lock, [&] { return fixture.waiting >= wanted; });
}

}  // namespace

TEST_CASE("every kind of answer carries every security header") {
  HttpFixture fixture;
  check_security_headers(fixture.get("/"));
  check_security_headers(fixture.get("/app.3f9a0c1b.js"));
  check_security_headers(fixture.get("/nothing.txt"));
  check_security_headers(fixture.get("/api/item/1"));
  check_security_headers(fixture.get("/api/nothing"));
  check_security_headers(fixture.get("/api/fault"));
  check_security_headers(fixture.get("/", "Content-Encoding: br\r\n"));
  check_security_headers(fixture.get("/",
                                     "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                     "Sec-WebSocket-Version: 13\r\n"));
}

TEST_CASE("in production behind a trusted proxy with https, transport security is demanded") {
  Application::Options options;
  options.headers.is_production = true;
  Limits limits;
  TemporaryDirectory web;
  web.write("index.html", "page");
  ManualClock clock;
  LocalRateLimiter limiter;
  NoSessions sessions;
  auto files = StaticFiles::scan(web.path());
  REQUIRE(files.ok());
  Application application(options, clock, limiter, sessions, std::move(*files));
  Request request;
  request.method = "GET";
  request.path = "/";
  request.scheme = Scheme::https;
  Response secure = application.handle(request);
  CHECK(secure.headers.get("Strict-Transport-Security") == "max-age=63072000; includeSubDomains");
  CHECK(secure.headers.get("Content-Security-Policy") == kPolicy + "; upgrade-insecure-requests");
  request.scheme = Scheme::http;
  CHECK_FALSE(application.handle(request).headers.has("Strict-Transport-Security"));
}

TEST_CASE("in production a page that a trusted proxy was asked for without TLS moves to https") {
  Application::Options options;
  options.headers.is_production = true;
  options.origins.base_origin = "https://home.example";
  TemporaryDirectory web;
  web.write("index.html", "page");
  ManualClock clock;
  LocalRateLimiter limiter;
  NoSessions sessions;
  auto files = StaticFiles::scan(web.path());
  REQUIRE(files.ok());
  Application application(options, clock, limiter, sessions, std::move(*files));
  Request request;
  request.method = "GET";
  request.path = "/roommates";
  CHECK(application.handle(request).status == 200);
  request.is_plain_at_proxy = true;
  const Response moved = application.handle(request);
  CHECK(moved.status == 308);
  CHECK(moved.headers.get("Location") == "https://home.example/roommates");
  request.path = "/\u00e9t\u00e9";
  CHECK(application.handle(request).headers.get("Location") == "https://home.example/");
  request.path = "/api/session";
  CHECK(application.handle(request).status == 403);
  request.path = "/api/health/live";
  CHECK(application.handle(request).status != 308);
}

TEST_CASE("only a trusted proxy can say that it was asked without TLS") {
  const auto proxies = TrustedProxies::parse("10.0.0.0/8");
  REQUIRE(proxies.ok());
  HeaderList headers;
  headers.add("X-Forwarded-Proto", "http");
  CHECK(proxies->find_client("10.1.2.3", headers).is_plain_at_proxy);
  CHECK_FALSE(proxies->find_client("192.0.2.1", headers).is_plain_at_proxy);
  CHECK_FALSE(proxies->find_client("10.1.2.3", {}).is_plain_at_proxy);
}

TEST_CASE("refusals say code, message, field and correlation id, and nothing internal") {
  HttpFixture fixture;
  for (const std::string path : {"/api/nothing", "/api/fault", "/missing.js"}) {
    const auto answer = fixture.get(path, "X-Correlation-ID: trace_1.a-b\r\n");
    const auto body = nlohmann::json::parse(answer.body, nullptr, false);
    CHECK(body["code"].is_string());
    CHECK(body["message"].is_string());
    CHECK(body.contains("field"));
    CHECK(body["correlation_id"] == "trace_1.a-b");
    CHECK(answer.header("x-correlation-id") == "trace_1.a-b");
    CHECK(answer.body.find("secret internals") == std::string::npos);
  }
  CHECK(fixture.get("/api/fault").status == 500);
  CHECK(fixture.get("/api/nothing").status == 404);
  const auto forged = fixture.get("/", "X-Correlation-ID: <script>\r\n");
  CHECK(forged.header("x-correlation-id").size() == 36);
}

TEST_CASE("a header value with a line break never reaches the wire") {
  HttpFixture fixture;
  const auto answer = fixture.get("/api/injected");
  CHECK(answer.status == 500);
  CHECK(answer.headers.count("set-cookie") == 0);
  CHECK(answer.headers.count("x-evil") == 0);
}

TEST_CASE("unknown addresses under /api are 404 JSON, wrong methods 405 with Allow") {
  HttpFixture fixture;
  CHECK(fixture.get("/api").status == 404);
  CHECK(fixture.get("/api/").status == 404);
  CHECK(fixture.get("/api/item/").status == 404);
  CHECK(fixture.get("/api/item/1/2").status == 404);
  CHECK(fixture.get("/api/nothing").header("content-type") == "application/json; charset=utf-8");
  const auto wrong = fixture.get("/api/echo");
  CHECK(wrong.status == 405);
  CHECK(wrong.header("allow") == "POST");
  CHECK(post(fixture, "/index.html", "").status == 405);
}

TEST_CASE("the page answers at every screen's address, files by their name only") {
  HttpFixture fixture;
  const std::string page = fixture.get("/").body;
  CHECK(page == "<!doctype html><title>page</title>");
  for (const std::string path : {"/chores", "/join", "/roommates/12", "/settings/members"}) {
    CHECK(fixture.get(path).body == page);
    CHECK(fixture.get(path).header("content-type") == "text/html; charset=utf-8");
    CHECK(fixture.get(path).header("cache-control") == "no-cache");
  }
  for (const std::string path :
       {"/../../etc/passwd", "/..%2f..%2fetc/passwd.txt", "/%2e%2e/%2e%2e/etc/passwd.conf",
        "//etc/passwd.txt", "/app.3f9a0c1b.js.br", "/.hidden", "/app.3f9a0c1b.js/"}) {
    CAPTURE(path);
    const auto answer = fixture.get(path);
    const bool is_page_or_nothing = answer.status == 404 || answer.body == page;
    CHECK(is_page_or_nothing);
  }
}

TEST_CASE("files come compressed as asked, hashed names for ever, the others revalidated") {
  HttpFixture fixture;
  const std::string path = "/app.3f9a0c1b.js";
  const auto plain = fixture.get(path);
  CHECK(plain.body == "let a = 1;");
  CHECK(plain.header("content-type") == "text/javascript; charset=utf-8");
  CHECK(plain.header("cache-control") == "public, max-age=31536000, immutable");
  CHECK(plain.header("vary") == "Accept-Encoding");
  const auto brotli = fixture.get(path, "Accept-Encoding: gzip, deflate, br\r\n");
  CHECK(brotli.body == "brotli bytes");
  CHECK(brotli.header("content-encoding") == "br");
  CHECK(brotli.header("etag") != plain.header("etag"));
  const auto gzip = fixture.get(path, "Accept-Encoding: gzip, br;q=0\r\n");
  CHECK(gzip.body == "gzip bytes");
  CHECK(gzip.header("content-encoding") == "gzip");
  CHECK(fixture.get("/app.wasm").header("content-type") == "application/wasm");
  CHECK(fixture.get("/app.wasm").header("cache-control") == "no-cache");
  const auto manifest = fixture.get("/manifest.webmanifest");
  CHECK(manifest.header("content-type") == "application/manifest+json; charset=utf-8");
  CHECK(manifest.header("cache-control") == "no-cache");
  const auto again = fixture.get("/", "If-None-Match: " + fixture.get("/").header("etag") + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.body.empty());
}

TEST_CASE("changing calls need a session, its token, and must not come from another site") {
  HttpFixture fixture;
  const std::string own = "Origin: http://127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n";
  const std::string session = "Cookie: test=yes\r\n";
  const std::string token = "X-CSRF-Token: token\r\n";
  CHECK(post(fixture, "/api/private", own + token).status == 401);
  CHECK(post(fixture, "/api/private", own + session).status == 403);
  CHECK(post(fixture, "/api/private", own + session + "X-CSRF-Token: Token\r\n").status == 403);
  CHECK(post(fixture, "/api/private", own + session + token).status == 200);
  CHECK(post(fixture, "/api/private", session + token).status == 200);
  CHECK(
      post(fixture, "/api/private", session + token + "Origin: https://evil.example\r\n").status ==
      403);
  CHECK(post(fixture, "/api/private", session + token + "Origin: null\r\n").status == 403);
  for (const std::string site : {"cross-site", "same-site", "none"}) {
    CHECK(post(fixture, "/api/private", session + token + "Sec-Fetch-Site: " + site + "\r\n")
              .status == 403);
  }
}

TEST_CASE("starting without a session must be proven to come from this site") {
  HttpFixture fixture;
  const std::string origin = "Origin: http://127.0.0.1\r\n";
  const std::string site = "Sec-Fetch-Site: same-origin\r\n";
  CHECK(post(fixture, "/api/begin", origin + site).status == 200);
  CHECK(post(fixture, "/api/begin", "").status == 403);
  CHECK(post(fixture, "/api/begin", site).status == 403);
  CHECK(post(fixture, "/api/begin", origin).status == 403);
  CHECK(post(fixture, "/api/begin", "Origin: http://127.0.0.1:1\r\n" + site).status == 403);
  CHECK(post(fixture, "/api/begin", origin + "Sec-Fetch-Site: cross-site\r\n").status == 403);
}

TEST_CASE("limits slide with the clock and say when to come back") {
  HttpFixture fixture;
  for (int count = 0; count < 50; ++count) CHECK(fixture.get("/api/limited").status == 200);
  const auto refused = fixture.get("/api/limited");
  CHECK(refused.status == 429);
  CHECK(std::stoi(refused.header("retry-after")) > 0);
  CHECK(std::stoi(refused.header("retry-after")) <= 120);
  fixture.clock.advance(std::stoi(refused.header("retry-after")) * 1000);
  CHECK(fixture.get("/api/limited").status == 200);
  fixture.clock.advance(120'000);
  for (int count = 0; count < 50; ++count) CHECK(fixture.get("/api/limited").status == 200);
  CHECK(fixture.get("/api/limited").status == 429);
}

TEST_CASE("a full server answers 503 with Retry-After instead of dropping anybody") {
  Limits limits;
  limits.streams = 1;
  limits.workers = 1;
  limits.spare_workers = 0;
  limits.waiting_connections = 2;
  HttpFixture fixture(limits);
  const std::string wait = "GET /api/wait HTTP/1.1\r\nHost: a\r\n\r\n";
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int count = 0; count < 2; ++count) {
    clients.push_back(std::make_unique<RawClient>(fixture.port));
    clients.back()->send(wait);
    await_waiting(fixture, count + 1);
  }
  // Two may wait for a thread; the next 100 are told at once.
  for (int count = 0; count < 2; ++count) {
    clients.push_back(std::make_unique<RawClient>(fixture.port));
    clients.back()->send(wait);
  }
  for (int count = 0; count < 100; ++count) {
    const auto answer = fixture.get("/");
    CHECK(answer.status == 503);
    CHECK(answer.header("retry-after") == "2");
    CHECK(nlohmann::json::parse(answer.body, nullptr, false)["code"] == "busy");
    CHECK(answer.header("x-frame-options") == "DENY");
  }
  fixture.release();
  for (auto& client : clients) CHECK(client->read_answer().status == 200);
  CHECK(fixture.server->shed_count() == 100);
}

TEST_CASE("an idle kept-alive connection gives its thread to whoever waits") {
  Limits limits;
  limits.streams = 1;
  limits.workers = 0;
  limits.spare_workers = 0;
  limits.keep_alive_ms = 600'000;
  HttpFixture fixture(limits);
  RawClient idle(fixture.port);
  idle.send("GET /api/item/1 HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(idle.read_answer().status == 200);
  CHECK(fixture.get("/api/item/2").status == 200);
  CHECK(idle.is_closed_by_server());
}

TEST_CASE("stopping ends streams, idle and half-sent connections") {
  HttpFixture fixture;
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int count = 0; count < 100; ++count) {
    clients.push_back(std::make_unique<RawClient>(fixture.port));
    clients.back()->send("GET /api/stream HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(clients.back()->read_until("data: hello\n\n"));
  }
  RawClient idle(fixture.port);
  idle.send("GET /api/item/1 HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(idle.read_answer().status == 200);
  RawClient half(fixture.port);
  half.send("GET /api/item/1 HTT");
  fixture.stop();
  for (auto& client : clients) {
    CHECK(client->read_until("0\r\n\r\n"));
    CHECK(client->is_closed_by_server());
  }
  CHECK(idle.is_closed_by_server());
  // Whether a thread had taken it or it still waited for one: it ends, perhaps with a 503.
  CHECK_FALSE(half.read_until("no such text"));
  CHECK_FALSE(RawClient(fixture.port).is_connected());
}

TEST_CASE("stopping before running, twice, and at once after start all end") {
  HttpFixture fixture;
  fixture.server->stop();
  fixture.server->stop();
  fixture.stop();
}

}  // namespace rr::test
