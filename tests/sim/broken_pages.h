// A broken client: takes every page of a walk for the last one.
#pragma once

#include <string>

#include "shared/sync/client_engine.h"

namespace rr::sim {

// The answer to a pull in which every page ends its walk, with the checksum that the engine will
// find after it.
[[nodiscard]] std::string end_every_page(const sync::ClientEngine& engine, const std::string& body);

}  // namespace rr::sim
