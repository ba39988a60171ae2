// What screens may know and do: rows to read, commands to issue, and how saving stands.
//
// The one implementation drives the sync client engine; tests use one over a memory store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/app/account.h"
#include "shared/commands/command.h"
#include "shared/store/transaction.h"

namespace rr::app {

enum class Place : std::uint8_t {
  loading,  // local data is being read
  gate,     // nobody is in: start, join or use this device only
  home,     // a household is open
};

enum class SaveState : std::uint8_t { saved, saved_on_device, saving, offline, refused };

struct SaveStatus {
  SaveState state = SaveState::saved;
  std::size_t waiting = 0;  // unsent changes
  std::size_t refused = 0;  // changes that could not be applied
};

struct RefusedChange {
  Id mutation_id;
  std::string what;  // a sentence: what was meant
  std::string why;   // the refusal's sentence
  std::string code;  // and its code
  Instant when;
  std::string typed;  // the text to copy
};

class Session {
 public:
  virtual ~Session() = default;

  [[nodiscard]] virtual Place place() const = 0;
  [[nodiscard]] virtual const Reader& household() const = 0;
  [[nodiscard]] virtual const Reader& person() const = 0;
  [[nodiscard]] virtual Id household_id() const = 0;
  [[nodiscard]] virtual Id person_id() const = 0;
  // Rises with every change of what the readers show.
  [[nodiscard]] virtual std::uint64_t version() const = 0;
  // The best guess of the server's clock, and the zones it is read in (null: not loaded yet).
  [[nodiscard]] virtual Instant now() const = 0;
  [[nodiscard]] virtual const TimeZones* time_zones() const = 0;

  // Shown at once and sent when possible; a refusal that is known at once is answered.
  virtual Status issue(const Command& command) = 0;
  // The row exists only because of a guarded command that the server has not agreed to yet.
  [[nodiscard]] virtual bool is_requested(const EntityInfo& entity, const Id& row) const = 0;
  // The row is not as the server last sent it: what changed it waits here or is on its way.
  [[nodiscard]] virtual bool is_ahead(const EntityInfo& entity, const Id& row) const = 0;
  [[nodiscard]] virtual bool can_undo() const = 0;
  virtual void undo() = 0;

  [[nodiscard]] virtual SaveStatus save_status() const = 0;
  [[nodiscard]] virtual std::vector<RefusedChange> refusals() const = 0;
  virtual void retry(const Id& mutation_id) = 0;
  virtual void discard(const Id& mutation_id) = 0;

  // Getting in, invitations, devices.
  [[nodiscard]] virtual Account& account() = 0;
  // A new version of the program waits; reload() starts it.
  [[nodiscard]] virtual bool is_update_ready() const = 0;
  virtual void reload() = 0;

  // A fresh time-ordered id for a new row.
  [[nodiscard]] virtual Id new_id() = 0;
};

// The words of the state line (role status).
[[nodiscard]] std::string save_status_words(const SaveStatus& status);

}  // namespace rr::app
