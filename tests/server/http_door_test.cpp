// What comes in at the door: malformed, oversized, smuggled and slow requests.
#include <doctest/doctest.h>

#include <chrono>

#include "tests/server/http_fixture.h"

namespace rr::test {
namespace {

std::string post(const std::string& headers, const std::string& body) {
  return "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + headers +
         "\r\n" + body;
}

nlohmann::json parse(const std::string& body) {
  return nlohmann::json::parse(body, nullptr, false);
}

}  // namespace

TEST_CASE("a whole body of the allowed size arrives, one byte more is refused with 413") {
  Limits limits;
  limits.body_bytes = 1000;
  HttpFixture fixture(limits);
  CHECK(fixture.ask(post("Content-Length: 1000\r\n", std::string(1000, 'x'))).body ==
        R"({"length":1000})");
  const auto refused = fixture.ask(post("Content-Length: 1001\r\n", std::string(1001, 'x')));
  CHECK(refused.status == 413);
  CHECK(parse(refused.body)["code"] == "body_too_large");
  CHECK(fixture.handled == 1);
}

TEST_CASE("a 10 MiB body is refused before it is read, and the answer arrives") {
  HttpFixture fixture;
  RawClient client(fixture.port);
  client.send(post("Content-Length: 10485760\r\n", std::string(65536, 'x')));
  CHECK(client.read_answer().status == 413);
}

TEST_CASE("chunked and compressed bodies are refused, and nothing of them is handled") {
  HttpFixture fixture;
  const std::string chunk = "5\r\nhello\r\n0\r\n\r\n";
  CHECK(fixture.ask(post("Transfer-Encoding: chunked\r\n", chunk)).status == 411);
  CHECK(fixture.ask(post("transfer-encoding: Chunked\r\n", chunk)).status == 411);
  CHECK(fixture.ask(post("Transfer-Encoding: gzip, chunked\r\n", chunk)).status == 411);
  CHECK(fixture.ask(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunk)).status ==
        411);
  CHECK(fixture.ask(post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", chunk)).status ==
        411);
  for (const std::string coding : {"gzip", "br", "deflate", "zstd", "identity"}) {
    CHECK(fixture.ask(post("Content-Length: 5\r\nContent-Encoding: " + coding + "\r\n", "hello"))
              .status == 415);
  }
  CHECK(fixture.handled == 0);
}

TEST_CASE("requests that two readers could cut differently are refused and the connection ends") {
  HttpFixture fixture;
  const std::string evil = "GET /api/item/evil HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string bad_heads[] = {"Content-Length: 4\r\nContent-Length: 5\r\n",
                                   "Content-Length: 5\r\nContent-Length: 5\r\n",
                                   "Content-Length: +5\r\n",
                                   "Content-Length: 0x5\r\n",
                                   "Content-Length: 5, 5\r\n",
                                   "Content-Length: -1\r\n",
                                   "Content-Length:\r\n",
                                   "Content-Length: 99999999999999999999\r\n",
                                   "Content-Length : 5\r\n",
                                   "Transfer-Encoding : chunked\r\n",
                                   "X: a\n Transfer-Encoding: chunked\r\n",
                                   "X: a\r\n folded\r\n",
                                   "X: a\rY: b\r\n",
                                   "X: a\nContent-Length: 5\r\n",
                                   "Host: b\r\n",
                                   " Content-Length: 5\r\n"};
  for (const std::string& head : bad_heads) {
    CAPTURE(head);
    RawClient client(fixture.port);
    client.send(post(head, evil));
    const auto answer = client.read_answer();
    CHECK(answer.status >= 400);
    CHECK(answer.status < 500);
    CHECK(answer.header("connection") == "close");
    CHECK(client.is_closed_by_server());
  }
  CHECK(fixture.handled == 0);
}

TEST_CASE("requests that follow each other at once are answered one by one") {
  HttpFixture fixture;
  RawClient client(fixture.port);
  client.send(post("Content-Length: 3\r\n", "abc") + post("Content-Length: 4\r\n", "abcd") +
              "GET /api/item/7 HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(client.read_answer().body == R"({"length":3})");
  CHECK(client.read_answer().body == R"({"length":4})");
  CHECK(client.read_answer().body == R"({"id":"7"})");
}

TEST_CASE("malformed request lines are refused with 4xx") {
  HttpFixture fixture;
  const std::string lines[] = {"GET\r\n\r\n",
                               "GET /\r\n\r\n",
                               "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                               "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
                               "get / HTTP/1.1\r\nHost: a\r\n\r\n",
                               "BREW / HTTP/1.1\r\nHost: a\r\n\r\n",
                               "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
                               "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                               "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
                               "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n",
                               "GET / HTTP/1.1\r\n\r\n",
                               "\r\n\r\n"};
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto answer = fixture.ask(line);
    CHECK(answer.status >= 400);
    CHECK(answer.status < 500);
    CHECK(parse(answer.body)["code"].is_string());
  }
  using namespace std::string_literals;
  CHECK(fixture.ask("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n"s).status == 400);
  CHECK(fixture.get("/api/item/%00").status == 400);
  CHECK(fixture.get("/api/item/%ff%fe").status == 400);
}

TEST_CASE("too many, too long and endless headers are refused with 431, long addresses with 414") {
  HttpFixture fixture;
  std::string many;
  for (int count = 0; count < 100; ++count) many += "X-" + std::to_string(count) + ": a\r\n";
  CHECK(fixture.get("/", many).status == 431);
  CHECK(fixture.get("/", "X: " + std::string(9000, 'a') + "\r\n").status == 431);
  CHECK(fixture.get("/" + std::string(8190, 'a')).status == 414);
  RawClient client(fixture.port);
  client.send("GET / HTTP/1.1\r\n");
  const std::string line = "X: " + std::string(1000, 'a') + "\r\n";
  while (client.send(line)) {
  }
  CHECK(true);  // reached: the server stopped listening instead of collecting headers
}

TEST_CASE("a head that drips in byte by byte meets one deadline, gets 400 and is closed") {
  Limits limits;
  limits.header_deadline_ms = 200;
  HttpFixture fixture(limits);
  RawClient client(fixture.port);
  const std::string drip = "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(100'000, 'a');
  // Each byte comes well before any pause between bytes could be called too long.
  std::size_t sent = 0;
  pollfd entry{-1, 0, 0};
  while (sent < drip.size() && client.send(drip.substr(sent, 1))) {
    ++sent;
    if (sent > 7000) break;
    ::poll(&entry, 0, 1);
  }
  const auto answer = client.read_answer();
  CHECK(answer.status == 400);
  CHECK(parse(answer.body)["code"] == "too_slow");
  CHECK(client.is_closed_by_server());
}

TEST_CASE("a body that stops arriving gets 408 and is closed") {
  Limits limits;
  limits.body_deadline_ms = 100;
  HttpFixture fixture(limits);
  RawClient client(fixture.port);
  client.send(post("Content-Length: 100\r\n", "only this"));
  CHECK(client.read_answer().status == 408);
  CHECK(client.is_closed_by_server());
  CHECK(fixture.handled == 0);
}

TEST_CASE("a connection that stays silent is closed without an answer") {
  Limits limits;
  limits.keep_alive_ms = 100;
  HttpFixture fixture(limits);
  RawClient client(fixture.port);
  CHECK(client.is_closed_by_server());
}

TEST_CASE("a client that waits for permission to send its body gets it") {
  HttpFixture fixture;
  RawClient client(fixture.port);
  client.send(post("Content-Length: 5\r\nExpect: 100-continue\r\n", ""));
  CHECK(client.read_until("HTTP/1.1 100 Continue\r\n\r\n"));
  client.send("hello");
  CHECK(client.read_answer().body == R"({"length":5})");
  CHECK(fixture.ask(post("Content-Length: 5\r\nExpect: miracles\r\n", "hello")).status == 417);
}

TEST_CASE("HEAD answers the headers of GET without its body") {
  HttpFixture fixture;
  RawClient client(fixture.port);
  client.send("HEAD /api/item/12 HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto answer = client.read_answer("HEAD");
  CHECK(answer.status == 200);
  CHECK(answer.header("content-length") == "11");
  client.send("GET /api/item/3 HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(client.read_answer().body == R"({"id":"3"})");
}

}  // namespace rr::test
