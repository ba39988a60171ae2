// A tab: the events its engine gets and the wishes it has.
#include <utility>

#include "server/ops/built_in_time_zones.h"
#include "tests/sim/broken_pages.h"
#include "tests/sim/profile.h"

namespace rr::sim {

Tab::Tab(Profile& profile, const Id& entropy)
    : profile_(profile),
      engine_({profile.account(), entropy, &built_in_time_zones(), profile.schema()}) {
  profile_.disk().read_all(alive_, [this](std::vector<sync::DiskRecord> records) {
    deliver([records = std::move(records)](sync::ClientEngine& engine, Instant now) {
      engine.disk_loaded(0, records, now);
    });
  });
}

void Tab::deliver(Event event) {
  if (!is_alive()) return;
  if (is_frozen_) {
    inbox_.push_back(std::move(event));
    return;
  }
  event(engine_, profile_.now());
  for (auto actions = engine_.take_actions(); !actions.empty(); actions = engine_.take_actions()) {
    for (sync::Action& action : actions) run(action);
  }
  profile_.setting().watcher.after_event(profile_, *this);
}

void Tab::thaw() {
  if (!is_frozen_) return;
  is_frozen_ = false;
  for (std::deque<Event> waiting = std::exchange(inbox_, {}); !waiting.empty();
       waiting.pop_front()) {
    deliver(std::move(waiting.front()));
  }
  deliver([](sync::ClientEngine& engine, Instant now) { engine.resumed(now); });
}

void Tab::run(sync::SendHttp& wish) {
  const auto path = wish.path;
  Chronicle& chronicle = profile_.setting().chronicle;
  if (chronicle.is_kept()) {
    chronicle.note(profile_.setting().scheduler.now(),
                   profile_.name() + " asks " + path + " " + wish.body.substr(0, 400));
  }
  profile_.setting().network.post(
      profile_.shared_line(), std::move(wish.path), std::move(wish.body),
      [this, alive = alive_, path, token = wish.token](const HttpAnswer& answer) {
        if (!*alive) return;
        deliver([this, path, token, answer](sync::ClientEngine& engine, Instant now) {
          profile_.setting().watcher.answered(profile_, path, answer);
          const std::string body = profile_.setting().plan.broken == Broken::page_without_last &&
                                           answer.status == 200 && path == "/api/sync/pull"
                                       ? end_every_page(engine, answer.body)
                                       : answer.body;
          engine.http_answered(token, answer.status, body, answer.retry_after_ms, now);
        });
      });
}

void Tab::run(const sync::OpenStream& wish) {
  const auto token = wish.token;
  const auto changed = [this, token](sync::StreamState state, int status) {
    deliver([token, state, status](sync::ClientEngine& engine, Instant now) {
      engine.stream_changed(token, state, status, now);
    });
  };
  profile_.setting().network.open_stream(
      profile_.shared_line(), alive_,
      {[changed](int status) { changed(sync::StreamState::closed, status); },
       [changed] { changed(sync::StreamState::open, 200); },
       [this](const Id& scope, std::int64_t version) {
         deliver([scope, version](sync::ClientEngine& engine, Instant now) {
           engine.poked(scope, version, now);
         });
       }});
}

void Tab::run(const sync::StartTimer& wish) {
  const auto place = static_cast<std::size_t>(wish.timer);
  profile_.setting().scheduler.after(wish.delay_ms, [this, alive = alive_, made = ++timers_[place],
                                                     timer = wish.timer] {
    if (!*alive || made != timers_[static_cast<std::size_t>(timer)]) return;
    deliver([timer](sync::ClientEngine& engine, Instant now) { engine.timer_fired(timer, now); });
  });
}

void Tab::run(sync::Action& action) {
  Disk& disk = profile_.disk();
  if (auto* write = std::get_if<sync::WriteDisk>(&action)) {
    disk.write(alive_, std::move(write->batch), [this, token = write->token](auto outcome) {
      deliver([token, outcome](sync::ClientEngine& engine, Instant now) {
        engine.disk_answered(token, outcome, 0, now);
      });
    });
  } else if (auto* enqueue = std::get_if<sync::EnqueueOnDisk>(&action)) {
    const auto token = enqueue->token;
    disk.enqueue(alive_, std::move(*enqueue), [this, token](auto outcome, std::int64_t number) {
      deliver([token, outcome, number](sync::ClientEngine& engine, Instant now) {
        engine.disk_answered(token, outcome, number, now);
      });
    });
  } else if (const auto* reload = std::get_if<sync::ReloadDisk>(&action)) {
    disk.read_all(alive_, [this, token = reload->token](std::vector<sync::DiskRecord> records) {
      deliver([token, records = std::move(records)](sync::ClientEngine& engine, Instant now) {
        engine.disk_loaded(token, records, now);
      });
    });
  } else if (auto* send = std::get_if<sync::SendHttp>(&action)) {
    run(*send);
  } else if (const auto* open = std::get_if<sync::OpenStream>(&action)) {
    run(*open);
  } else if (const auto* lock = std::get_if<sync::RequestLock>(&action)) {
    profile_.request_lock(*this, lock->is_steal);
  } else if (std::holds_alternative<sync::ReleaseLock>(action)) {
    profile_.release_lock(*this);
  } else if (const auto* post = std::get_if<sync::PostToTabs>(&action)) {
    profile_.post_to_tabs(*this, post->bytes);
  } else if (const auto* start = std::get_if<sync::StartTimer>(&action)) {
    run(*start);
  } else if (const auto* stop = std::get_if<sync::StopTimer>(&action)) {
    ++timers_[static_cast<std::size_t>(stop->timer)];
  }
}

}  // namespace rr::sim
