// The network between browsers and the server: loss, delay, repetition, partitions, live streams.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/sim/server.h"

namespace rr::sim {

// One browser as the network knows it.
struct Line {
  Id account;
  bool is_partitioned = false;
  bool is_signed_in = true;
};

struct StreamEvents {
  std::function<void(int status)> closed;
  std::function<void()> opened;
  std::function<void(const Id& scope, std::int64_t version)> poked;
};

class Network {
 public:
  struct Setting {
    Scheduler& scheduler;
    Chronicle& chronicle;
    const Plan& plan;
    Random random;
  };

  Network(Setting setting, Server& server) : setting_(std::move(setting)), server_(server) {}

  // `answer` is called once, with status 0 when none came.
  void post(const std::shared_ptr<Line>& line, std::string path, std::string body,
            std::function<void(const HttpAnswer&)> answer);
  void open_stream(const std::shared_ptr<Line>& line, std::shared_ptr<const bool> alive,
                   StreamEvents events);

  // What the server says to open streams.
  void announce(const sync::ServerEffects& effects);
  void close_all_streams();
  void close_streams_of(const Id& account);
  void heal() { is_healed_ = true; }

 private:
  struct Stream {
    std::shared_ptr<Line> line;
    std::shared_ptr<const bool> alive;
    StreamEvents events;
  };

  [[nodiscard]] bool draw(Fault fault, std::uint64_t percent);
  [[nodiscard]] std::int64_t delay_ms();
  [[nodiscard]] std::optional<HttpAnswer> ask(const Line& line, const std::string& path,
                                              const std::string& body);
  void close(const Stream& stream, int status);

  Setting setting_;
  Server& server_;
  std::vector<Stream> streams_;
  bool is_healed_ = false;
};

}  // namespace rr::sim
