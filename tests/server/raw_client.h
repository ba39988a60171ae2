// A client that sends exactly the bytes it is told to, for tests of the server's doors.
//
// Waits end with the test's failure after 20 s, so a server that never answers is noticed.
#pragma once

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

namespace rr::test {

struct RawAnswer {
  int status = 0;                                   // 0: the connection ended without an answer
  std::multimap<std::string, std::string> headers;  // names in lower case
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto place = headers.find(name);
    return place == headers.end() ? std::string() : place->second;
  }
};

class RawClient {
 public:
  explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    is_connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { close(); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] bool is_connected() const { return is_connected_; }

  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }

  // False when the server closed the connection.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // Reads until the marker is in the buffer; false at the end of the connection.
  bool read_until(std::string_view marker) {
    while (buffer_.find(marker) == std::string::npos) {
      if (!read_more()) return false;
    }
    return true;
  }

  // True when the server closes without sending anything further.
  bool is_closed_by_server() {
    buffer_.clear();
    return !read_more() && buffer_.empty();
  }

  RawAnswer read_answer(std::string_view method = "GET") {
    RawAnswer answer;
    if (!read_until("\r\n\r\n")) return answer;
    const std::size_t end = buffer_.find("\r\n\r\n") + 4;
    parse_head(buffer_.substr(0, end), answer);
    buffer_.erase(0, end);
    if (answer.status == 100) return read_answer(method);
    if (method == "HEAD" || answer.status == 204 || answer.status == 304) return answer;
    if (answer.header("transfer-encoding") == "chunked") {
      read_chunks(answer);
      return answer;
    }
    const std::size_t length = std::strtoul(answer.header("content-length").c_str(), nullptr, 10);
    while (buffer_.size() < length && read_more()) {
    }
    answer.body = buffer_.substr(0, length);
    buffer_.erase(0, answer.body.size());
    return answer;
  }

  [[nodiscard]] std::string& buffer() { return buffer_; }

 private:
  static void parse_head(const std::string& head, RawAnswer& answer) {
    if (head.size() > 12) answer.status = std::atoi(head.c_str() + 9);
    std::size_t place = head.find("\r\n") + 2;
    while (place + 2 < head.size()) {
      const std::size_t end = head.find("\r\n", place);
      const std::string line = head.substr(place, end - place);
      place = end + 2;
      const std::size_t colon = line.find(':');
      if (colon == std::string::npos) continue;
      std::string name = line.substr(0, colon);
      for (char& character : name) character = static_cast<char>(std::tolower(character));
      const std::size_t start = line.find_first_not_of(' ', colon + 1);
      answer.headers.emplace(name, start == std::string::npos ? "" : line.substr(start));
    }
  }

  void read_chunks(RawAnswer& answer) {
    while (read_until("\r\n")) {
      const std::size_t length = std::strtoul(buffer_.c_str(), nullptr, 16);
      buffer_.erase(0, buffer_.find("\r\n") + 2);
      while (buffer_.size() < length + 2 && read_more()) {
      }
      answer.body += buffer_.substr(0, length);
      buffer_.erase(0, length + 2);
      if (length == 0) return;
    }
  }

  bool read_more() {
    constexpr int kHangMs = 20'000;
    pollfd entry{socket_, POLLIN, 0};
    const int ready = ::poll(&entry, 1, kHangMs);
    REQUIRE_MESSAGE(ready > 0, "the server neither answered nor closed");
    char bytes[16384];
    const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  bool is_connected_ = false;
  std::string buffer_;
};

}  // namespace rr::test
