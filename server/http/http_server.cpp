#include "server/http/http_server.h"

#define CPPHTTPLIB_LISTEN_BACKLOG 1024
#include <httplib.h>

#include <atomic>
#include <cstring>

#include "server/http/connection.h"
#include "server/http/connection_pool.h"
#include "server/http/shedder.h"

namespace rr {
namespace {

// What the library reads: one request head without a body. What it writes goes to the connection.
class GuardedStream final : public httplib::Stream {
 public:
  GuardedStream(Connection& connection, std::string head)
      : connection_(connection), head_(std::move(head)) {}

  bool is_readable() const override { return place_ < head_.size(); }
  bool wait_readable() const override { return is_readable(); }
  bool wait_writable() const override { return true; }
  bool is_peer_alive() const override { return !connection_.is_peer_gone(); }
  ssize_t read(char* out, size_t size) override {
    const std::size_t count = std::min(size, head_.size() - place_);
    std::memcpy(out, head_.data() + place_, count);
    place_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* bytes, size_t size) override {
    return connection_.write_all({bytes, size}) ? static_cast<ssize_t>(size) : -1;
  }
  void get_remote_ip_and_port(std::string& address, int& port) const override {
    address.clear();
    port = 0;
  }
  void get_local_ip_and_port(std::string& address, int& port) const override {
    address.clear();
    port = 0;
  }
  socket_t socket() const override { return connection_.socket(); }
  time_t duration() const override { return 0; }

 private:
  Connection& connection_;
  std::string head_;
  std::size_t place_ = 0;
};

class SinkStream final : public ResponseStream {
 public:
  explicit SinkStream(httplib::DataSink& sink) : sink_(sink) {}
  bool write(std::string_view bytes) override { return sink_.write(bytes.data(), bytes.size()); }

 private:
  httplib::DataSink& sink_;
};

// The library runs its accept loop on the thread that calls listen; every job of it hands a socket
// to our pool, so jobs run at once, right there.
class InlineQueue final : public httplib::TaskQueue {
 public:
  bool enqueue(std::function<void()> job) override {
    job();
    return true;
  }
  void shutdown() override {}
};

std::string peer_address(int socket) {
  std::string address;
  int port = 0;
  httplib::detail::get_remote_ip_and_port(socket, address, port);
  return address;
}

// Two servers on one port would share its connections silently: no SO_REUSEPORT.
void set_socket_options(int socket) {
  const int on = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

std::string forwarded_head(const RequestHead& head) {
  std::string bytes = head.method + " " + head.target + " HTTP/1.1\r\n";
  if (head.wants_close) bytes += "Connection: close\r\n";
  return bytes + "\r\n";
}

}  // namespace

class HttpServer::Implementation final : public httplib::Server {
 public:
  Implementation(HttpServer::Options options, RequestHandler& handler,
                 std::function<void()> on_stop)
      : options_(std::move(options)),
        handler_(handler),
        on_stop_(std::move(on_stop)),
        large_bodies_(options_.limits.large_bodies),
        shedder_(serialize(handler.busy())),
        pool_(
            {options_.limits.streams + options_.limits.workers + options_.limits.spare_workers,
             options_.limits.waiting_connections},
            [this](int socket) { return serve(socket); },
            [this](int socket) { shedder_.take(socket); }) {
    new_task_queue = [] { return new InlineQueue; };
    set_socket_options(&rr::set_socket_options);
    set_tcp_nodelay(true);
    set_keep_alive_timeout(options_.limits.keep_alive_ms / 1000);
    set_keep_alive_max_count(options_.limits.keep_alive_requests);
    set_pre_routing_handler([](const httplib::Request&, httplib::Response& answer) {
      current_->answer_into(answer);
      return HandlerResponse::Handled;
    });
    set_error_handler([this](const httplib::Request&, httplib::Response& answer) {
      if (current_->parsed == nullptr) answer_unparsed(answer);
    });
    set_header_writer([](httplib::Stream& out, httplib::Headers& headers) {
      // Neither has a body, and the length of none is not the length of the file.
      if (current_->status == 204 || current_->status == 304) headers.erase("Content-Length");
      return httplib::detail::write_headers(out, headers);
    });
  }

  Result<int> bind() {
    const int port = options_.port == 0
                         ? bind_to_any_port(options_.host)
                         : (bind_to_port(options_.host, options_.port) ? options_.port : -1);
    if (port <= 0) {
      return refuse("cannot_listen", "Cannot listen on " + options_.host + ":" +
                                         std::to_string(options_.port) + ".");
    }
    return port;
  }

  void run() {
    if (!is_stopping_) listen_after_bind();
    on_stop_();
    pool_.stop(options_.stop_grace_ms);
  }

  void end() {
    is_stopping_ = true;
    // Server::stop does nothing before listening has begun, so the socket is closed here.
    const auto socket = svr_sock_.exchange(INVALID_SOCKET);
    if (socket != INVALID_SOCKET) {
      ::shutdown(socket, SHUT_RDWR);
      ::close(socket);
    }
  }

  [[nodiscard]] std::size_t shed_count() const { return shedder_.shed_count(); }

 private:
  // One request on its way through the library; reached from its callbacks by `current_`.
  struct Exchange {
    Implementation& server;
    Connection& connection;
    WholeRequest whole;
    TrustedProxies::Client client;
    const httplib::Request* parsed = nullptr;
    int status = 0;

    void answer_into(httplib::Response& answer);
  };

  bool process_and_close_socket(socket_t socket) override {
    pool_.add(socket);
    return true;
  }

  ConnectionPool::Closing serve(int socket);
  ConnectionPool::Closing refuse_request(Connection& connection, const std::string& peer,
                                         const HeadRefusal& refusal);
  // False when the connection ends with this answer.
  [[nodiscard]] bool exchange(Connection& connection, const std::string& peer, WholeRequest whole);
  void answer_unparsed(httplib::Response& answer);

  static thread_local Exchange* current_;

  HttpServer::Options options_;
  RequestHandler& handler_;
  std::function<void()> on_stop_;
  std::atomic<bool> is_stopping_ = false;
  LargeBodyGate large_bodies_;
  Shedder shedder_;
  ConnectionPool pool_;
};

thread_local HttpServer::Implementation::Exchange* HttpServer::Implementation::current_ = nullptr;

void HttpServer::Implementation::Exchange::answer_into(httplib::Response& answer) {
  Request request;
  request.method = whole.head.method;
  request.path = parsed->path;
  for (const auto& [key, value] : parsed->params) request.query.emplace(key, value);
  request.headers = std::move(whole.head.headers);
  request.body = std::move(whole.body);
  request.remote_address = client.address;
  request.scheme = client.scheme;
  request.is_plain_at_proxy = client.is_plain_at_proxy;
  request.is_connection_closed = [this] { return connection.is_peer_gone(); };
  Response response = server.handler_.handle(request);
  connection.begin_answer();
  answer.status = status = response.status;
  const bool is_stream = static_cast<bool>(response.stream);
  for (const auto& [name, value] : response.headers.all()) {
    // The library adds the type of a stream by itself.
    if (is_stream && equals_ignoring_case(name, "Content-Type")) continue;
    answer.headers.emplace(name, value);
  }
  if (!is_stream) {
    answer.body = std::move(response.body);
    return;
  }
  answer.set_chunked_content_provider(
      std::string(response.headers.get("Content-Type")),
      [this, stream = std::move(response.stream)](std::size_t, httplib::DataSink& sink) {
        connection.begin_stream();
        SinkStream out(sink);
        stream(out);
        sink.done();
        return true;
      });
}

// Reached only where the library and parse_head disagree about a request line.
void HttpServer::Implementation::answer_unparsed(httplib::Response& answer) {
  const Response response = handler_.refuse(
      HeadRefusal{answer.status, "malformed_request", "Bad request."}, current_->client.address);
  for (const auto& [name, value] : response.headers.all()) answer.headers.emplace(name, value);
  answer.body = response.body;
}

bool HttpServer::Implementation::exchange(Connection& connection, const std::string& peer,
                                          WholeRequest whole) {
  Exchange exchange{*this, connection, std::move(whole), {}, nullptr, 0};
  exchange.client = options_.proxies.find_client(peer, exchange.whole.head.headers);
  const bool wants_close = exchange.whole.head.wants_close || is_stopping_;
  exchange.whole.head.wants_close = wants_close;
  GuardedStream stream(connection, forwarded_head(exchange.whole.head));
  current_ = &exchange;
  bool is_closed = false;
  const bool is_written = process_request(stream, exchange.client.address, 0, {}, 0, wants_close,
                                          is_closed, [&exchange](httplib::Request& parsed) {
                                            parsed.body_consumed_ = true;
                                            exchange.parsed = &parsed;
                                          });
  current_ = nullptr;
  // The library announces the end of the connection after every error.
  return is_written && !is_closed && !wants_close && exchange.status < 400;
}

ConnectionPool::Closing HttpServer::Implementation::refuse_request(Connection& connection,
                                                                   const std::string& peer,
                                                                   const HeadRefusal& refusal) {
  connection.begin_answer();
  const Response answer = handler_.refuse(refusal, peer);
  return connection.write_all(serialize(answer)) ? ConnectionPool::Closing::gently
                                                 : ConnectionPool::Closing::at_once;
}

ConnectionPool::Closing HttpServer::Implementation::serve(int socket) {
  Connection connection(socket, options_.limits, large_bodies_);
  const std::string peer = peer_address(socket);
  for (std::size_t count = 1; count <= options_.limits.keep_alive_requests; ++count) {
    if (!pool_.begin_idle(socket)) {
      // Others wait: a first request is still served, a kept-alive connection makes room.
      if (count > 1) return ConnectionPool::Closing::at_once;
    }
    const bool has_more = connection.wait_for_request();
    pool_.end_idle(socket);
    if (!has_more) return ConnectionPool::Closing::at_once;
    auto outcome = connection.read_request();
    if (std::holds_alternative<ConnectionEnded>(outcome)) return ConnectionPool::Closing::at_once;
    if (const auto* refusal = std::get_if<HeadRefusal>(&outcome)) {
      return refuse_request(connection, peer, *refusal);
    }
    auto& whole = std::get<WholeRequest>(outcome);
    if (count == options_.limits.keep_alive_requests) whole.head.wants_close = true;
    if (!exchange(connection, peer, std::move(whole))) {
      return ConnectionPool::Closing::gently;
    }
  }
  return ConnectionPool::Closing::at_once;
}

HttpServer::HttpServer(Options options, RequestHandler& handler, std::function<void()> on_stop)
    : implementation_(
          std::make_unique<Implementation>(std::move(options), handler, std::move(on_stop))) {}
HttpServer::~HttpServer() = default;
Result<int> HttpServer::bind() { return implementation_->bind(); }
void HttpServer::run() { implementation_->run(); }
void HttpServer::stop() { implementation_->end(); }
std::size_t HttpServer::shed_count() const { return implementation_->shed_count(); }

std::string serialize(const Response& response) {
  std::string bytes = "HTTP/1.1 " + std::to_string(response.status) + " " +
                      httplib::status_message(response.status) + "\r\n";
  for (const auto& [name, value] : response.headers.all()) {
    bytes.append(name).append(": ").append(value).append("\r\n");
  }
  bytes += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
  return bytes + "Connection: close\r\n\r\n" + response.body;
}

}  // namespace rr
