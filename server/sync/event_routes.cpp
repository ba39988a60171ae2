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
  std::vector<Id> households;
  const Status read = store.read(
      [&](UnitOfWork& work) { households = work.accounts().households_of(account_id); });
  if (!read) return unavailable_response(read.error().message);
  EventHub::Listener listener{call.session().id_hash, account_id,
                              {households.begin(), households.end()},
                              call.request().is_connection_closed};
  listener.scopes.insert(account_id);
  auto subscription = hub.subscribe(std::move(listener));
  if (!subscription) return full_response();
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
