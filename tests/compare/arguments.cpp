#include "tests/compare/arguments.h"

#include <algorithm>
#include <array>

#include "shared/base/json_writer.h"
#include "shared/domain/cycle_time.h"

namespace rr::compare {
namespace {

// Composed and decomposed letters, other scripts and directions, several code points to a picture,
// letters whose folding changes their length or depends on the language.
constexpr std::array<std::string_view, 14> kNames = {"Ana",
                                                     "Zoë",
                                                     "Zoe\u0308",
                                                     "STRASSE",
                                                     "straße",
                                                     "İstanbul",
                                                     "Iğdır",
                                                     "ΟΔΥΣΣΕΥΣ",
                                                     "日本語の家",
                                                     "ﾊﾝｶｸ",
                                                     "שלום",
                                                     "مرحبا",
                                                     "👩‍👩‍👧‍👦 x",
                                                     "e\u0301\u0323 ½ ﬁ"};
constexpr std::array<std::string_view, 7> kZones = {
    "Europe/Vienna",  "America/Los_Angeles", "Asia/Calcutta",      "Europe/Kiev",
    "Asia/Kathmandu", "Pacific/Apia",        "Australia/Lord_Howe"};
constexpr std::array<std::string_view, 6> kCurrencies = {"EUR", "USD", "JPY", "KWD", "CHF", "INR"};
constexpr std::array<std::string_view, 5> kLanguages = {"", "de", "en-GB", "zh-Hant-TW", "sr-Latn"};

template <std::size_t N>
std::string_view one_of(sim::Random& random, const std::array<std::string_view, N>& from) {
  return from[static_cast<std::size_t>(random.below(N))];
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// One command's arguments. What one field chose, others may depend on.
class Writer {
 public:
  Writer(sim::Random& random, const Surroundings& around, const CommandInfo& info)
      : random_(random), rows_(around.rows), now_(around.now), info_(info) {}

  std::string write() {
    JsonWriter out;
    out.begin_object();
    const std::size_t count = info_.fields.size();
    const auto asked = static_cast<std::size_t>(random_.below(count));
    for (std::size_t i = 0; i < count; ++i) {
      const bool is_optional = (info_.optional_fields >> i & 1) != 0;
      if (is_optional && i != asked && !random_.percent(25)) continue;
      const FieldInfo& field = info_.fields[i];
      out.key(field.name);
      const bool may_be_null = field.nullability == Nullability::nullable;
      if (may_be_null && random_.percent(null_percent(field))) {
        out.null();
      } else {
        write_value(out, field);
      }
    }
    out.end_object();
    return std::move(out).bytes();
  }

 private:
  bool is(std::string_view name) const { return info_.name == name; }

  static std::uint64_t null_percent(const FieldInfo& field) {
    if (field.name == "expected_digest") return 90;  // runs are wanted, and a digest refuses them
    return field.name == "roommate_name" ? 40 : 60;
  }

  void write_value(JsonWriter& out, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::text: out.text(text(field)); return;
      case FieldType::integer: out.integer(integer(field)); return;
      case FieldType::boolean: out.boolean(random_.percent(70)); return;
      case FieldType::choice: out.text(any_of(field.choices)); return;
      case FieldType::id: out.id(random_.percent(2) ? random_.id() : id(field)); return;
      case FieldType::instant: out.integer(now_.unix_ms - random_.between(-1, 3)); return;
      case FieldType::date: out.text(to_string(date(field))); return;
    }
  }

  std::string_view any_of(std::span<const std::string_view> words) {
    return words[static_cast<std::size_t>(random_.below(words.size()))];
  }

  std::string text(const FieldInfo& field) {
    if (field.name == "time_zone") {
      return std::string(random_.percent(5) ? "Mars/Olympus" : one_of(random_, kZones));
    }
    if (field.name == "currency") {
      return std::string(random_.percent(5) ? "QQQ" : one_of(random_, kCurrencies));
    }
    if (field.name == "language") {
      return std::string(random_.percent(5) ? "no language" : one_of(random_, kLanguages));
    }
    if (random_.percent(1)) return std::string(static_cast<std::size_t>(field.maximum) + 1, 'x');
    if (field.name == "expected_digest") return std::string(32, '0');
    std::string name(one_of(random_, kNames));
    name += ' ' + std::to_string(random_.below(200));
    return random_.percent(10) ? "  " + name + "\n" : name;
  }

  std::int64_t integer(const FieldInfo& field) {
    if (field.name == "index") return running_index();
    if (random_.percent(1)) return field.maximum + 1;
    if (random_.percent(1)) return field.minimum - 1;
    if (field.name == "position") return random_.between(0, 5);
    return random_.between(field.minimum, field.maximum);
  }

  std::int64_t running_index() {
    const auto running = running_cycle(rows_);
    return running ? running->index : random_.between(0, 3);
  }

  Date date(const FieldInfo& field) {
    const auto today = static_cast<std::int32_t>(now_.unix_ms / kMillisecondsPerDay);
    if (field.name == "last_day") {
      const std::int64_t shortest = random_.percent(5) ? -2 : 0;
      const auto length = static_cast<std::int32_t>(random_.between(shortest, 5));
      return add_days(last_date_.value_or(Date{today}), length);
    }
    std::int32_t first = today + static_cast<std::int32_t>(random_.between(-9, 3));
    if (starts_with(info_.name, "absence.")) first += static_cast<std::int32_t>(random_.below(50));
    if (random_.percent(1)) first = static_cast<std::int32_t>(random_.between(-400, 90'000));
    last_date_ = Date{first};
    return *last_date_;
  }

  Id id(const FieldInfo& field) {
    if (field.name == "id") return own_id();
    if (field.name == "chore_id") return any<Chore>();
    if (field.name == "roommate_id" || field.name == "done_by") return roommate();
    if (field.name == "member_id") return any<Member>();
    if (field.name == "assignment_id") return assignment();
    if (field.name == "sub_chore_id") return step_of_assignment();
    return random_.id();
  }

  // The row that the command is about; a new id where it makes one.
  Id own_id() {
    const std::string_view name = info_.name;
    const std::string_view suffix = ".add";
    if (name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix) {
      return random_.percent(2) ? any<Roommate>() : random_.id();
    }
    if (starts_with(name, "roommate.")) return roommate();
    if (starts_with(name, "chore.")) return any<Chore>();
    if (starts_with(name, "sub_chore.")) return any<SubChore>();
    if (starts_with(name, "absence.")) return any<Absence>();
    return assignment();
  }

  template <class T>
  Id any() {
    const auto rows = rows_.all<T>();
    return rows.empty() ? random_.id() : random_.pick(rows)->id;
  }

  // Mostly one who lives here, and for links one who is free.
  Id roommate() {
    if (is("household.start") || (is("member.join") && random_.percent(50))) return random_.id();
    std::vector<Id> chosen;
    for (const auto& each : rows_.all<Roommate>()) {
      if (each->status == RoommateStatus::moved_out && !random_.percent(10)) continue;
      const bool is_linked = !rows_.where<Member>("roommate_id", each->id).empty();
      if (is_linked && starts_with(info_.name, "member.") && !random_.percent(20)) continue;
      chosen.push_back(each->id);
    }
    return chosen.empty() ? random_.id() : random_.pick(chosen);
  }

  Id assignment() {
    std::vector<Id> chosen;
    for (const auto& each : rows_.all<Assignment>()) {
      if (fits(*each) || random_.percent(1)) chosen.push_back(each->id);
    }
    last_assignment_ = chosen.empty() ? random_.id() : random_.pick(chosen);
    return last_assignment_;
  }

  bool fits(const Assignment& assignment) {
    const bool is_open = assignment.status == AssignmentStatus::open;
    if (is("assignment.undo")) return assignment.status == AssignmentStatus::done;
    if (is("assignment.complete")) {
      return is_open || (assignment.status == AssignmentStatus::missed && random_.percent(50));
    }
    if (is("completion.set")) {
      return is_open && !rows_.where<SubChore>("chore_id", assignment.chore_id).empty();
    }
    return is_open;
  }

  Id step_of_assignment() {
    const auto assignment = rows_.find<Assignment>(last_assignment_);
    if (!assignment || random_.percent(5)) return any<SubChore>();
    const auto steps = rows_.where<SubChore>("chore_id", assignment->chore_id);
    return steps.empty() ? any<SubChore>() : random_.pick(steps)->id;
  }

  sim::Random& random_;
  const Reader& rows_;
  Instant now_;
  const CommandInfo& info_;
  std::optional<Date> last_date_;
  Id last_assignment_;
};

}  // namespace

std::string choose_arguments(sim::Random& random, const Surroundings& around,
                             const CommandInfo& info) {
  return Writer(random, around, info).write();
}

std::string spoil(sim::Random& random, const std::string& arguments) {
  const auto place = static_cast<std::size_t>(random.below(arguments.size()));
  const std::string inside = arguments.substr(1, arguments.size() - 2);
  switch (random.below(6)) {
    case 0: return arguments.substr(0, place);
    case 1: {
      std::string changed = arguments;
      changed[place] = static_cast<char>(random.below(256));
      return changed;
    }
    case 2: return "{" + inside + "," + inside + "}";
    case 3: return "{\"id\":7," + inside + "}";
    case 4: return "{\"unheard_of\":\"\\ud83d\\ude00\"," + inside + "}";
    default: return std::string(40, '[') + arguments + std::string(40, ']');
  }
}

}  // namespace rr::compare
