// Device accounts, sessions, recovery and device codes.
#include <doctest/doctest.h>

#include <set>

#include "server/auth/codes.h"
#include "server/auth/session_cookie.h"
#include "tests/server/product_fixture.h"

namespace rr::test {
namespace {

constexpr std::int64_t kDayMs = 24 * 60 * 60 * 1000;

std::string whole_database(const ProductFixture& fixture) {
  std::string bytes;
  for (const char* ending : {"", "-wal"}) {
    std::ifstream in(fixture.database_path() + ending, std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  return bytes;
}

bool is_signed_in(Browser& browser) { return browser.get("/api/sessions").status == 200; }

}  // namespace

TEST_CASE("a device account begins with a name and comes back with its cookie") {
  ProductFixture fixture;
  Browser browser(fixture);
  CHECK(json_of(browser.get("/api/session"))["account_id"].is_null());
  const auto answer = browser.post("/api/auth/device", {{"name", "  Ann  "}});
  REQUIRE(answer.status == 201);
  const std::string cookie = answer.header("set-cookie");
  CHECK(cookie.starts_with("__Host-rr="));
  CHECK(cookie.find("; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure") !=
        std::string::npos);
  const auto session = json_of(browser.get("/api/session"));
  CHECK(session["account_id"] == json_of(answer)["account_id"]);
  CHECK(session["name"] == "Ann");
  CHECK(session["csrf"] == json_of(answer)["csrf"]);
  CHECK(session["schema"]["current"].is_number());
}

TEST_CASE("outside secure contexts the cookie has the plain name and no Secure") {
  Request request;
  request.headers.add("Host", "192.168.1.5:8080");
  CHECK(make_session_cookie(request, "x").starts_with("rr=x; "));
  CHECK(make_session_cookie(request, "x").find("Secure") == std::string::npos);
  request.scheme = Scheme::https;
  CHECK(make_session_cookie(request, "x").starts_with("__Host-rr=x; "));
}

TEST_CASE("names are judged: missing, empty, too long, not text, unknown fields, other types") {
  ProductFixture fixture;
  const std::vector<std::pair<std::string, std::string>> bodies{
      {R"({})", "name"},
      {R"({"name":""})", "name"},
      {R"({"name":"   "})", "name"},
      {R"({"name":")" + std::string(10'000, 'a') + R"("})", "name"},
      {R"({"name":5})", "name"},
      {R"({"name":null})", "name"},
      {R"({"name":["a"]})", "name"},
      {"{\"name\":\"Zoe\u0301\"}", "name"},
      {R"({"name":"a","role":"owner"})", "role"},
      {R"({"name":"a","name":"b"})", "name"}};
  for (const auto& [body, field] : bodies) {
    Browser browser(fixture);
    const auto answer = browser.send("POST", "/api/auth/device", body);
    CAPTURE(body.substr(0, 60));
    CHECK(answer.status == 400);
    CHECK(json_of(answer)["field"] == field);
    CHECK(answer.headers.count("set-cookie") == 0);
  }
  using namespace std::string_literals;
  const std::vector<std::string> malformed{
      "",
      "{",
      "null",
      "[]",
      "\"name\"",
      R"({"name":"a"}x)",
      "{\"name\":\"\xff\xfe\"}",
      "{\"name\":\"a\\u0000b\"}",
      "{\"name\":\"a\0b\"}"s,
      R"({"name":"\ud800"})",
      std::string(1000, '['),
      R"({"name":)" + std::string(1000, '[') + std::string(1000, ']') + "}"};
  for (const std::string& body : malformed) {
    Browser browser(fixture);
    const auto answer = browser.send("POST", "/api/auth/device", body);
    CAPTURE(body.substr(0, 60));
    CHECK(answer.status == 400);
  }
  Browser form(fixture);
  const std::string request =
      "POST /api/auth/device HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
      "Sec-Fetch-Site: same-origin\r\nContent-Type: text/plain\r\nContent-Length: 14\r\n\r\n"
      "{\"name\":\"Ann\"}";
  RawClient client(fixture.port);
  client.send(request);
  CHECK(client.read_answer().status == 415);
}

TEST_CASE("with device accounts off nobody gets one, and the gate is told") {
  ProductFixture fixture([](Config& config) { config.device_accounts = Toggle::off; });
  Browser browser(fixture);
  CHECK(json_of(browser.get("/api/session"))["device_accounts"] == false);
  const auto answer = browser.post("/api/auth/device", {{"name", "Ann"}});
  CHECK(answer.status == 403);
  CHECK(code_of(answer) == "accounts_off");
}

TEST_CASE("a device that is signed in keeps its account") {
  ProductFixture fixture;
  Browser browser(fixture);
  browser.begin("Ann");
  CHECK(browser.post("/api/auth/device", {{"name", "Ben"}}).status == 409);
}

TEST_CASE("no secret is stored: neither cookie nor codes are in the database's bytes") {
  ProductFixture fixture;
  Browser browser(fixture);
  const std::string recovery_code = browser.begin("Ann");
  const auto device = json_of(browser.post("/api/devices/code", nullptr));
  const std::string device_code = device["code"];
  const std::string bytes = whole_database(fixture);
  CHECK(bytes.find("Ann") != std::string::npos);
  CHECK(bytes.find(browser.cookie.substr(browser.cookie.find('=') + 1)) == std::string::npos);
  for (const std::string& code : {recovery_code, device_code}) {
    CHECK(bytes.find(code) == std::string::npos);
    std::string letters = code;
    std::erase(letters, '-');
    CHECK(bytes.find(letters) == std::string::npos);
  }
}

TEST_CASE("a recovery code signs in once and is replaced by the new one it brings") {
  ProductFixture fixture;
  Browser first(fixture);
  const std::string code = first.begin("Ann");
  Browser second(fixture);
  std::string typed = code;
  for (char& letter : typed) letter = static_cast<char>(std::tolower(letter));
  std::replace(typed.begin(), typed.end(), '0', 'o');
  const auto answer = second.post("/api/auth/recover", {{"code", typed}});
  REQUIRE(answer.status == 200);
  CHECK(json_of(answer)["account_id"] == first.account_id);
  CHECK(is_signed_in(second));
  CHECK(is_signed_in(first));
  Browser third(fixture);
  const auto again = third.post("/api/auth/recover", {{"code", code}});
  CHECK(again.status == 404);
  CHECK(json_of(again)["field"] == "code");
  CHECK(third.post("/api/auth/recover", {{"code", json_of(answer)["recovery_code"]}}).status ==
        200);
  for (const std::string bad : {"x", "AAAAA-AAAAA", "U!", "0000000000000000000000000"}) {
    CHECK(Browser(fixture).post("/api/auth/recover", {{"code", bad}}).status == 404);
  }
}

TEST_CASE("a device code works once, for ten minutes, and only the newest one") {
  ProductFixture fixture;
  Browser browser(fixture);
  browser.begin("Ann");
  const std::string old_code = json_of(browser.post("/api/devices/code", nullptr))["code"];
  const std::string code = json_of(browser.post("/api/devices/code", nullptr))["code"];
  CHECK(Browser(fixture).post("/api/auth/recover", {{"code", old_code}}).status == 404);
  Browser second(fixture);
  const auto answer = second.post("/api/auth/recover", {{"code", code}});
  CHECK(answer.status == 200);
  CHECK_FALSE(json_of(answer).contains("recovery_code"));
  CHECK(json_of(answer)["account_id"] == browser.account_id);
  CHECK(Browser(fixture).post("/api/auth/recover", {{"code", code}}).status == 404);
  const std::string late = json_of(browser.post("/api/devices/code", nullptr))["code"];
  fixture.clock.advance(10 * 60 * 1000);
  CHECK(Browser(fixture).post("/api/auth/recover", {{"code", late}}).status == 404);
}

TEST_CASE("sessions can be listed and ended, one's own only") {
  ProductFixture fixture;
  Browser ann(fixture);
  const std::string code = ann.begin("Ann");
  Browser ann_phone(fixture);
  REQUIRE(ann_phone.post("/api/auth/recover", {{"code", code}}).status == 200);
  Browser ben(fixture);
  ben.begin("Ben");
  const auto list = json_of(ann.get("/api/sessions"))["sessions"];
  REQUIRE(list.size() == 2);
  std::string phone_id;
  for (const auto& session : list) {
    if (!session["is_current"]) phone_id = session["id"];
  }
  REQUIRE_FALSE(phone_id.empty());
  CHECK(ben.send("DELETE", "/api/sessions/" + phone_id, "").status == 404);
  CHECK(is_signed_in(ann_phone));
  CHECK(ann.send("DELETE", "/api/sessions/" + phone_id, "").status == 204);
  CHECK_FALSE(is_signed_in(ann_phone));
  CHECK(is_signed_in(ben));

  CHECK(ann.send("POST", "/api/auth/logout", "").status == 204);
  CHECK_FALSE(is_signed_in(ann));
}

TEST_CASE("ending all other sessions keeps this one") {
  ProductFixture fixture;
  Browser ann(fixture);
  std::string code = ann.begin("Ann");
  std::vector<Browser> others;
  for (int count = 0; count < 3; ++count) {
    others.emplace_back(fixture);
    const auto answer = others.back().post("/api/auth/recover", {{"code", code}});
    REQUIRE(answer.status == 200);
    code = json_of(answer)["recovery_code"];
  }
  CHECK(json_of(ann.send("DELETE", "/api/sessions", ""))["ended"] == 3);
  CHECK(is_signed_in(ann));
  for (Browser& other : others) CHECK_FALSE(is_signed_in(other));
}

TEST_CASE("a session in use never runs out, an unused one ends after 400 days") {
  ProductFixture fixture;
  Browser used(fixture);
  used.begin("Ann");
  Browser unused(fixture);
  unused.begin("Ben");
  for (int count = 0; count < 5; ++count) {
    fixture.clock.advance(100 * kDayMs);
    CHECK(is_signed_in(used));
  }
  CHECK_FALSE(is_signed_in(unused));
}

TEST_CASE("sessions and accounts are there after the server starts again") {
  ProductFixture fixture;
  Browser ann(fixture);
  ann.begin("Ann");
  fixture.stop();
  fixture.start();
  CHECK(is_signed_in(ann));
}

TEST_CASE("forged cookies and tokens open nothing") {
  ProductFixture fixture;
  Browser ann(fixture);
  ann.begin("Ann");
  for (const std::string cookie : {"__Host-rr=", "__Host-rr=x", "rr=x", "__Host-rr=' OR 1=1 --"}) {
    Browser forged(fixture);
    forged.cookie = cookie;
    CHECK(forged.get("/api/sessions").status == 401);
  }
  // The plain name is not taken where the guarded one is due: a neighbour on the host could set it.
  Browser plain(fixture);
  plain.cookie = "rr=" + ann.cookie.substr(ann.cookie.find('=') + 1);
  CHECK(plain.get("/api/sessions").status == 401);
  Browser stolen(fixture);
  stolen.cookie = ann.cookie;
  stolen.csrf = "wrong";
  CHECK(stolen.post("/api/devices/code", nullptr).status == 403);
  stolen.csrf.clear();
  CHECK(stolen.post("/api/devices/code", nullptr).status == 403);
}

TEST_CASE("codes do not repeat and survive being retyped") {
  std::set<std::string> codes;
  for (int count = 0; count < 1000; ++count) {
    const std::string code = make_code(CodeStrength::short_lived);
    CHECK(code.size() == 11);
    codes.insert(code);
  }
  CHECK(codes.size() == 1000);
  CHECK(hash_code("ABCDE-FGH0I") == hash_code(" abcde fghO1 "));
  CHECK_FALSE(hash_code("ABCDE-FGHU1").has_value());
}

TEST_CASE("health says what is the matter, and liveness never asks the database") {
  ProductFixture fixture;
  Browser browser(fixture);
  const auto health = browser.get("/api/health");
  CHECK(health.status == 200);
  CHECK(json_of(health)["status"] == "healthy");
  CHECK(json_of(health)["auth_bypass"] == false);
  CHECK(json_of(health)["checks"]["migrations"]["pending"] == 0);
  CHECK(browser.get("/api/health/ready").status == 200);
  std::filesystem::rename(fixture.database_path(), fixture.database_path() + ".gone");
  CHECK(browser.get("/api/health").status == 503);
  CHECK(browser.get("/api/health/ready").status == 503);
  CHECK(json_of(browser.get("/api/health"))["checks"]["database"]["connected"] == false);
  CHECK(browser.get("/api/health/live").status == 200);
}

TEST_CASE("policy reports are taken, capped and limited") {
  ProductFixture fixture([](Config& config) { config.rate_limit_factor = 1; });
  Browser browser(fixture);
  const std::string report = R"({"csp-report":{"blocked-uri":"https://evil.example/?code=1"}})";
  CHECK(browser.send("POST", "/api/csp-report", report).status == 204);
  CHECK(browser.send("POST", "/api/csp-report", "[{\"body\":{}}]").status == 204);
  CHECK(browser.send("POST", "/api/csp-report", "nonsense").status == 400);
  CHECK(browser.send("POST", "/api/csp-report", std::string(20'000, 'x')).status == 413);
  int refused = 0;
  for (int count = 0; count < 20; ++count) {
    if (browser.send("POST", "/api/csp-report", report).status == 429) ++refused;
  }
  CHECK(refused == 4);
}

}  // namespace rr::test
