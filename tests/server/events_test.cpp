// Live streams: who is poked, and what ends a stream.
#include <doctest/doctest.h>

#include "tests/server/product_fixture.h"

namespace rr::test {
namespace {

class Stream {
 public:
  Stream(const ProductFixture& fixture, const Browser& browser) : client_(fixture.port) {
    client_.send("GET /api/sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + browser.cookie +
                 "\r\n\r\n");
  }
  bool opens() { return client_.read_until(": open\n\n"); }
  bool hears(const std::string& text) { return client_.read_until(text); }
  // The last chunk, then the end.
  bool ends() { return client_.read_until("\r\n0\r\n\r\n"); }
  RawAnswer answer() { return client_.read_answer(); }
  RawClient& client() { return client_; }

 private:
  RawClient client_;
};

Id person(const Browser& browser) { return *parse_id(browser.account_id); }

void await_streams(ProductFixture& fixture, std::size_t wanted) {
  while (fixture.server->hub().stream_count() != wanted) std::this_thread::yield();
}

}  // namespace

TEST_CASE("a stream needs a session and hears of its own scopes only") {
  ProductFixture fixture;
  Browser ann(fixture);
  CHECK(Stream(fixture, ann).answer().status == 401);
  ann.begin("Ann");
  Browser ben(fixture);
  ben.begin("Ben");
  Stream stream(fixture, ann);
  REQUIRE(stream.opens());
  CHECK(stream.client().buffer().find("Content-Type: text/event-stream\r\n") != std::string::npos);
  CHECK(stream.client().buffer().find("Cache-Control: no-store\r\n") != std::string::npos);
  fixture.server->hub().poke(person(ben), 5);
  fixture.server->hub().poke(person(ann), 7);
  CHECK(stream.hears("data: {\"scope\":\"" + ann.account_id + "\",\"version\":7}\n\n"));
  CHECK(stream.client().buffer().find(ben.account_id) == std::string::npos);
}

TEST_CASE("a stream ends with its session, others go on") {
  ProductFixture fixture;
  Browser ann(fixture);
  const std::string code = ann.begin("Ann");
  Browser phone(fixture);
  const auto answer = phone.post("/api/auth/recover", {{"code", code}});
  REQUIRE(answer.status == 200);
  phone.csrf = json_of(answer)["csrf"];
  Stream first(fixture, ann);
  Stream second(fixture, phone);
  REQUIRE(first.opens());
  REQUIRE(second.opens());
  CHECK(ann.send("POST", "/api/auth/logout", "").status == 204);
  CHECK(first.ends());
  fixture.server->hub().poke(person(ann), 1);
  CHECK(second.hears("\"version\":1}"));
  fixture.server->hub().memberships_changed(person(ann));
  CHECK(second.ends());
}

TEST_CASE("above the cap, and above one account's share, streams are refused with 503") {
  ProductFixture fixture([](Config& config) { config.stream_limit = 20; });
  Browser ann(fixture);
  ann.begin("Ann");
  Browser ben(fixture);
  ben.begin("Ben");
  std::vector<std::unique_ptr<Stream>> streams;
  const auto open = [&](const Browser& browser) {
    streams.push_back(std::make_unique<Stream>(fixture, browser));
    REQUIRE(streams.back()->opens());
  };
  for (int count = 0; count < 16; ++count) open(ann);
  const auto refused = Stream(fixture, ann).answer();
  CHECK(refused.status == 503);
  CHECK(code_of(refused) == "streams_full");
  CHECK(refused.header("retry-after") == "30");
  for (int count = 0; count < 4; ++count) open(ben);
  CHECK(Stream(fixture, ben).answer().status == 503);
  // The others are served meanwhile, and a place that gets free is given again.
  CHECK(ann.get("/api/session").status == 200);
  streams.clear();
  await_streams(fixture, 0);
  open(ben);
}

TEST_CASE("the server notices clients that are gone without being poked") {
  ProductFixture fixture;
  Browser ann(fixture);
  ann.begin("Ann");
  auto stream = std::make_unique<Stream>(fixture, ann);
  REQUIRE(stream->opens());
  await_streams(fixture, 1);
  stream.reset();
  await_streams(fixture, 0);
  CHECK(fixture.server->hub().stream_count() == 0);
}

}  // namespace rr::test
