// GET /api/sync/events: the live stream of pokes, {scope, version} and nothing more.
#pragma once

#include "server/http/router.h"
#include "server/store/store.h"
#include "server/sync/event_hub.h"

namespace rr {

// The references outlive the routes.
void add_event_routes(Router& router, Store& store, EventHub& hub);

}  // namespace rr
