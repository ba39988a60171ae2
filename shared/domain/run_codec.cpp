#include "shared/domain/run_codec.h"

#include <algorithm>

#include "shared/base/hash.h"
#include "shared/base/json_reader.h"
#include "shared/base/json_writer.h"
#include "shared/base/sort.h"
#include "shared/domain/choices.h"
#include "shared/domain/plan_state.h"

namespace rr {
namespace {

constexpr std::int64_t kMost = 1'000'000 * kMicroPerPoint;
constexpr std::int64_t kLastDay = 84'005;  // 2199-12-31
constexpr std::size_t kMostPeople = 1000;
constexpr std::size_t kMostChores = 4000;  // 500 daily ones over a whole cycle

class InputWriter {
 public:
  explicit InputWriter(std::vector<RunPerson> people) : people_(std::move(people)) {
    sort_in_place(people_, [](const RunPerson& a, const RunPerson& b) { return a.id < b.id; });
  }

  void write_people() {
    json_.begin_array();
    for (const RunPerson& person : people_) {
      json_.begin_array().id(person.id).integer(person.weight).integer(person.availability);
      json_.integer(person.balance.total).integer(person.balance.random);
      json_.boolean(person.is_present).end_array();
    }
    json_.end_array();
  }
  void write_own_balances() {
    json_.begin_array();
    for (const RunPerson& person : people_) json_.integer(person.own_balance);
    json_.end_array();
  }
  void write_person(const Id& id) {
    if (id.is_nil()) {
      json_.null();
      return;
    }
    const std::size_t place = place_in(people_, id);
    if (place < people_.size() && people_[place].id == id) {
      json_.integer(static_cast<std::int64_t>(place));
    } else {
      json_.id(id);
    }
  }
  void write_persons(std::vector<Id> ids) {
    sort_in_place(ids);
    json_.begin_array();
    for (const Id& id : ids) write_person(id);
    json_.end_array();
  }
  JsonWriter& json() { return json_; }

 private:
  std::vector<RunPerson> people_;
  JsonWriter json_;
};

void write_chore(InputWriter& writer, const RunChore& chore) {
  JsonWriter& json = writer.json();
  json.begin_array().id(chore.chore_id).id(chore.assignment_id);
  json.integer(chore.type == ChoreType::random ? 1 : 0).integer(chore.points);
  json.integer(chore.occurrence.days).integer(chore.share_day.days);
  writer.write_person(chore.last_holder);
  writer.write_person(chore.owed_turn);
  writer.write_persons(chore.eligible);
  writer.write_persons(chore.away);
  std::vector<LastTurn> turns = chore.last_turns;
  sort_in_place(turns,
                [](const LastTurn& a, const LastTurn& b) { return a.roommate_id < b.roommate_id; });
  json.begin_array();
  for (const LastTurn& turn : turns) {
    json.begin_array();
    writer.write_person(turn.roommate_id);
    json.integer(turn.occurrence.days).end_array();
  }
  json.end_array();
  writer.write_persons(chore.disliked_by);
  writer.write_persons(chore.liked_by);
  json.integer(chore.effort_minutes).end_array();
}

// What a balanced run has none of, and leaves out: the method, the balances by own ratings in the
// order of the people, and the ratings in the order of the chores.
bool has_ratings(const RunInput& input) {
  const auto is_rated = [](const RunChore& chore) { return !chore.ratings.empty(); };
  const auto has_own = [](const RunPerson& person) { return person.own_balance != 0; };
  return input.method != DivisionMethod::balanced ||
         std::any_of(input.chores.begin(), input.chores.end(), is_rated) ||
         std::any_of(input.people.begin(), input.people.end(), has_own);
}

void write_ratings(InputWriter& writer, const RunInput& input,
                   const std::vector<RunChore>& chores) {
  JsonWriter& json = writer.json();
  json.begin_array().integer(static_cast<std::int64_t>(input.method));
  writer.write_own_balances();
  json.begin_array();
  for (const RunChore& chore : chores) {
    std::vector<OwnRating> ratings = chore.ratings;
    sort_in_place(ratings, [](const OwnRating& a, const OwnRating& b) {
      return a.roommate_id < b.roommate_id;
    });
    json.begin_array();
    for (const OwnRating& rating : ratings) {
      json.begin_array();
      writer.write_person(rating.roommate_id);
      json.integer(rating.points).end_array();
    }
    json.end_array();
  }
  json.end_array().end_array();
}

// Reads arrays of a fixed shape. After the first fault everything reads as empty.
class InputReader {
 public:
  explicit InputReader(std::string_view bytes) : json_(bytes) {}

  [[nodiscard]] bool is_good() const { return is_good_ && !json_.failed(); }
  void fail() { is_good_ = false; }
  void open() { require(is_good() && json_.begin_array()); }
  [[nodiscard]] bool more() { return is_good() && json_.next_element(); }
  void close() { require(is_good() && !json_.next_element() && !json_.failed()); }
  void finish() { require(is_good() && json_.finish()); }

  std::int64_t integer(std::int64_t least, std::int64_t most) {
    require(more());
    return bare_integer(least, most);
  }
  bool boolean() {
    bool value = false;
    require(more() && json_.read_boolean(value));
    return value;
  }
  // Of the element that more() announced.
  [[nodiscard]] bool is_integer() { return is_good() && json_.peek() == JsonKind::number; }
  std::int64_t integer_here(std::int64_t least, std::int64_t most) {
    return bare_integer(least, most);
  }
  Id id() {
    require(more());
    return bare_id();
  }
  // The next element as a person; nil for null.
  Id person(const std::vector<RunPerson>& people) {
    require(more());
    return bare_person(people);
  }
  std::vector<Id> persons(const std::vector<RunPerson>& people) {
    std::vector<Id> ids;
    require(more());
    open();
    while (more() && ids.size() < kMostPeople) ids.push_back(bare_person(people));
    return ids;
  }
  void require(bool holds) { is_good_ = is_good_ && holds; }

 private:
  std::int64_t bare_integer(std::int64_t least, std::int64_t most) {
    std::int64_t value = 0;
    require(is_good() && json_.read_integer(value) && value >= least && value <= most);
    return is_good() ? value : least;
  }
  Id bare_id() {
    std::string text;
    require(is_good() && json_.read_string(text));
    const auto id = parse_id(text);
    require(id.has_value());
    return id.value_or(Id{});
  }
  Id bare_person(const std::vector<RunPerson>& people) {
    switch (json_.peek()) {
      case JsonKind::null: require(json_.read_null()); return {};
      case JsonKind::number: {
        const auto place = bare_integer(0, static_cast<std::int64_t>(kMostPeople));
        require(static_cast<std::size_t>(place) < people.size());
        return is_good() ? people[static_cast<std::size_t>(place)].id : Id{};
      }
      default: return bare_id();
    }
  }

  JsonReader json_;
  bool is_good_ = true;
};

RunPerson read_person(InputReader& reader) {
  RunPerson person;
  reader.open();
  person.id = reader.id();
  person.weight = reader.integer(0, 1000);
  person.availability = reader.integer(0, 1'000'000);
  person.balance.total = reader.integer(-kMost, kMost);
  person.balance.random = reader.integer(-kMost, kMost);
  person.is_present = reader.boolean();
  reader.close();
  return person;
}

// Only people who live here can share or be given a chore, each once.
void judge_eligible(InputReader& reader, const RunChore& chore,
                    const std::vector<RunPerson>& people) {
  std::int64_t weights = 0;
  for (std::size_t i = 0; i < chore.eligible.size() && reader.is_good(); ++i) {
    const std::size_t place = place_in(people, chore.eligible[i]);
    reader.require(place < people.size() && people[place].id == chore.eligible[i]);
    reader.require(i == 0 || chore.eligible[i - 1] < chore.eligible[i]);
    if (reader.is_good()) weights += people[place].weight;
  }
  reader.require(chore.eligible.empty() || weights > 0);
}

RunChore read_chore(InputReader& reader, const std::vector<RunPerson>& people) {
  RunChore chore;
  reader.open();
  chore.chore_id = reader.id();
  chore.assignment_id = reader.id();
  chore.type = reader.integer(0, 1) == 1 ? ChoreType::random : ChoreType::predefined;
  chore.points = reader.integer(1, 20);
  chore.occurrence.days = static_cast<std::int32_t>(reader.integer(0, kLastDay));
  chore.share_day.days = static_cast<std::int32_t>(reader.integer(0, kLastDay));
  chore.last_holder = reader.person(people);
  chore.owed_turn = reader.person(people);
  chore.eligible = reader.persons(people);
  chore.away = reader.persons(people);
  reader.require(reader.more());
  reader.open();
  while (reader.more() && chore.last_turns.size() < kMostPeople) {
    LastTurn turn;
    reader.open();
    turn.roommate_id = reader.person(people);
    turn.occurrence.days = static_cast<std::int32_t>(reader.integer(0, kLastDay));
    reader.close();
    chore.last_turns.push_back(turn);
  }
  chore.disliked_by = reader.persons(people);
  chore.liked_by = reader.persons(people);
  chore.effort_minutes = reader.integer(0, 600);
  reader.close();
  judge_eligible(reader, chore, people);
  return chore;
}

// The reader stands in the element that write_ratings wrote.
void read_ratings(InputReader& reader, RunInput& input) {
  reader.open();
  input.method = static_cast<DivisionMethod>(reader.integer(0, 2));
  reader.require(reader.more());
  reader.open();
  for (RunPerson& person : input.people) person.own_balance = reader.integer(-kMost, kMost);
  reader.close();
  reader.require(reader.more());
  reader.open();
  for (RunChore& chore : input.chores) {
    reader.require(reader.more());
    reader.open();
    while (reader.more() && chore.ratings.size() < kMostPeople) {
      OwnRating rating;
      reader.open();
      rating.roommate_id = reader.person(input.people);
      rating.points = reader.integer(1, 20);
      reader.close();
      const bool is_first = chore.ratings.empty();
      reader.require(is_first || chore.ratings.back().roommate_id < rating.roommate_id);
      chore.ratings.push_back(rating);
    }
  }
  reader.close();
  reader.close();
}

void write_objective(JsonWriter& json, const Objective& objective) {
  json.begin_array();
  for (const std::int64_t value :
       {objective.without_random, objective.guard_missed, objective.soft_without_random,
        objective.left_out, objective.too_far, objective.spread}) {
    json.integer(value);
  }
  json.integer(static_cast<std::int64_t>(objective.squares));
  for (const std::int64_t value :
       {objective.repeats, objective.days_since, objective.dislike, objective.effort_spread}) {
    json.integer(value);
  }
  json.begin_array();
  for (const std::uint8_t draw : objective.draws) json.integer(draw);
  json.end_array().end_array();
}

void write_ids(JsonWriter& json, std::string_view key, const std::vector<Id>& ids) {
  json.key(key).begin_array();
  for (const Id& id : ids) json.id(id);
  json.end_array();
}

}  // namespace

std::string encode_run_input(const RunInput& input) {
  InputWriter writer(input.people);
  JsonWriter& json = writer.json();
  json.begin_array().id(input.seed).integer(input.largest_random_points);
  json.integer(input.predefined_points);
  writer.write_people();
  std::vector<RunChore> chores = input.chores;
  sort_in_place(chores, [](const RunChore& a, const RunChore& b) {
    return a.assignment_id < b.assignment_id;
  });
  json.begin_array();
  for (const RunChore& chore : chores) write_chore(writer, chore);
  json.end_array();
  if (input.algorithm > 1) json.integer(input.algorithm);
  if (has_ratings(input)) write_ratings(writer, input, chores);
  json.end_array();
  return json.bytes();
}

Result<RunInput> decode_run_input(std::string_view bytes) {
  InputReader reader(bytes);
  RunInput input;
  reader.open();
  input.seed = reader.id();
  input.largest_random_points = reader.integer(0, 20);
  input.predefined_points = reader.integer(0, 1'000'000);
  reader.require(reader.more());
  reader.open();
  while (reader.more() && input.people.size() < kMostPeople) {
    input.people.push_back(read_person(reader));
    const std::size_t count = input.people.size();
    reader.require(count < 2 || input.people[count - 2].id < input.people[count - 1].id);
  }
  reader.require(reader.more());
  reader.open();
  while (reader.more() && input.chores.size() < kMostChores) {
    input.chores.push_back(read_chore(reader, input.people));
  }
  input.algorithm = 1;
  bool has_more = reader.more();
  if (has_more && reader.is_integer()) {
    input.algorithm = reader.integer_here(2, kRunAlgorithm);
    has_more = reader.more();
  }
  if (has_more) {
    read_ratings(reader, input);
    reader.close();
  }
  reader.finish();
  if (!reader.is_good()) return refuse("malformed_run", "This run cannot be read.", "input");
  return input;
}

std::string encode_run_plan(const RunPlan& plan) {
  JsonWriter json;
  json.begin_object().key("assignments").begin_array();
  for (const PlannedAssignment& planned : plan.assignments) {
    json.begin_array().id(planned.assignment_id).id(planned.roommate_id);
    json.text(kAssignmentRuleWords[static_cast<std::size_t>(planned.rule)]).end_array();
  }
  json.end_array().key("turns").begin_array();
  for (const PlannedTurn& turn : plan.turns) {
    json.begin_array().id(turn.chore_id);
    for (const Id& id : {turn.last_holder, turn.owed_turn}) id.is_nil() ? json.null() : json.id(id);
    json.end_array();
  }
  json.end_array().key("balances").begin_array();
  for (const RunPerson& person : plan.people) {
    json.begin_array().id(person.id).integer(person.balance.total).integer(person.balance.random);
    json.end_array();
  }
  json.end_array().key("objective");
  write_objective(json, plan.objective);
  json.key("runner_up");
  if (plan.runner_up) {
    json.begin_object().key("changes").begin_array();
    for (const RunnerUp::Change& change : plan.runner_up->changes) {
      json.begin_array().id(change.assignment_id).id(change.roommate_id).end_array();
    }
    json.end_array().key("objective");
    write_objective(json, plan.runner_up->objective);
    json.end_object();
  } else {
    json.null();
  }
  write_ids(json, "left_out", plan.left_out);
  write_ids(json, "without_eligible", plan.without_eligible);
  json.key("guard_missed_micro").integer(plan.guard_missed_micro).end_object();
  return std::move(json).bytes();
}

std::string digest_of(std::string_view input_bytes) { return hash_bytes(input_bytes).to_string(); }

}  // namespace rr
