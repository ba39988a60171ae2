// Runs the built program as a child process. Its path: ROOMIEROSTER_PROGRAM, or the build's own.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "tests/server/http_fixture.h"

namespace rr::test {

class ChildProcess {
 public:
  explicit ChildProcess(const std::vector<std::string>& arguments) {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
    const char* given = std::getenv("ROOMIEROSTER_PROGRAM");
    std::string program = given != nullptr ? given : RR_BINARY_DIR "/roomieroster";
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::string environment[] = {"APP_ENV=development", "LOG_LEVEL=warning",
                                 "RATE_LIMIT_FACTOR=1000"};
    char* envp[] = {environment[0].data(), environment[1].data(), environment[2].data(), nullptr};
    REQUIRE(::posix_spawn(&process_, program.c_str(), &actions, nullptr, argv.data(), envp) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    output_end_ = ends[0];
  }
  ~ChildProcess() {
    if (process_ > 0) end(SIGKILL);
    ::close(output_end_);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Reads the child's output until the marker is there, or its end.
  std::string read_until(const std::string& marker) {
    char byte = 0;
    while ((marker.empty() || output_.find(marker) == std::string::npos) &&
           ::read(output_end_, &byte, 1) == 1) {
      output_ += byte;
    }
    return output_;
  }

  // The rest of the line that read_until stopped in.
  std::string read_line() {
    std::string line;
    char byte = 0;
    while (::read(output_end_, &byte, 1) == 1 && byte != '\n') line += byte;
    return line;
  }

  // The exit code, or the negative number of the signal that ended it.
  int wait() {
    int status = 0;
    REQUIRE(::waitpid(process_, &status, 0) == process_);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  int end(int signal) {
    ::kill(process_, signal);
    return wait();
  }

 private:
  pid_t process_ = -1;
  int output_end_ = -1;
  std::string output_;
};

struct ProgramOutcome {
  int code = 0;
  std::string output;
};

inline ProgramOutcome run_program(const std::vector<std::string>& arguments) {
  ChildProcess child(arguments);
  ProgramOutcome outcome;
  outcome.output = child.read_until("");
  outcome.code = child.wait();
  return outcome;
}

// `serve` on a free port with its data in the directory.
class ChildServer {
 public:
  explicit ChildServer(const TemporaryDirectory& directory)
      : child_({"serve", "--port", "0", "--data", directory.path() + "/data", "--web",
                directory.path() + "/web"}) {
    const std::string marker = "serves http://127.0.0.1:";
    const std::string said = child_.read_until(marker);
    const std::size_t place = said.find(marker);
    REQUIRE_MESSAGE(place != std::string::npos, said);
    port_ = std::atoi(child_.read_line().c_str());
  }
  [[nodiscard]] int port() const { return port_; }
  int end(int signal) { return child_.end(signal); }

 private:
  ChildProcess child_;
  int port_ = 0;
};

}  // namespace rr::test
