// Errors are values.
//
// Result<T> holds either a T or an Error. Nothing in shared/ throws. An Error is a refusal that a
// person can read: a stable code (lower_snake_case, part of the protocol), one sentence, and the
// name of the field at fault (empty when no single field is).
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace rr {

struct Error {
  std::string code;
  std::string message;
  std::string field;

  friend bool operator==(const Error&, const Error&) = default;
};

struct Unit {
  friend bool operator==(Unit, Unit) { return true; }
};

template <class T = Unit>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

 private:
  std::variant<T, Error> state_;
};

using Status = Result<Unit>;

[[nodiscard]] inline Status success() { return Unit{}; }

[[nodiscard]] inline Error refuse(std::string code, std::string message, std::string field = {}) {
  return Error{std::move(code), std::move(message), std::move(field)};
}

}  // namespace rr
