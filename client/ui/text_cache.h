// Text runs and icons as places in textures, rasterised once by the browser and reused.
//
// Textures are pages of shelves. When a page is full and the limit of pages is reached, the page
// that was used longest ago is cleared, never one that this frame already used: then one more page
// is made for the moment. Positions of drawn runs are snapped to device pixels by the caller.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client/platform/text_raster.h"
#include "client/ui/theme.h"

namespace rr::ui {

struct RunImage {
  std::uintptr_t texture = 0;
  float u0 = 0;
  float v0 = 0;
  float u1 = 0;
  float v1 = 0;
  float left = 0;   // CSS pixels from the run's origin to the image's left edge
  float top = 0;    // from the baseline up to the image's top edge (negative: above)
  float width = 0;  // CSS pixels
  float height = 0;
  float advance = 0;
};

class TextCache {
 public:
  static constexpr std::int32_t kPageSize = 1024;
  static constexpr std::size_t kPageLimit = 6;

  void begin_frame(float scale);
  // `text` must not be empty. What does not fit into an image is cut.
  const RunImage& run(std::string_view text, const platform::Font& font, Colour colour);
  const RunImage& icon(std::string_view name, float size, Colour colour);
  // Whether one image holds all of it.
  [[nodiscard]] bool fits(std::string_view text, const platform::Font& font);
  [[nodiscard]] float advance(std::string_view text, const platform::Font& font);
  [[nodiscard]] std::size_t page_count() const { return pages_.size(); }
  void clear();

 private:
  struct Shelf {
    std::int32_t y = 0;
    std::int32_t height = 0;
    std::int32_t used = 0;
  };
  struct Page {
    std::uintptr_t texture = 0;
    std::vector<Shelf> shelves;
    std::int32_t used_height = 0;
    std::uint64_t last_use = 0;
    std::vector<std::string> keys;
  };
  struct Entry {
    RunImage image;
    std::size_t page = 0;
  };

  const RunImage* find(const std::string& key);
  platform::RasterPlace allocate(std::int32_t width, std::int32_t height, std::size_t& page);
  static bool fit(Page& page, std::int32_t width, std::int32_t height,
                  platform::RasterPlace& place);
  std::size_t page_to_reuse();
  const RunImage& keep(const std::string& key, RunImage image, std::size_t page,
                       const platform::RasterPlace& place);

  float scale_ = 1;
  std::uint32_t generation_ = 0;
  std::uint64_t frame_ = 0;
  std::vector<Page> pages_;
  std::unordered_map<std::string, Entry> entries_;
  std::unordered_map<std::string, platform::RunMetrics> metrics_;
};

}  // namespace rr::ui
