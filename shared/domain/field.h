// The description of one field: its name, type, bounds, and how to reach it in a plain struct.
//
// Entities and command arguments are plain structs; each lists its fields once as a constant array
// of FieldInfo. The JSON codec, the bounds that refuse bad input, the column mapping of both
// databases, indexes, exports and audit differences are all made from that list.
//
// Member types by field type:
//   text: std::string (nullable: std::optional<std::string>), trimmed, bounds in code points
//   integer: std::int64_t (nullable: std::optional<std::int64_t>), bounds on the value
//   boolean: bool          choice: an enum class : std::uint8_t counting from 0
//   id: Id (nil when null) instant: Instant (nullable: optional)   date: Date (nullable: optional)
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "shared/base/id.h"
#include "shared/base/time.h"

namespace rr {

enum class FieldType : std::uint8_t { text, integer, boolean, choice, id, instant, date };
enum class Nullability : std::uint8_t { required, nullable };
enum class Indexing : std::uint8_t { none, indexed };

// A field's value without its struct: null, a number (integer, boolean, choice index, milliseconds,
// days), a text, or an id. Views into the struct: valid while it lives.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, Id>;

struct FieldInfo {
  std::string_view name;
  FieldType type = FieldType::text;
  Nullability nullability = Nullability::required;
  std::int64_t minimum = 0;
  std::int64_t maximum = 0;
  std::span<const std::string_view> choices{};
  Value (*get)(const void* row) = nullptr;
  void (*set)(void* row, const Value& value) = nullptr;
  Indexing indexing = Indexing::none;
  // The schema version that brought the field; older clients neither see nor send it.
  std::uint16_t since = 1;
  // Name of the entity that an id points to within the scope, empty when none.
  std::string_view references{};

  [[nodiscard]] constexpr FieldInfo indexed() const {
    FieldInfo copy = *this;
    copy.indexing = Indexing::indexed;
    return copy;
  }
  [[nodiscard]] constexpr FieldInfo nullable() const {
    FieldInfo copy = *this;
    copy.nullability = Nullability::nullable;
    return copy;
  }
  [[nodiscard]] constexpr FieldInfo added_in(std::uint16_t version) const {
    FieldInfo copy = *this;
    copy.since = version;
    return copy;
  }
  [[nodiscard]] constexpr FieldInfo pointing_to(std::string_view entity) const {
    FieldInfo copy = *this;
    copy.references = entity;
    return copy;
  }
};

namespace field_access {

template <class Class, class Member>
Class class_of(Member Class::*);
template <class Class, class Member>
Member member_of(Member Class::*);

template <auto M>
using ClassOf = decltype(class_of(M));
template <auto M>
using MemberOf = decltype(member_of(M));

template <class T>
struct Plain {
  using type = T;
  static constexpr bool is_optional = false;
};
template <class T>
struct Plain<std::optional<T>> {
  using type = T;
  static constexpr bool is_optional = true;
};

inline Value to_value(const std::string& member) { return std::string_view(member); }
inline Value to_value(std::int64_t member) { return member; }
inline Value to_value(bool member) { return std::int64_t{member ? 1 : 0}; }
inline Value to_value(Instant member) { return member.unix_ms; }
inline Value to_value(Date member) { return std::int64_t{member.days}; }
inline Value to_value(const Id& member) { return member.is_nil() ? Value{} : Value{member}; }
template <class T>
requires std::is_enum_v<T> Value to_value(T member) { return static_cast<std::int64_t>(member); }

inline void from_value(std::string& member, const Value& value) {
  member = std::get<std::string_view>(value);
}
inline void from_value(std::int64_t& member, const Value& value) {
  member = std::get<std::int64_t>(value);
}
inline void from_value(bool& member, const Value& value) {
  member = std::get<std::int64_t>(value) != 0;
}
inline void from_value(Instant& member, const Value& value) {
  member.unix_ms = std::get<std::int64_t>(value);
}
inline void from_value(Date& member, const Value& value) {
  member.days = static_cast<std::int32_t>(std::get<std::int64_t>(value));
}
inline void from_value(Id& member, const Value& value) {
  member = std::holds_alternative<Id>(value) ? std::get<Id>(value) : Id{};
}
template <class T>
requires std::is_enum_v<T>
void from_value(T& member, const Value& value) {
  member = static_cast<T>(std::get<std::int64_t>(value));
}

template <auto M>
Value get(const void* row) {
  const auto& member = static_cast<const ClassOf<M>*>(row)->*M;
  if constexpr (Plain<MemberOf<M>>::is_optional) {
    return member.has_value() ? to_value(*member) : Value{};
  } else {
    return to_value(member);
  }
}

template <auto M>
void set(void* row, const Value& value) {
  auto& member = static_cast<ClassOf<M>*>(row)->*M;
  if constexpr (Plain<MemberOf<M>>::is_optional) {
    if (std::holds_alternative<std::monostate>(value)) {
      member.reset();
    } else {
      from_value(member.emplace(), value);
    }
  } else {
    from_value(member, value);
  }
}

template <auto M>
constexpr FieldInfo describe(std::string_view name, FieldType type, std::int64_t minimum,
                             std::int64_t maximum) {
  FieldInfo info;
  info.name = name;
  info.type = type;
  info.minimum = minimum;
  info.maximum = maximum;
  info.get = &get<M>;
  info.set = &set<M>;
  const bool is_optional = Plain<MemberOf<M>>::is_optional;
  info.nullability = is_optional ? Nullability::nullable : Nullability::required;
  return info;
}

}  // namespace field_access

template <auto M>
constexpr FieldInfo text_field(std::string_view name, std::int64_t minimum, std::int64_t maximum) {
  return field_access::describe<M>(name, FieldType::text, minimum, maximum);
}
template <auto M>
constexpr FieldInfo integer_field(std::string_view name, std::int64_t minimum,
                                  std::int64_t maximum) {
  return field_access::describe<M>(name, FieldType::integer, minimum, maximum);
}
template <auto M>
constexpr FieldInfo boolean_field(std::string_view name) {
  return field_access::describe<M>(name, FieldType::boolean, 0, 1);
}
template <auto M>
constexpr FieldInfo choice_field(std::string_view name, std::span<const std::string_view> choices) {
  FieldInfo info = field_access::describe<M>(name, FieldType::choice, 0,
                                             static_cast<std::int64_t>(choices.size()) - 1);
  info.choices = choices;
  return info;
}
template <auto M>
constexpr FieldInfo id_field(std::string_view name) {
  return field_access::describe<M>(name, FieldType::id, 0, 0);
}
// Instants from 1970 to the end of 2199.
template <auto M>
constexpr FieldInfo instant_field(std::string_view name) {
  return field_access::describe<M>(name, FieldType::instant, 0, 7'258'118'399'999);
}
// Dates from 1970-01-01 to 2199-12-31.
template <auto M>
constexpr FieldInfo date_field(std::string_view name) {
  return field_access::describe<M>(name, FieldType::date, 0, 84'005);
}

}  // namespace rr
