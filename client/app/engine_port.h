// Carries out what the sync engine wants through the browser, and brings it what happened.
#pragma once

#include <string>
#include <string_view>

#include "client/platform/events.h"
#include "shared/sync/client_engine.h"

namespace rr::app {

// The database of a person's profile in this browser.
[[nodiscard]] std::string database_of(const Id& person);

class EnginePort {
 public:
  explicit EnginePort(const Id& person, const TimeZones* time_zones);

  // Opens the person's database; the engine is open once is_open().
  void open();
  // True when the event was for the engine.
  bool take(const platform::Event& event);
  // Carries out what the engine wants. Call after every change made to it.
  void flush();
  void set_csrf(std::string csrf) { csrf_ = std::move(csrf); }

  [[nodiscard]] sync::ClientEngine& engine() { return engine_; }
  [[nodiscard]] const sync::ClientEngine& engine() const { return engine_; }
  // The database could not be opened: nothing will be kept.
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  void take_disk(const platform::Event& event);
  void take_stream(const platform::Event& event);
  void run(sync::Action& action);

  Id person_;
  sync::ClientEngine engine_;
  std::string csrf_;
  bool has_failed_ = false;
  bool is_opening_ = false;
};

[[nodiscard]] Instant wall_clock();
[[nodiscard]] Id random_id();

}  // namespace rr::app
