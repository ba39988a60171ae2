#include "shared/base/text.h"

#include <doctest/doctest.h>

#include "shared/base/fold.h"

namespace rr {

TEST_CASE("only well-formed UTF-8 without NUL is clean text") {
  CHECK(is_clean_utf8(""));
  CHECK(is_clean_utf8("日本 👩‍👩‍👧 ß"));
  CHECK_FALSE(is_clean_utf8(std::string_view("a\0b", 3)));
  CHECK_FALSE(is_clean_utf8("\xC0\xAF"));
  CHECK_FALSE(is_clean_utf8("\xED\xA0\x80"));
  CHECK_FALSE(is_clean_utf8("\xF5\x80\x80\x80"));
  CHECK_FALSE(is_clean_utf8("\xE2\x82"));
  CHECK_FALSE(is_clean_utf8("\x80"));
}

TEST_CASE("length counts code points") {
  CHECK(count_code_points("Zoë") == 3);
  CHECK(count_code_points("日本") == 2);
}

TEST_CASE("trimming removes Unicode white space at both ends only") {
  CHECK(trim("  a b\t\n") == "a b");
  CHECK(trim("\u3000日 本\u00A0") == "日 本");
  CHECK(trim(" \u2003 ").empty());
  CHECK(trim("\u200B").size() == 3);  // zero width space is not white space
}

TEST_CASE("folding joins what differs by case or width only") {
  CHECK(fold_case("Ana") == fold_case("ANA"));
  CHECK(fold_case("Straße") == fold_case("STRASSE"));
  CHECK(fold_case("ΣΊΣΥΦΟΣ") == fold_case("σίσυφος"));
  CHECK(fold_case("Жанна") == fold_case("ЖАННА"));
  CHECK(fold_case("ĀĂĄ") == fold_case("āăą"));
  CHECK(fold_case("Ａｎａ") == fold_case("ana"));
  CHECK(fold_case("Ana") != fold_case("Anna"));
}

}  // namespace rr
