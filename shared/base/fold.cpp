#include "shared/base/fold.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "shared/base/text.h"

namespace rr {
namespace {

// `count` code points from `first` on, `stride` apart, each folding to itself plus `delta`.
struct FoldRun {
  char32_t first;
  std::uint16_t count;
  std::uint8_t stride;
  std::int32_t delta;
};

// One code point that folds to two or three; zero pads.
struct FoldSequence {
  char32_t from;
  char32_t to[3];
};

#include "shared/base/fold_table.inc"

void append_folded(std::string& out, char32_t c) {
  const auto sequence = std::lower_bound(
      std::begin(kFoldSequences), std::end(kFoldSequences), c,
      [](const FoldSequence& entry, char32_t value) { return entry.from < value; });
  if (sequence != std::end(kFoldSequences) && sequence->from == c) {
    for (const char32_t part : sequence->to) {
      if (part != 0) append_utf8(out, part);
    }
    return;
  }
  auto run = std::upper_bound(std::begin(kFoldRuns), std::end(kFoldRuns), c,
                              [](char32_t value, const FoldRun& r) { return value < r.first; });
  // Runs may interleave (stride 2), so the one before the nearest can hold the code point too.
  for (int back = 0; back < 2 && run != std::begin(kFoldRuns); ++back) {
    --run;
    const char32_t distance = c - run->first;
    if (distance % run->stride == 0 && distance / run->stride < run->count) {
      c = static_cast<char32_t>(static_cast<std::int32_t>(c) + run->delta);
      break;
    }
  }
  append_utf8(out, c);
}

}  // namespace

std::string fold_case(std::string_view text) {
  if (!is_clean_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) append_folded(out, take_code_point(text));
  return out;
}

}  // namespace rr
