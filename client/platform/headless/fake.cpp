#include "client/platform/headless/fake.h"

#include <algorithm>
#include <stdexcept>

namespace rr::platform::fake {
namespace {

constexpr std::uint32_t kDisabledFlag = 1;
enum class Stream : std::int32_t { opens = 1, says = 2, ends = 3 };
enum class Lock : std::int32_t { unavailable = -1, lost = 0, granted = 1 };

Tab* current = nullptr;

Event event_of(EventKind kind, std::uint32_t token, std::int32_t number = 0,
               std::string_view text = {}) {
  Event event;
  event.kind = kind;
  event.token = token;
  event.number = number;
  event.text = text;
  return event;
}

const Element& enabled(const FakeDom& dom, std::string_view role, std::string_view name) {
  const Element* element = dom.find(role, name);
  const std::string words = std::string(role) + " \"" + std::string(name) + "\"";
  if (element == nullptr) throw std::logic_error("there is no " + words + " in:\n" + dom.words());
  if ((element->flags & kDisabledFlag) != 0) throw std::logic_error(words + " is disabled");
  return *element;
}

}  // namespace

// ---- tabs --------------------------------------------------------------------------------------

Tab::Tab(Browser& browser) : browser_(browser) {
  browser_.tabs_.push_back(this);
  enter();
}

Tab::~Tab() {
  while (!lock_names_.empty()) Access::release_lock(*this, lock_names_.begin()->first);
  std::erase(browser_.tabs_, this);
  for (DiskRequest& each : browser_.disk_requests) {
    if (each.tab == this) each.tab = nullptr;
  }
  if (current == this) current = nullptr;
}

void Tab::enter() { current = this; }

Tab& Tab::entered() {
  if (current == nullptr) throw std::logic_error("no headless tab was entered");
  return *current;
}

void Tab::post(Event event) {
  const bool is_data = event.kind >= kFirstDataEvent;
  if (!is_data) is_frame_wanted = true;
  (is_data ? of_data_ : of_people_).push_back(std::move(event));
}

void Tab::answer(std::uint32_t token, int status, std::string_view body, float retry_after_s) {
  const auto place = std::find_if(requests.begin(), requests.end(),
                                  [&](const Request& each) { return each.token == token; });
  if (place == requests.end()) throw std::logic_error("nobody waits for this answer");
  requests.erase(place);
  Event event = event_of(EventKind::http, token, status, body);
  event.x = retry_after_s;
  post(std::move(event));
}

void Tab::stream_opens(std::uint32_t token) {
  post(event_of(EventKind::stream, token, static_cast<std::int32_t>(Stream::opens)));
}

void Tab::stream_says(std::uint32_t token, std::string_view data) {
  post(event_of(EventKind::stream, token, static_cast<std::int32_t>(Stream::says), data));
}

void Tab::stream_ends(std::uint32_t token, int status) {
  streams.erase(token);
  Event event = event_of(EventKind::stream, token, static_cast<std::int32_t>(Stream::ends));
  event.x = static_cast<float>(status);
  post(std::move(event));
}

void Tab::set_online(bool is_online) {
  is_online_ = is_online;
  post(event_of(is_online ? EventKind::online : EventKind::offline, 0));
}

void Tab::press(std::string_view role, std::string_view name) {
  Event event = event_of(EventKind::activate, 0);
  event.node = enabled(dom, role, name).number;
  if (role == "checkbox") dom.toggle(event.node);
  post(std::move(event));
}

void Tab::fill(std::string_view role, std::string_view name, std::string_view text) {
  Event event = event_of(EventKind::input, 0, 0, text);
  event.node = enabled(dom, role, name).number;
  post(std::move(event));
}

void Tab::enter_key(std::string_view role, std::string_view name) {
  Event event = event_of(EventKind::commit, 0, 1);
  event.node = enabled(dom, role, name).number;
  post(std::move(event));
}

void Tab::key(std::string_view name) {
  Event event = event_of(EventKind::key, 0, 0, name);
  event.node = dom.focused;
  post(std::move(event));
}

void Tab::apply(std::span<const std::uint8_t> ops) {
  const std::uint32_t before = dom.focused;
  dom.apply(ops);
  if (dom.focused == before) return;
  Event event = event_of(EventKind::focus, 0);
  event.node = dom.focused;
  post(std::move(event));
}

// ---- time, tabs and locks ----------------------------------------------------------------------

void Browser::advance(double milliseconds) {
  const double until = monotonic_ms + milliseconds;
  const auto pass_to = [&](double when) {
    wall_ms += static_cast<std::int64_t>(when) - static_cast<std::int64_t>(monotonic_ms);
    monotonic_ms = when;
  };
  for (;;) {
    Tab* next = nullptr;
    std::pair<std::uint32_t, double> soonest{0, until};
    for (Tab* tab : tabs_) {
      for (const auto& timer : tab->timers_) {
        if (timer.second > until || (next != nullptr && timer.second >= soonest.second)) continue;
        soonest = timer;
        next = tab;
      }
    }
    if (next == nullptr) break;
    pass_to(std::max(monotonic_ms, soonest.second));
    next->timers_.erase(soonest.first);
    next->post(event_of(EventKind::timer, soonest.first));
  }
  pass_to(until);
}

void Browser::grant_next(const std::string& name) {
  const auto found = locks_.find(name);
  if (found == locks_.end() || found->second.empty()) return;
  const LockWaiter& next = found->second.front();
  next.tab->post(event_of(EventKind::lock, next.token, static_cast<std::int32_t>(Lock::granted)));
}

void Access::post_to_others(Tab& tab, std::string_view bytes) {
  for (Tab* other : tab.browser_.tabs_) {
    if (other == &tab || other->channel_ != tab.channel_) continue;
    other->post(event_of(EventKind::channel, 0, 0, bytes));
  }
}

void Access::request_lock(Tab& tab, std::uint32_t token, std::string_view name, bool is_steal) {
  Browser& browser = tab.browser_;
  if (!browser.has_locks) {
    tab.post(event_of(EventKind::lock, token, static_cast<std::int32_t>(Lock::unavailable)));
    return;
  }
  release_lock(tab, token);
  const std::string key(name);
  tab.lock_names_[token] = key;
  auto& line = browser.locks_[key];
  const Browser::LockWaiter waiter{&tab, token};
  if (is_steal && !line.empty()) {
    const Browser::LockWaiter robbed = line.front();
    line.pop_front();
    robbed.tab->lock_names_.erase(robbed.token);
    robbed.tab->post(
        event_of(EventKind::lock, robbed.token, static_cast<std::int32_t>(Lock::lost)));
  }
  if (is_steal) {
    line.push_front(waiter);
  } else {
    line.push_back(waiter);
  }
  if (line.front() == waiter) browser.grant_next(key);
}

void Access::release_lock(Tab& tab, std::uint32_t token) {
  const auto found = tab.lock_names_.find(token);
  if (found == tab.lock_names_.end()) return;
  const std::string name = found->second;
  tab.lock_names_.erase(found);
  auto& line = tab.browser_.locks_[name];
  const Browser::LockWaiter waiter{&tab, token};
  const bool was_holder = !line.empty() && line.front() == waiter;
  std::erase(line, waiter);
  if (was_holder) tab.browser_.grant_next(name);
}

}  // namespace rr::platform::fake
