// The server of the simulation: the real engine behind the real messages, over storage in memory,
// with faults, crashes, backups and restores.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/commands/command.h"
#include "shared/sync/server_engine.h"
#include "tests/sim/broken_storage.h"
#include "tests/sim/chronicle.h"
#include "tests/sim/memory_storage.h"
#include "tests/sim/plan.h"
#include "tests/sim/random.h"
#include "tests/sim/scheduler.h"

namespace rr::sim {

struct HttpAnswer {
  int status = 200;
  std::string body;
  std::int64_t retry_after_ms = 0;
};

// Sees what the server did, at once and from outside the engine.
class ServerWatcher {
 public:
  virtual ~ServerWatcher() = default;
  virtual void committed(const MemoryStorage& unit) = 0;
  virtual void rolled_back() = 0;
  // The server crashed before or after the commit.
  virtual void may_have_pushed(const Id& account, const sync::PushRequest& request) = 0;
  virtual void pushed(const Id& account, const sync::PushRequest& request,
                      const Result<sync::PushAnswer>& answer) = 0;
  virtual void pulled(const Id& account, const sync::PullRequest& request,
                      const sync::PullAnswer& answer) = 0;
  virtual void asked_outcomes(const sync::OutcomesRequest& request) = 0;
  virtual void restored() = 0;
};

// In a roommate's name: a door in front of the server refuses the whole request.
inline constexpr std::string_view kPoison = "unreadable to the door";

class Server {
 public:
  struct Setting {
    Scheduler& scheduler;
    Chronicle& chronicle;
    const Plan& plan;
    Random random;
    ServerWatcher& watcher;
    std::function<void(const sync::ServerEffects&)> announce;
    std::function<void()> went_down;
  };

  explicit Server(Setting setting);

  // nullopt: no answer, ever.
  [[nodiscard]] std::optional<HttpAnswer> handle(const Id& account, std::string_view path,
                                                 const std::string& body);
  // An invitation is used. False: the server was not there, or refused.
  bool join(const Id& household, const Id& account, const std::string& name);
  void run_due_work();
  void forget_old();
  void back_up();
  // To the oldest backup kept. False: there is none.
  bool restore();

  [[nodiscard]] bool is_up() const { return is_up_; }
  void start() { is_up_ = true; }
  void set_faulty(bool is_faulty) { is_faulty_ = is_faulty; }
  [[nodiscard]] const ServerData& data() const { return data_; }
  // The same page for everybody, small, so that walks have many.
  [[nodiscard]] sync::ServerCall make_call(const Id& account);

 private:
  enum class Ending : std::uint8_t { commit, roll_back };
  using Work = std::function<Ending(sync::ServerStorage&, sync::ServerEffects&)>;

  // nullopt: crashed. False: a storage fault.
  [[nodiscard]] std::optional<bool> write(const sync::PushRequest* push, const Id& account,
                                          const Work& work);
  [[nodiscard]] bool draw(Fault fault, std::uint64_t per_mille);
  std::optional<bool> crash();
  [[nodiscard]] std::optional<HttpAnswer> push(const Id& account, const std::string& body);
  [[nodiscard]] std::optional<HttpAnswer> pull(const Id& account, const std::string& body);
  [[nodiscard]] std::optional<HttpAnswer> outcomes(const Id& account, const std::string& body);
  [[nodiscard]] std::optional<HttpAnswer> upload(const Id& account, const std::string& body);

  Setting setting_;
  ServerData data_;
  std::deque<ServerData> backups_;
  std::unique_ptr<BrokenStorage> broken_;
  std::size_t rows_per_page_;
  bool is_up_ = true;
  bool is_faulty_ = true;
};

}  // namespace rr::sim
