// Sixteen connections that send one durable change after another, beside a bare handler of the same
// HTTP library that stores each body with one statement, with the same grouped commits.
#include <doctest/doctest.h>
#include <httplib.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "server/store/write_queue.h"
#include "tests/bench/bench_home.h"
#include "tests/server/sync_client.h"

namespace rr::bench {
namespace {

constexpr int kConnections = 16;
// Below the server's limit of requests per connection.
constexpr int kRequests = 900;

struct Load {
  double seconds = 0;
  std::vector<double> latencies_ms;  // ascending
  int failed = 0;

  [[nodiscard]] double rate() const { return static_cast<double>(latencies_ms.size()) / seconds; }
  [[nodiscard]] double p99() const { return latencies_ms[latencies_ms.size() * 99 / 100]; }
};

// Each connection sends its requests, the next one as soon as the last is answered.
Load send_all(int port, const std::vector<std::vector<std::string>>& requests) {
  std::vector<Load> parts(requests.size());
  std::vector<std::thread> threads;
  const Stopwatch watch;
  for (std::size_t each = 0; each < requests.size(); ++each) {
    threads.emplace_back([&, each] {
      test::RawClient client(port);
      for (const std::string& request : requests[each]) {
        const Stopwatch single;
        client.send(request);
        if (client.read_answer("POST").status != 200) ++parts[each].failed;
        parts[each].latencies_ms.push_back(single.elapsed_ms());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  Load all;
  all.seconds = watch.elapsed_ms() / 1000;
  for (const Load& part : parts) {
    all.failed += part.failed;
    all.latencies_ms.insert(all.latencies_ms.end(), part.latencies_ms.begin(),
                            part.latencies_ms.end());
  }
  std::sort(all.latencies_ms.begin(), all.latencies_ms.end());
  return all;
}

std::string as_http(const test::Browser& browser, const std::string& body) {
  return "POST /api/sync/push HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + browser.cookie +
         "\r\nOrigin: http://127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nX-CSRF-Token: " +
         browser.csrf +
         "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

Load measure_product(std::vector<std::vector<std::string>>& requests) {
  test::ProductFixture fixture;
  for (int each = 0; each < kConnections; ++each) {
    test::Home home(fixture, "Home", "Ana");
    AddChore chore;
    chore.id = test::fresh_id();
    chore.name = "Dishes";
    chore.anchor = *parse_date("2027-01-15");
    test::SyncClient client(home.browser, home.household);
    client.push({client.next(chore)});
    std::vector<std::string> own;
    for (int number = 0; number < kRequests; ++number) {
      const std::string arguments = "{\"id\":\"" + chore.id.to_string() +
                                    "\",\"points\":" + std::to_string(number % 20 + 1) + "}";
      const auto edit = decode_command(describe_command<EditChore>(), arguments);
      REQUIRE(edit.ok());
      sync::PushRequest request = client.request({client.next(*edit)});
      request.acknowledged = client.number - 1;
      own.push_back(as_http(home.browser, sync::encode(request)));
    }
    requests.push_back(std::move(own));
  }
  return send_all(fixture.port, requests);
}

Load measure_bare(const std::vector<std::vector<std::string>>& requests) {
  test::TemporaryDirectory directory;
  auto database = Database::open(directory.path() + "/bare.db", OpenMode::read_write);
  REQUIRE(database.ok());
  REQUIRE((*database)->execute("CREATE TABLE taken(number INTEGER PRIMARY KEY, body TEXT)"));
  WriteQueue queue(std::move(*database));
  const std::string insert = "INSERT INTO taken(body) VALUES(?)";
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(kConnections + 4); };
  server.set_keep_alive_max_count(kRequests + 1);
  server.set_tcp_nodelay(true);
  server.Post("/api/sync/push", [&](const httplib::Request& request, httplib::Response& response) {
    const auto body = nlohmann::json::parse(request.body);
    const Status written = queue.run([&](Database& writer) {
      Query(writer, insert).bind(std::string_view(request.body)).run();
      return WorkEnding::commit;
    });
    response.status = written ? 200 : 503;
    response.set_content(nlohmann::json{{"scope", body["scope"]}}.dump(), "application/json");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::thread runner([&] { server.listen_after_bind(); });
  server.wait_until_ready();
  Load load = send_all(port, requests);
  server.stop();
  runner.join();
  return load;
}

}  // namespace

TEST_CASE("single changes at 16 connections") {
  std::vector<std::vector<std::string>> requests;
  const Load product = measure_product(requests);
  const Load bare = measure_bare(requests);
  REQUIRE(product.failed == 0);
  REQUIRE(bare.failed == 0);
  std::printf(
      "{\"name\":\"single durable push at 16 connections, p99\",\"measured\":%.2f,"
      "\"peer\":%.2f}\n",
      product.p99(), bare.p99());
  std::printf(
      "{\"name\":\"single durable push at 16 connections, against a bare handler\","
      "\"measured\":%.3f,\"peer\":%.0f,\"rate\":%.0f}\n",
      product.rate() / bare.rate(), bare.rate(), product.rate());
}

}  // namespace rr::bench
