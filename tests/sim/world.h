// One seed's world from its beginning to rest: people, their browsers, the network, the server, and
// everything that goes wrong between them.
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "tests/sim/disk_observer.h"
#include "tests/sim/network.h"
#include "tests/sim/profile.h"
#include "tests/sim/server.h"
#include "tests/sim/server_observer.h"
#include "tests/sim/tab_observer.h"

namespace rr::sim {

enum class TraceMode : std::uint8_t { off, on };

struct Report {
  std::optional<Violation> violation;
  std::vector<std::string> trace;
  FaultCounts faults{};
  std::uint64_t accepted = 0;
  int profiles = 0;
  int most_tabs = 0;
};

[[nodiscard]] Report run_world(const Plan& plan, TraceMode mode);

class World {
 public:
  World(const Plan& plan, TraceMode mode);
  [[nodiscard]] Report run();

 private:
  struct Person {
    Id account;
    std::string name;
    bool is_founder = false;  // starts with a household on this device alone
    bool was_invited = false;
  };
  struct Client {
    std::unique_ptr<DiskObserver> observer;
    std::unique_ptr<Profile> profile;
    std::size_t person = 0;
  };

  // world.cpp
  void begin();
  Client& add_client(std::size_t person, std::uint16_t schema);
  void let_pass(std::int64_t duration_ms);
  void step();
  void act();
  void act_in(Profile& profile);
  void begin_device_only(Profile& profile);
  void open_personal_scope(Profile& profile);
  [[nodiscard]] Profile& any_profile();
  [[nodiscard]] Tab* any_tab(Profile& profile);
  void take_clients_counts();

  // world_faults.cpp
  void meddle();
  [[nodiscard]] bool draw(Fault fault, std::uint64_t per_mille);
  void meddle_with_tabs(Profile& profile);
  void meddle_with_device(Profile& profile);
  void meddle_with_people();
  void meddle_with_server();
  void sync_household();
  void invite();
  void remove_member();
  void send_poison(Profile& profile);
  void copy_profile();
  void partition(Profile& profile);

  // world_rest.cpp
  void come_to_rest();
  [[nodiscard]] bool is_at_rest(std::string& why);
  [[nodiscard]] bool is_client_at_rest(Client& client, std::string& why);
  void check_rest();
  void check_client(Client& client);

  Plan plan_;
  Random random_;
  Scheduler scheduler_;
  Chronicle chronicle_;
  ServerObserver server_observer_;
  TabObserver tab_observer_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<Network> network_;
  std::vector<Person> people_;
  std::vector<std::unique_ptr<Client>> clients_;
  std::set<Id> households_;
  bool is_healed_ = false;
  std::uint64_t events_ = 0;
};

}  // namespace rr::sim
