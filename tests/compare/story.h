// One household from its first command on, told line by line: what was asked, what became of it,
// and the checksum of all rows after it.
#pragma once

#include <map>
#include <string>

#include "shared/commands/command.h"
#include "shared/store/memory_store.h"
#include "tests/sim/random.h"

namespace rr::compare {

struct Counts {
  std::int64_t accepted = 0;
  std::int64_t refused = 0;
};

struct Teller {
  std::string lines;                          // what both targets must say alike
  std::map<std::string_view, Counts> counts;  // by the command's name
  std::int64_t commands = 0;
  std::int64_t faults = 0;       // violations of verify_household, differing checksums
  std::int64_t perturb_at = -1;  // after this command one field of one row is changed

  [[nodiscard]] std::int64_t accepted() const;
};

class Story {
 public:
  Story(Teller& teller, std::uint64_t seed);

  // One command more, and the system's work before it; after the last one the whole state is told.
  void go_on();
  void end();

 private:
  void pass_time();
  void do_system_work();
  [[nodiscard]] const CommandInfo* swap_at_hand();
  void choose();
  void say(ActorKind actor, const CommandInfo& info, const std::string& arguments);
  Status attempt(const Context& context, const CommandInfo& info, const std::string& arguments);
  [[nodiscard]] Status run(const Context& context, const Command& command);
  [[nodiscard]] MemoryStore& rows_of(const CommandInfo& info);
  [[nodiscard]] Context context_of(ActorKind actor, const CommandInfo& info);
  void count(const EntityInfo& entity, const Id& id, const RowPointer& before,
             const RowPointer& after);
  void perturb();
  void tell_everything();

  Teller& teller_;
  sim::Random random_;
  MemoryStore household_;
  MemoryStore person_;
  Id scope_;
  Id starter_;
  Instant now_;
  Hash128 checksum_;
};

}  // namespace rr::compare
