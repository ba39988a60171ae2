// RC_PARAMS (rapidcheck's own variable) chooses other seeds and more cases; without it every run
// tries the same ones.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

int main(int argc, char** argv) {
  setenv("RC_PARAMS", "seed=20261123 max_success=500", 0);
  return doctest::Context(argc, argv).run();
}
