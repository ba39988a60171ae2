// fairness_comparison [--write]: plays a year in 1,000 generated homes by RoomieRoster, by the
// earlier system and by three plain ways of dividing, and judges what came of it. The table and the
// chart in docs must be what it prints; --write puts them there. Ends with the line
// "N passed, N failed".
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

#include "tests/fairness/comparison.h"

namespace rr::fairness {
namespace {

const std::string kPage = RR_SOURCE_DIR "/docs/fairness.md";
const std::string kChart = RR_SOURCE_DIR "/docs/pictures/fairness-comparison.svg";
constexpr std::string_view kTableBegins = "<!-- Printed by fairness_comparison --write. -->\n";
constexpr std::string_view kTableEnds = "<!-- End of what is printed. -->\n";

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

// The page with the table in its place; empty when it has no place for one.
std::string with_table(const std::string& page, const std::string& table) {
  const std::size_t begins = page.find(kTableBegins);
  const std::size_t ends = page.find(kTableEnds);
  if (begins == std::string::npos || ends == std::string::npos) return "";
  return page.substr(0, begins) + std::string(kTableBegins) + "\n" + table + "\n" +
         page.substr(ends);
}

class Verdict {
 public:
  void judge(bool is_kept, const char* promise) {
    ++(is_kept ? passed_ : failed_);
    std::printf("%s: %s\n", is_kept ? "kept" : "BROKEN", promise);
  }
  int finish() const {
    std::printf("%d passed, %d failed\n", passed_, failed_);
    return failed_ == 0 ? 0 : 1;
  }

 private:
  int passed_ = 0;
  int failed_ = 0;
};

// Known of the earlier system: trash 3, fridge 4, windows 6 and the predefined dishes 7 in
// ascending order, one each, and the predefined dishwasher 10 to the person with the trash.
bool earlier_system_is_true_to_the_example() {
  Home home;
  home.people = 4;
  home.chores = {{ChoreType::predefined, 10},
                 {ChoreType::predefined, 7},
                 {ChoreType::random, 3},
                 {ChoreType::random, 6},
                 {ChoreType::random, 4}};
  const Holders holders = earlier_system(home)(0);
  return holders == Holders{0, 3, 0, 2, 1};
}

// 2 M + Q of docs/fairness.md, after every week.
bool keeps_bound(const Comparison& comparison) {
  for (std::size_t i = 0; i < comparison.homes.size(); ++i) {
    std::int64_t largest = 0;
    std::int64_t rotating = 0;
    for (const HomeChore& chore : comparison.homes[i].chores) {
      if (chore.type == ChoreType::random) {
        largest = std::max(largest, chore.points);
      } else {
        rotating += chore.points;
      }
    }
    if (comparison.results[i][kProduct].envy > 2 * largest + rotating) return false;
  }
  return true;
}

int run(bool writes) {
  const Comparison comparison = compare_models();
  const std::string table = print_table(comparison);
  const std::string chart = print_chart(comparison);
  std::printf("%s\n", table.c_str());
  if (writes) {
    const std::string page = with_table(read_file(kPage), table);
    if (page.empty() || !write_file(kPage, page) || !write_file(kChart, chart)) {
      std::printf("docs cannot be written\n");
      return 1;
    }
  }
  Verdict verdict;
  verdict.judge(count_homes(comparison, kEarlier).lower * 100 >= kHomes * 95,
                "the yearly spread is lower than the earlier system's in 95 of 100 homes");
  verdict.judge(keeps_bound(comparison), "the spread never passes 2 M + Q");
  verdict.judge(earlier_system_is_true_to_the_example(),
                "the model of the earlier system does what the earlier system did");
  const std::string page = read_file(kPage);
  verdict.judge(!page.empty() && with_table(page, table) == page,
                "the table in docs/fairness.md is what is printed today");
  verdict.judge(read_file(kChart) == chart,
                "docs/pictures/fairness-comparison.svg is what is drawn today");
  return verdict.finish();
}

}  // namespace
}  // namespace rr::fairness

int main(int argc, char** argv) {
  const bool writes = argc == 2 && std::strcmp(argv[1], "--write") == 0;
  if (argc > 1 && !writes) {
    std::printf("usage: fairness_comparison [--write]\n");
    return 2;
  }
  return rr::fairness::run(writes);
}
