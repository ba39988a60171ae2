#include "tests/sim/network.h"

#include <algorithm>

namespace rr::sim {
namespace {

constexpr std::int64_t kTimeoutMs = 10'000;
constexpr std::uint64_t kLatePercent = 3;

}  // namespace

bool Network::draw(Fault fault, std::uint64_t percent) {
  if (is_healed_ || !setting_.plan.has(fault) || !setting_.random.percent(percent)) return false;
  setting_.chronicle.count(fault);
  return true;
}

std::int64_t Network::delay_ms() {
  return setting_.random.percent(10) ? setting_.random.between(100, 2'000)
                                     : setting_.random.between(5, 60);
}

std::optional<HttpAnswer> Network::ask(const Line& line, const std::string& path,
                                       const std::string& body) {
  if (!line.is_signed_in) return HttpAnswer{401, "{}", 0};
  return server_.handle(line.account, path, body);
}

void Network::post(const std::shared_ptr<Line>& line, std::string path, std::string body,
                   std::function<void(const HttpAnswer&)> answer) {
  const auto is_answered = std::make_shared<bool>(false);
  const auto once = [is_answered, answer = std::move(answer)](const HttpAnswer& got) {
    if (*is_answered) return;
    *is_answered = true;
    answer(got);
  };
  if (line->is_partitioned) {
    setting_.scheduler.after(delay_ms(), [once] { once({0, {}, 0}); });
    return;
  }
  setting_.scheduler.after(kTimeoutMs, [once] { once({0, {}, 0}); });
  const auto loss = static_cast<std::uint64_t>(setting_.plan.loss_percent);
  if (draw(Fault::request_lost, loss)) return;
  const auto arrive = [this, line, path, body, once] {
    if (line->is_partitioned) return;
    const auto got = ask(*line, path, body);
    if (!got || draw(Fault::answer_lost, static_cast<std::uint64_t>(setting_.plan.loss_percent))) {
      return;
    }
    setting_.scheduler.after(delay_ms(), [line, once, got = *got] {
      if (!line->is_partitioned) once(got);
    });
  };
  // What comes after the client gave up arrives among its later requests.
  const bool is_late = draw(Fault::request_overtaken, kLatePercent);
  setting_.scheduler.after(
      is_late ? setting_.random.between(kTimeoutMs, 4 * kTimeoutMs) : delay_ms(), arrive);
  if (!draw(Fault::request_duplicated,
            static_cast<std::uint64_t>(setting_.plan.duplication_percent))) {
    return;
  }
  setting_.scheduler.after(delay_ms() * setting_.random.between(1, 20), arrive);
}

void Network::open_stream(const std::shared_ptr<Line>& line, std::shared_ptr<const bool> alive,
                          StreamEvents events) {
  setting_.scheduler.after(delay_ms(),
                           [this, stream = Stream{line, std::move(alive), std::move(events)}] {
                             if (!*stream.alive) return;
                             if (stream.line->is_partitioned || !server_.is_up())
                               return stream.events.closed(0);
                             if (!stream.line->is_signed_in) return stream.events.closed(401);
                             streams_.push_back(stream);
                             stream.events.opened();
                           });
}

void Network::close(const Stream& stream, int status) {
  setting_.scheduler.after(delay_ms(), [stream, status] {
    if (*stream.alive) stream.events.closed(status);
  });
}

void Network::close_all_streams() {
  for (const Stream& each : streams_) close(each, 0);
  streams_.clear();
}

void Network::close_streams_of(const Id& account) {
  std::erase_if(streams_, [&](const Stream& each) {
    if (each.line->account != account) return false;
    close(each, 0);
    return true;
  });
}

void Network::announce(const sync::ServerEffects& effects) {
  for (const Id& account : effects.accounts_with_changed_memberships) close_streams_of(account);
  std::erase_if(streams_, [](const Stream& each) { return !*each.alive; });
  for (const auto& poke : effects.pokes) {
    for (const Stream& stream : streams_) {
      const Id account = stream.line->account;
      const auto& memberships = server_.data().memberships;
      const auto found = memberships.find({account, poke.scope});
      const bool is_theirs =
          poke.scope == account || (found != memberships.end() && found->second.is_member);
      const bool is_lost = !is_healed_ && setting_.random.percent(10);
      if (!is_theirs || stream.line->is_partitioned || is_lost) continue;
      setting_.scheduler.after(delay_ms(), [stream, poke] {
        if (*stream.alive) stream.events.poked(poke.scope, poke.version);
      });
    }
  }
}

}  // namespace rr::sim
