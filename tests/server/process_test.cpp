// The program itself as a child process: start, migrate, signals.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include "tests/server/child_process.h"
#include "tests/server/product_fixture.h"

namespace rr::test {
namespace {

std::string stream_request(const std::string& cookie) {
  return "GET /api/sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie + "\r\n\r\n";
}

}  // namespace

TEST_CASE("SIGTERM and SIGINT end the program cleanly with streams and half requests open") {
  for (const int signal : {SIGTERM, SIGINT}) {
    TemporaryDirectory directory;
    directory.write("web/index.html", "page");
    ChildServer child(directory);
    RawClient starter(child.port());
    const std::string body = R"({"name":"Ann"})";
    starter.send(
        "POST /api/auth/device HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
        "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
        "Content-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
    const std::string set_cookie = starter.read_answer().header("set-cookie");
    const std::string cookie = set_cookie.substr(0, set_cookie.find(';'));
    std::vector<std::unique_ptr<RawClient>> streams;
    for (int count = 0; count < 10; ++count) {
      streams.push_back(std::make_unique<RawClient>(child.port()));
      streams.back()->send(stream_request(cookie));
      REQUIRE(streams.back()->read_until(": open\n\n"));
    }
    RawClient half(child.port());
    half.send("GET / HTTP/1.1\r\nHost: a\r\n");
    CHECK(child.end(signal) == 0);
    for (auto& stream : streams) CHECK(stream->read_until("0\r\n\r\n"));
  }
}

TEST_CASE("the program migrates by itself, also when it was killed, and says how it stands") {
  TemporaryDirectory directory;
  directory.write("web/index.html", "page");
  {
    ChildServer child(directory);
    CHECK(child.end(SIGKILL) == -SIGKILL);
  }
  {
    ChildServer child(directory);
    RawClient client(child.port());
    client.send("GET /api/health HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.read_answer().status == 200);
    CHECK(child.end(SIGTERM) == 0);
  }
  const std::string data = directory.path() + "/data";
  CHECK(run_program({"migrate", "check", "--data", data}).code == 0);
  CHECK(run_program({"migrate", "down", "--data", data}).code == 1);
  const auto down = run_program({"migrate", "down", "--yes", "--data", data});
  CHECK(down.code == 0);
  CHECK(down.output.find("backup: ") != std::string::npos);
  const auto status = run_program({"migrate", "status", "--data", data});
  CHECK(status.code == 1);
  CHECK(status.output.find("pending: ") != std::string::npos);
  const auto trial = run_program({"migrate", "up", "--dry-run", "--data", data});
  CHECK(trial.code == 0);
  CHECK(trial.output.find("CREATE TABLE") != std::string::npos);
  CHECK(run_program({"migrate", "check", "--data", data}).code == 1);
  CHECK(run_program({"migrate", "up", "--data", data}).code == 0);
  CHECK(run_program({"migrate", "check", "--data", data}).code == 0);
  CHECK(run_program({"migrate", "check", "--data", data + "-none"}).code == 1);
}

TEST_CASE("a second server on the same port says so and ends") {
  TemporaryDirectory directory;
  directory.write("web/index.html", "page");
  ChildServer child(directory);
  const auto second = run_program({"serve", "--port", std::to_string(child.port()), "--data",
                                   directory.path() + "/data", "--web", directory.path() + "/web"});
  CHECK(second.code == 1);
  CHECK(second.output.find("Cannot listen") != std::string::npos);
  CHECK(child.end(SIGTERM) == 0);
}

}  // namespace rr::test
