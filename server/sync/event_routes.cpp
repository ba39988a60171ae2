#include "server/sync/event_routes.h"

#include "server/http/answers.h"
#include "server/http/call_context.h"
#include "shared/base/json_writer.h"

namespace rr {
namespace {

std::string encode(const EventHub::Poke& poke) {
  JsonWriter writer;
  writer.begin_object().key("scope").id(poke.scope).key("version").integer(poke.version);
  writer.end_object();
  return "data: " + writer.bytes() + "\n\n";
}

// Runs on the stream's own thread until one side ends it.
void send_pokes(EventHub::Subscription& subscription, ResponseStream& out) {
  // Says at once that the stream stands, so that the client pulls what it missed before.
  if (!out.write(": open\n\n")) return;
  while (const auto pokes = subscription.wait()) {
    std::string bytes;
    for (const EventHub::Poke& poke : *pokes) bytes += encode(poke);
    if (bytes.empty()) bytes = ": alive\n\n";
    if (!out.write(bytes)) return;
  }
}

Response full_response() {
  Response response = error_response(
      503, refuse("streams_full", "There are too many live connections. Ask again in a while."));
  response.set_header("Retry-After", "30");
  return response;
}

Response open_stream(CallContext& call, Store& store, EventHub& hub) {
  const Id account_id = call.session().account_id;
  // Subscribed before session and memberships are read: what ends in between ends the stream.
  auto subscription = hub.subscribe(
      {call.session().id_hash, account_id, {account_id}, call.request().is_connection_closed});
  if (!subscription) return full_response();
  std::vector<Id> households;
  bool is_signed_in = false;
  const Status read = store.read([&](UnitOfWork& work) {
    is_signed_in = work.accounts().find_session(call.session().id_hash).has_value();
    households = work.sync().households_of(account_id);
  });
  if (!read) return unavailable_response(read.error().message);
  if (!is_signed_in) return error_response(refuse("not_signed_in", "Sign in first."));
  subscription->listen_to(households);
  Response response;
  response.set_header("Content-Type", "text/event-stream");
  // Proxies that collect answers would hold the pokes back.
  response.set_header("X-Accel-Buffering", "no");
  response.stream = [subscription](ResponseStream& out) { send_pokes(*subscription, out); };
  return response;
}

}  // namespace

void add_event_routes(Router& router, Store& store, EventHub& hub) {
  router.add({"GET", "/api/sync/events", Access::session, RateCategory::events,
              [&store, &hub](CallContext& call) { return open_stream(call, store, hub); }});
}

}  // namespace rr
