#include "client/platform/storage.h"

#include <emscripten/em_js.h>

namespace rr::platform {
namespace {

// The bodies are JavaScript.
// clang-format off
EM_JS_DEPS(rr_storage, "$UTF8ToString");
EM_JS(void, rr_js_disk, (int what, unsigned token, const char* a, int a_size, const char* b,
                         int b_size, const char* bytes, int size, int is_strict), {
  Module.page.storage.request(what, token, UTF8ToString(a, a_size), UTF8ToString(b, b_size),
                              HEAPU8.slice(bytes, bytes + size), is_strict === 1);
});
// clang-format on

// Numbers of web/storage.js.
enum class Ask : int { open, write, enqueue, erase, persist, reload };

void ask(Ask what, std::uint32_t token, std::string_view a = {}, std::string_view b = {},
         std::string_view bytes = {}, Durability durability = Durability::strict) {
  const auto size = [](std::string_view text) { return static_cast<int>(text.size()); };
  rr_js_disk(static_cast<int>(what), token, a.data(), size(a), b.data(), size(b), bytes.data(),
             size(bytes), durability == Durability::strict ? 1 : 0);
}

void append_u32(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

// One step: kind (0 expect, 1 write), key length, value length (0xFFFFFFFF: none), key, value.
void append_step(std::string& out, char kind, std::string_view key,
                 const std::optional<std::string>& bytes) {
  out.push_back(kind);
  append_u32(out, static_cast<std::uint32_t>(key.size()));
  append_u32(out, bytes ? static_cast<std::uint32_t>(bytes->size()) : 0xFFFFFFFF);
  out += key;
  if (bytes) out += *bytes;
}

}  // namespace

void disk_open(std::uint32_t token, std::string_view database) { ask(Ask::open, token, database); }

void disk_write(std::uint32_t token, const DiskBatch& batch) {
  std::string steps;
  for (const DiskExpectation& each : batch.expectations) {
    append_step(steps, 0, each.key, each.bytes);
  }
  for (const DiskWrite& each : batch.writes) append_step(steps, 1, each.key, each.bytes);
  ask(Ask::write, token, {}, {}, steps, batch.durability);
}

void disk_reload(std::uint32_t token) { ask(Ask::reload, token); }

// The queued bytes come as the last step, under the prefix.
void disk_enqueue(std::uint32_t token, const std::vector<DiskExpectation>& expectations,
                  std::string_view counter, std::string_view prefix, std::string_view bytes) {
  std::string steps;
  for (const DiskExpectation& each : expectations) append_step(steps, 0, each.key, each.bytes);
  append_step(steps, 1, prefix, std::string(bytes));
  ask(Ask::enqueue, token, counter, {}, steps);
}

void disk_erase(std::uint32_t token, std::string_view database) {
  ask(Ask::erase, token, database);
}

void disk_persist(std::uint32_t token) { ask(Ask::persist, token); }

}  // namespace rr::platform
