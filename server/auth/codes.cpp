#include "server/auth/codes.h"

#include <array>
#include <vector>

#include "server/ops/clock.h"
#include "server/ops/digest.h"

namespace rr {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kGroup = 5;
constexpr std::size_t kShortLetters = 10;
constexpr std::size_t kLongLetters = 26;

char read_letter(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  if (typed == 'I' || typed == 'L') return '1';
  return typed;
}

}  // namespace

std::string make_code(CodeStrength strength) {
  const std::size_t letters = strength == CodeStrength::short_lived ? kShortLetters : kLongLetters;
  std::vector<std::uint8_t> random(letters);
  fill_random(random);
  std::string code;
  for (std::size_t place = 0; place < letters; ++place) {
    if (place > 0 && place % kGroup == 0) code += '-';
    code += kLetters[random[place] % kLetters.size()];
  }
  return code;
}

std::optional<std::string> hash_code(std::string_view typed) {
  std::string letters;
  for (const char character : typed) {
    if (character == '-' || character == ' ') continue;
    const char letter = read_letter(character);
    if (kLetters.find(letter) == std::string_view::npos) return std::nullopt;
    letters += letter;
  }
  if (letters.size() != kShortLetters && letters.size() != kLongLetters) return std::nullopt;
  return sha256_hex(letters);
}

}  // namespace rr
