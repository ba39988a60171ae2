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

inline constexpr const char* kDevelopment = "APP_ENV=development";

class ChildProcess {
 public:
  // `variables` ("NAME=value") come after the usual ones.
  explicit ChildProcess(const std::vector<std::string>& arguments,
                        const std::vector<std::string>& variables = {}) {
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
    std::vector<std::string> environment{"RATE_LIMIT_FACTOR=1000"};
    environment.insert(environment.end(), variables.begin(), variables.end());
    if (variables.empty())
      environment.insert(environment.end(), {kDevelopment, "LOG_LEVEL=warning"});
    std::vector<char*> envp;
    for (std::string& variable : environment) envp.push_back(variable.data());
    envp.push_back(nullptr);
    REQUIRE(::posix_spawn(&process_, program.c_str(), &actions, nullptr, argv.data(),
                          envp.data()) == 0);
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
  void signal(int number) const { ::kill(process_, number); }
  int end(int number) {
    signal(number);
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
  explicit ChildServer(const TemporaryDirectory& directory,
                       const std::vector<std::string>& variables = {})
      : child_({"serve", "--port", "0", "--data", directory.path() + "/data", "--web",
                directory.path() + "/web"},
               variables) {
    const std::string marker = "serves http://127.0.0.1:";
    const std::string said = child_.read_until(marker);
    const std::size_t place = said.find(marker);
    REQUIRE_MESSAGE(place != std::string::npos, said);
    port_ = std::atoi(child_.read_line().c_str());
    // A full pipe would stop the child.
    reader_ = std::thread([this] { output_ = child_.read_until(""); });
  }
  ~ChildServer() {
    if (reader_.joinable()) end(SIGKILL);
  }
  ChildServer(const ChildServer&) = delete;
  ChildServer& operator=(const ChildServer&) = delete;

  [[nodiscard]] const int& port() const { return port_; }
  int end(int signal) {
    child_.signal(signal);
    reader_.join();
    return child_.wait();
  }
  // Everything it ever said; after its end.
  [[nodiscard]] const std::string& output() const { return output_; }

 private:
  std::thread reader_;
  std::string output_;
  ChildProcess child_;
  int port_ = 0;
};

}  // namespace rr::test
