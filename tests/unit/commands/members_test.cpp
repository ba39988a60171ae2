#include "shared/commands/members.h"

#include <doctest/doctest.h>

#include "tests/unit/support/home.h"

namespace rr {
namespace {

// Ana (1) acts; roommates 10 Ana, 11 Ben, 12 Chi; Ana is linked to 10.
struct MemberHome : Home {
  explicit MemberHome(Role role) : Home(role) {
    add_roommate(10, "Ana", RoommateStatus::active);
    add_roommate(11, "Ben", RoommateStatus::active);
    add_roommate(12, "Chi", RoommateStatus::moved_out);
    link(1, 10);
  }

  void add_roommate(std::uint8_t number, std::string name, RoommateStatus status) {
    Roommate roommate;
    roommate.id = number_id(number);
    roommate.name = std::move(name);
    roommate.status = status;
    store.put(roommate);
  }

  void link(std::uint8_t member_number, std::uint8_t roommate_number) {
    Member member = *store.find<Member>(number_id(member_number));
    member.roommate_id = number_id(roommate_number);
    store.put(member);
  }

  [[nodiscard]] std::shared_ptr<const Member> member(std::uint8_t number) const {
    return store.find<Member>(number_id(number));
  }

  // As the program does when an invitation is used.
  [[nodiscard]] std::string join(const JoinMember& arguments) {
    const Context person = context;
    context.actor = ActorKind::system;
    context.person = Id{};
    std::string words = run(arguments);
    context = person;
    return words;
  }
};

}  // namespace

TEST_CASE("whoever joins as a roommate that nobody is linked to becomes a member") {
  MemberHome home(Role::owner);
  CHECK(home.join({number_id(2), "Benjamin", number_id(11), {}}) == "");
  CHECK(home.member(2)->name == "Benjamin");
  CHECK(home.member(2)->role == Role::member);
  CHECK(home.member(2)->roommate_id == number_id(11));
  CHECK(home.member(2)->joined_at == home.context.meant_at);
}

TEST_CASE("joining again as the same roommate changes nothing, as another is refused") {
  MemberHome home(Role::owner);
  const JoinMember wish{number_id(2), "Dev", number_id(13), "Dev"};
  CHECK(home.join(wish) == "");
  const std::string before = home.rows();
  CHECK(home.join(wish) == "");
  CHECK(home.rows() == before);
  CHECK(home.join({number_id(2), "Dev", number_id(11), {}}) == "already_linked:roommate_id");
}

TEST_CASE("somebody new brings a roommate with a colour that is still free") {
  MemberHome home(Role::owner);
  CHECK(home.join({number_id(2), "Dev", number_id(13), "Dev"}) == "");
  const auto roommate = home.store.find<Roommate>(number_id(13));
  REQUIRE(roommate);
  CHECK(roommate->name == "Dev");
  CHECK(roommate->colour == 2);
}

TEST_CASE("nobody joins as somebody taken, gone, unknown or of a taken name") {
  MemberHome home(Role::owner);
  CHECK(home.join({number_id(2), "X", number_id(10), {}}) == "roommate_taken:roommate_id");
  CHECK(home.join({number_id(2), "X", number_id(12), {}}) == "moved_out:roommate_id");
  CHECK(home.join({number_id(2), "X", number_id(99), {}}) == "not_found:roommate_id");
  CHECK(home.join({number_id(2), "X", number_id(13), "BEN"}) == "name_taken:name");
  CHECK(home.join({number_id(2), "X", number_id(11), "Dev"}) == "id_taken:id");
  CHECK(home.join({number_id(2), " ", number_id(11), {}}) == "missing:name");
  CHECK_FALSE(home.member(2));
}

TEST_CASE("a member without a roommate keeps their role when joining again") {
  MemberHome home(Role::owner);
  home.add_member(2, "Ben", Role::admin);
  CHECK(home.join({number_id(2), "Ben", number_id(11), {}}) == "");
  CHECK(home.member(2)->role == Role::admin);
  CHECK(home.member(2)->roommate_id == number_id(11));
}

TEST_CASE("people do not issue joins themselves") {
  MemberHome home(Role::owner);
  CHECK(home.run(JoinMember{number_id(2), "Ben", number_id(11), {}}) == "not_for_people:");
}

TEST_CASE("a member moves their own link, and a roommate has one account at most") {
  MemberHome home(Role::member);
  home.add_member(2, "Ben", Role::member);
  CHECK(home.run(LinkMember{number_id(1), number_id(11)}) == "");
  CHECK(home.member(1)->roommate_id == number_id(11));
  CHECK(home.run(LinkMember{number_id(1), number_id(11)}) == "");
  CHECK(home.run(LinkMember{number_id(1), number_id(12)}) == "moved_out:roommate_id");
  CHECK(home.run(LinkMember{number_id(1), number_id(99)}) == "not_found:roommate_id");
  CHECK(home.run(LinkMember{number_id(9), number_id(10)}) == "not_found:member_id");
  home.link(2, 10);
  CHECK(home.run(LinkMember{number_id(1), number_id(10)}) == "roommate_taken:roommate_id");
}

TEST_CASE("only admins link and unlink others") {
  MemberHome home(Role::member);
  home.add_member(2, "Ben", Role::member);
  CHECK(home.run(LinkMember{number_id(2), number_id(11)}) == "not_allowed:");
  CHECK(home.run(UnlinkMember{number_id(2)}) == "not_allowed:");
  MemberHome admin(Role::admin);
  admin.add_member(2, "Ben", Role::member);
  CHECK(admin.run(LinkMember{number_id(2), number_id(11)}) == "");
  CHECK(admin.run(UnlinkMember{number_id(2)}) == "");
  CHECK(admin.member(2)->roommate_id.is_nil());
  CHECK(admin.run(UnlinkMember{number_id(9)}) == "not_found:member_id");
}

TEST_CASE("links are undone exactly") {
  MemberHome home(Role::member);
  CHECK(home.undo_restores(LinkMember{number_id(1), number_id(11)}));
  CHECK(home.undo_restores(UnlinkMember{number_id(1)}));
  CHECK(home.run(UnlinkMember{number_id(1)}) == "");
  CHECK(home.undo_restores(LinkMember{number_id(1), number_id(11)}));
}

TEST_CASE("owners give roles, and one owner always remains") {
  MemberHome home(Role::owner);
  home.add_member(2, "Ben", Role::member);
  CHECK(home.run(SetMemberRole{number_id(1), Role::admin}) == "last_owner:member_id");
  CHECK(home.run(SetMemberRole{number_id(2), Role::owner}) == "");
  CHECK(home.run(SetMemberRole{number_id(1), Role::member}) == "");
  CHECK(home.member(1)->role == Role::member);
  CHECK(home.run(SetMemberRole{number_id(2), Role::admin}) == "not_allowed:");
  MemberHome other(Role::owner);
  CHECK(other.run(SetMemberRole{number_id(9), Role::admin}) == "not_found:member_id");
  CHECK(other.run(SetMemberRole{number_id(1), Role::owner}) == "");
  CHECK(describe_command<SetMemberRole>().command_class == CommandClass::online_only);
}

TEST_CASE("admins remove members, owners also admins, nobody the last owner") {
  MemberHome admin(Role::admin);
  admin.add_member(2, "Ben", Role::member);
  admin.add_member(3, "Chi", Role::admin);
  admin.add_member(4, "Dev", Role::owner);
  CHECK(admin.run(RemoveMember{number_id(2)}) == "");
  CHECK_FALSE(admin.member(2));
  CHECK(admin.run(RemoveMember{number_id(2)}) == "not_found:member_id");
  CHECK(admin.run(RemoveMember{number_id(3)}) == "not_allowed:member_id");
  CHECK(admin.run(RemoveMember{number_id(4)}) == "not_allowed:member_id");
  CHECK(admin.run(RemoveMember{number_id(1)}) == "");
  CHECK(admin.store.find<Roommate>(number_id(10)));
  CHECK(admin.run(RemoveMember{number_id(3)}) == "not_a_member:");

  MemberHome owner(Role::owner);
  owner.add_member(3, "Chi", Role::admin);
  CHECK(owner.run(RemoveMember{number_id(3)}) == "");
  CHECK(owner.run(RemoveMember{number_id(1)}) == "last_owner:member_id");

  MemberHome member(Role::member);
  member.add_member(2, "Ben", Role::member);
  CHECK(member.run(RemoveMember{number_id(2)}) == "not_allowed:");
  CHECK(describe_command<RemoveMember>().command_class == CommandClass::online_only);
}

}  // namespace rr
