// A function that is only called while the call it was given to runs. Unlike std::function it owns
// nothing and copies nothing, and weighs little in the page.
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace rr {

template <class Signature>
class FunctionRef;

// Implicit on purpose: callers write the function where it is used.
template <class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
 public:
  template <class Function>
  requires(!std::same_as<std::remove_cvref_t<Function>, FunctionRef> &&
           std::is_object_v<std::remove_reference_t<Function>>)
      FunctionRef(Function&& function)  // NOLINT(google-explicit-constructor)
      : target_(const_cast<void*>(static_cast<const void*>(std::addressof(function)))),
        call_([](void* target, Arguments... arguments) -> Result {
          auto& called = *static_cast<std::remove_reference_t<Function>*>(target);
          return called(std::forward<Arguments>(arguments)...);
        }) {}

  Result operator()(Arguments... arguments) const {
    return call_(target_, std::forward<Arguments>(arguments)...);
  }

 private:
  void* target_;
  Result (*call_)(void* target, Arguments... arguments);
};

}  // namespace rr
