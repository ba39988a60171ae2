#include "tests/sim/workers.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace rr::sim {
namespace {

void read_lines(int from, std::vector<std::string>& lines) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t count = 0; (count = read(from, buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

bool run_workers(
    int workers,
    const std::function<void(int, int, const std::function<void(const std::string&)>&)>& work,
    std::vector<std::string>& lines) {
  std::vector<std::pair<pid_t, int>> children;
  for (int worker = 0; worker < workers; ++worker) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return false;
    const pid_t child = fork();
    if (child < 0) return false;
    if (child == 0) {
      close(ends[0]);
      FILE* const out = fdopen(ends[1], "w");
      work(worker, workers,
           [out](const std::string& line) { std::fprintf(out, "%s\n", line.c_str()); });
      std::fclose(out);
      _exit(0);
    }
    close(ends[1]);
    children.emplace_back(child, ends[0]);
  }
  bool is_well = true;
  for (const auto& [child, from] : children) {
    read_lines(from, lines);
    close(from);
    int status = 0;
    is_well = waitpid(child, &status, 0) == child && status == 0 && is_well;
  }
  return is_well;
}

}  // namespace rr::sim
