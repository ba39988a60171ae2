#include "client/ui/text_cache.h"

#include <algorithm>
#include <cmath>

namespace rr::ui {
namespace {

constexpr std::size_t kMetricsLimit = 8192;
constexpr std::int32_t kGap = 1;  // between neighbours, so that filtering does not bleed

void append_font(std::string& key, const platform::Font& font) {
  key.push_back(static_cast<char>(font.face));
  key += std::to_string(static_cast<int>(font.size * 4));
  key.push_back('/');
  key += std::to_string(font.weight);
}

std::string metrics_key(std::string_view text, const platform::Font& font) {
  std::string key;
  append_font(key, font);
  key.push_back('\x1F');
  key += text;
  return key;
}

}  // namespace

void TextCache::begin_frame(float scale) {
  ++frame_;
  const std::uint32_t generation = platform::raster_generation();
  if (scale == scale_ && generation == generation_) return;
  if (generation != generation_) metrics_.clear();
  scale_ = scale;
  generation_ = generation;
  clear();
}

void TextCache::clear() {
  for (const Page& page : pages_) platform::delete_texture(page.texture);
  pages_.clear();
  entries_.clear();
}

float TextCache::advance(std::string_view text, const platform::Font& font) {
  if (text.empty()) return 0;
  std::string key = metrics_key(text, font);
  const auto found = metrics_.find(key);
  if (found != metrics_.end()) return found->second.width;
  if (metrics_.size() >= kMetricsLimit) metrics_.clear();
  return metrics_.emplace(std::move(key), platform::measure_run(text, font)).first->second.width;
}

const RunImage* TextCache::find(const std::string& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return nullptr;
  pages_[found->second.page].last_use = frame_;
  return &found->second.image;
}

bool TextCache::fit(Page& page, std::int32_t width, std::int32_t height,
                    platform::RasterPlace& place) {
  for (Shelf& shelf : page.shelves) {
    const bool is_tall_enough = shelf.height >= height && shelf.height <= height + height / 2;
    if (!is_tall_enough || shelf.used + width > kPageSize) continue;
    place = {page.texture, shelf.used, shelf.y, width, height};
    shelf.used += width + kGap;
    return true;
  }
  if (page.used_height + height > kPageSize) return false;
  page.shelves.push_back({page.used_height, height, width + kGap});
  place = {page.texture, 0, page.used_height, width, height};
  page.used_height += height + kGap;
  return true;
}

std::size_t TextCache::page_to_reuse() {
  std::size_t oldest = pages_.size();
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i].last_use == frame_) continue;
    if (oldest == pages_.size() || pages_[i].last_use < pages_[oldest].last_use) oldest = i;
  }
  return oldest;
}

platform::RasterPlace TextCache::allocate(std::int32_t width, std::int32_t height,
                                          std::size_t& page) {
  platform::RasterPlace place;
  for (page = 0; page < pages_.size(); ++page) {
    if (fit(pages_[page], width, height, place)) return place;
  }
  page = pages_.size() < kPageLimit ? pages_.size() : page_to_reuse();
  if (page == pages_.size()) {
    pages_.emplace_back();
  } else {
    for (const std::string& key : pages_[page].keys) entries_.erase(key);
    platform::delete_texture(pages_[page].texture);
    pages_[page] = Page{};
  }
  pages_[page].texture = platform::create_texture(kPageSize);
  static_cast<void>(fit(pages_[page], width, height, place));
  return place;
}

const RunImage& TextCache::keep(const std::string& key, RunImage image, std::size_t page,
                                const platform::RasterPlace& place) {
  constexpr auto kSize = static_cast<float>(kPageSize);
  image.texture = place.texture;
  image.u0 = static_cast<float>(place.x) / kSize;
  image.v0 = static_cast<float>(place.y) / kSize;
  image.u1 = static_cast<float>(place.x + place.width) / kSize;
  image.v1 = static_cast<float>(place.y + place.height) / kSize;
  image.width = static_cast<float>(place.width) / scale_;
  image.height = static_cast<float>(place.height) / scale_;
  pages_[page].last_use = frame_;
  pages_[page].keys.push_back(key);
  return entries_[key] = Entry{image, page}, entries_[key].image;
}

bool TextCache::fits(std::string_view text, const platform::Font& font) {
  // Ink may stand out by as much as the letters are high.
  const float reach = (advance(text, font) + 2 * font.size) * scale_ + 4;
  return reach <= static_cast<float>(kPageSize);
}

const RunImage& TextCache::run(std::string_view text, const platform::Font& font, Colour colour) {
  std::string key = metrics_key(text, font);
  key.push_back('\x1F');
  key += std::to_string(colour);
  if (const RunImage* image = find(key)) return *image;
  const platform::RunMetrics metrics = platform::measure_run(text, font);
  const float left = std::ceil(metrics.ink_left * scale_) + 1;
  const float ascent = std::ceil(metrics.ascent * scale_) + 1;
  const float wanted = left + std::ceil((metrics.width + metrics.ink_right) * scale_) + 1;
  const float height = ascent + std::ceil(metrics.descent * scale_) + 1;
  const auto width = static_cast<std::int32_t>(std::min(wanted, static_cast<float>(kPageSize)));
  std::size_t page = 0;
  const platform::RasterPlace place =
      allocate(width, std::min(static_cast<std::int32_t>(height), kPageSize), page);
  platform::raster_run(place, text, font, colour, scale_, left, ascent);
  RunImage image;
  image.left = -left / scale_;
  image.top = -ascent / scale_;
  image.advance = metrics.width;
  return keep(key, image, page, place);
}

const RunImage& TextCache::icon(std::string_view name, float size, Colour colour) {
  std::string key = "\x1Eicon";
  key += name;
  key.push_back('\x1F');
  key += std::to_string(static_cast<int>(size * 4));
  key.push_back('\x1F');
  key += std::to_string(colour);
  if (const RunImage* image = find(key)) return *image;
  const auto pixels =
      std::clamp(static_cast<std::int32_t>(std::lround(size * scale_)), 1, kPageSize);
  std::size_t page = 0;
  const platform::RasterPlace place = allocate(pixels, pixels, page);
  platform::raster_icon(place, name, colour);
  RunImage image;
  image.advance = size;
  return keep(key, image, page, place);
}

}  // namespace rr::ui
