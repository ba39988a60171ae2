// A browser and its tabs in memory, for native tests of the client: same semantics as web/, but
// nothing happens until the test says so.
//
// The platform's functions act on the tab that was entered last. Storage requests wait in one line
// per browser until run_disk(), requests to the server until the test answers them, timers until
// advance() reaches them. A Browser must outlive its tabs. Single thread.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/platform/events.h"
#include "client/platform/frame.h"
#include "client/platform/headless/fake_dom.h"
#include "client/platform/storage.h"
#include "client/platform/system.h"

namespace rr::platform::fake {

class Tab;

struct DiskRequest {
  enum class Kind : std::uint8_t { open, reload, write, enqueue, erase, persist };
  Kind kind = Kind::open;
  Tab* tab = nullptr;
  std::uint32_t token = 0;
  std::string database;  // open, erase
  DiskBatch batch;       // write; the expectations of enqueue
  std::string counter;
  std::string prefix;
  std::string bytes;
};

// What the tabs of one profile share.
class Browser {
 public:
  using Database = std::map<std::string, std::string>;

  std::map<std::string, Database> databases;
  std::map<std::string, std::string> settings;  // localStorage
  std::deque<DiskRequest> disk_requests;
  // Instead of running: every following storage request is answered so.
  DiskOutcome disk_outcome = DiskOutcome::done;
  bool has_locks = true;  // false: no secure context
  bool is_persistent = true;
  std::int64_t wall_ms = 1'773'500'000'000;  // 2026-03-14
  double monotonic_ms = 0;

  // Carries out what waits, and what its answers lead to is left for the next call.
  void run_disk();
  // Only the first `count`: what is left is lost with crash().
  void run_disk(std::size_t count);
  // The browser is killed: what was not carried out is gone. Tabs must not be used any more.
  void crash() { disk_requests.clear(); }
  // Time passes; due timers fire in their order, in all tabs.
  void advance(double milliseconds);

 private:
  friend class Tab;
  friend struct Access;
  struct LockWaiter {
    Tab* tab = nullptr;
    std::uint32_t token = 0;
    friend bool operator==(const LockWaiter&, const LockWaiter&) = default;
  };

  void run(DiskRequest& request);
  void open(DiskRequest& request, Database& database);
  void write(const DiskRequest& request, Database& database);
  void enqueue(const DiskRequest& request, Database& database);
  void erase(const DiskRequest& request);
  void grant_next(const std::string& name);

  std::vector<Tab*> tabs_;
  std::map<std::string, std::deque<LockWaiter>> locks_;  // the first one holds it
};

struct Request {
  std::uint32_t token = 0;
  std::string method;
  std::string path;
  std::string body;
  std::string csrf;
  double timeout_ms = 0;
};

class Tab {
 public:
  // Enters the new tab.
  explicit Tab(Browser& browser);
  // Closing a tab gives up its lock; its storage requests are still carried out.
  ~Tab();
  Tab(const Tab&) = delete;
  Tab& operator=(const Tab&) = delete;

  void enter();
  [[nodiscard]] static Tab& entered();
  [[nodiscard]] Browser& browser() { return browser_; }

  void post(Event event);
  // ---- the server's side
  std::deque<Request> requests;
  // Answers the request with this token; it must be waiting.
  void answer(std::uint32_t token, int status, std::string_view body, float retry_after_s = 0);
  std::map<std::uint32_t, std::string> streams;  // token -> path
  void stream_opens(std::uint32_t token);
  void stream_says(std::uint32_t token, std::string_view data);
  void stream_ends(std::uint32_t token, int status);
  void set_online(bool is_online);
  [[nodiscard]] bool is_online() const { return is_online_; }

  // ---- the person's side, by role and accessible name as a test in a browser would
  FakeDom dom;
  // The control must be there and enabled. Pressed as by a click, or Enter on it.
  void press(std::string_view role, std::string_view name);
  void fill(std::string_view role, std::string_view name, std::string_view text);
  void enter_key(std::string_view role, std::string_view name);
  void key(std::string_view name);                // "Escape", "ArrowDown", "ctrl+k"
  void apply(std::span<const std::uint8_t> ops);  // a focus that moves is told, as by a browser

  // ---- what the program did
  Viewport viewport{1280, 800, 1, 0, 0, 0, 0, ColourScheme::light, false, false, true, false};
  bool has_graphics = true;
  bool is_mirror_alone = false;
  bool is_frame_wanted = false;
  double frame_wanted_at_ms = -1;  // of request_frame_after, -1: none
  std::uint64_t frames_drawn = 0;
  std::uint32_t raster_generation = 1;
  std::set<std::uintptr_t> textures;
  std::set<std::string> icons;  // all names that were ever drawn
  std::vector<std::string> history{"/"};
  bool is_item_entry = false;  // of the last one: its screen's own lies before it
  std::string title;
  std::string copied;
  std::string downloaded;                                         // the last file's text
  platform::ColourScheme scheme = platform::ColourScheme::light;  // of what the browser paints
  int reloads = 0;
  std::string texts;     // of the language that the page has loaded; none: English
  std::string language;  // that was chosen last
  Installing installing = Installing::none;
  Notifying notifying = Notifying::none;
  std::int64_t badge = 0;
  std::vector<std::string> notified;
  bool is_screen_kept_on = false;

 private:
  friend class Browser;
  friend struct Access;

  Browser& browser_;
  std::string database_;  // the open one
  std::string channel_;
  std::map<std::uint32_t, double> timers_;  // token -> due, monotonic
  std::map<std::uint32_t, std::string> lock_names_;
  std::vector<Event> of_people_;
  std::vector<Event> of_data_;
  std::uintptr_t next_texture_ = 1;
  bool is_online_ = true;
};

// What the platform's functions need of a tab's inside.
struct Access {
  static std::string& database(Tab& tab) { return tab.database_; }
  static std::string& channel(Tab& tab) { return tab.channel_; }
  static std::map<std::uint32_t, double>& timers(Tab& tab) { return tab.timers_; }
  static std::vector<Event>& events_of_people(Tab& tab) { return tab.of_people_; }
  static std::vector<Event>& events_of_data(Tab& tab) { return tab.of_data_; }
  static std::uintptr_t next_texture(Tab& tab) { return tab.next_texture_++; }
  static void post_to_others(Tab& tab, std::string_view bytes);
  static void request_lock(Tab& tab, std::uint32_t token, std::string_view name, bool is_steal);
  static void release_lock(Tab& tab, std::uint32_t token);
};

}  // namespace rr::platform::fake
