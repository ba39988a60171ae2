#!/usr/bin/python3
"""Every rule of tools/tidy bites: a file that breaks it is named, its clean twin is not."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TIDY = pathlib.Path(__file__).resolve().parent.parent.parent / 'tools/tidy'
sys.path.insert(0, str(TIDY.parent))
sys.dont_write_bytecode = True
from tidy_rules import RULES  # noqa: E402

LONG_BODY = 'void f() {\n' + '  g();\n' * 70 + '}\n'
GOOD_BODY = 'void f() {\n' + '  g();\n' * 68 + '}\n'
# Rule, path, breaking text, the line it is told at, a text that keeps the rule.
CASES = [
    ('length', 'server/http/a.cpp', 'int a;\n' * 401, 401, 'int a;\n' * 400),
    ('length', 'shared/base/a.h', f'int {"a" * 97};\n', 1, f'int {"a" * 95};\n'),
    ('length', 'web/a.js', 'let a;', 1, 'let a;\n'),
    ('function', 'server/http/a.cpp', LONG_BODY, 1, GOOD_BODY),
    ('function', 'server/http/a.cpp', 'A::A(int b)\n    : b_(b) {\n' + 'g();\n' * 70 + '}\n', 2,
     'namespace rr {\n' + 'int a;\n' * 80 + '}\n'),
    ('function', 'tests/unit/a_test.cpp', 'TEST_CASE("(x") {\n' + 'g();\n' * 70 + '}\n', 1,
     'struct A {\n' + 'int a;\n' * 80 + '};\n'),
    ('space', 'client/ui/a.h', 'int a; \n', 1, 'int a;\n'),
    ('space', 'client/ui/a.h', 'int\ta;\n', 1, 'int a;\n'),
    ('name', 'shared/base/JsonReader.h', 'int a;\n', 1, None),
    ('include', 'shared/base/a.h', '\n#include "server/http/b.h"\n', 2,
     '#include "shared/base/b.h"\n'),
    ('include', 'shared/domain/a.h', '#include "shared/commands/b.h"\n', 1,
     '#include "shared/base/b.h"\n'),
    ('include', 'client/ui/a.h', '#include "client/screens/b.h"\n', 1,
     '#include "client/platform/b.h"\n'),
    ('include', 'client/app/a.h', '#include "server/auth/b.h"\n', 1,
     '#include "shared/sync/b.h"\n'),
    ('include', 'server/auth/a.h', '#include "client/app/b.h"\n', 1,
     '#include "shared/sync/b.h"\n'),
    ('include', 'server/auth/a.h', '#include "b.h"\n', 1, '#include <b.h>\n'),
    ('emscripten', 'client/ui/a.cpp', '#include <emscripten/em_js.h>\n', 1,
     '// not emscripten.h\n'),
    ('sql', 'server/auth/a.cpp', 'run("SELECT id FROM account");\n', 1,
     'say("Select one of the files");\n'),
    ('imgui', 'client/screens/a.cpp', 'void f() { ImGui::Button("a"); }\n', 1,
     'void f() { ui::button("ImGui::Button"); }\n'),
    ('shared', 'shared/domain/a.cpp', 'double a = 0;\n', 1, '// a double\n'),
    ('shared', 'shared/domain/a.cpp', 'std::unordered_map<int, int> a;\n', 1,
     'std::map<int, int> a;\n'),
    ('shared', 'shared/domain/a.cpp', 'auto a = std::hash<int>()(1);\n', 1, 'auto a = hash(1);\n'),
    ('shared', 'shared/domain/a.cpp', '#include <chrono>\n', 1, '#include <map>\n'),
    ('shared', 'shared/domain/a.cpp', 'std::mt19937 a;\n', 1, 'Random a;\n'),
    ('shared', 'shared/domain/a.cpp', 'std::mutex a;\n', 1, 'int mutex;\n'),
    ('shared', 'shared/domain/a.cpp', 'void f() { throw 1; }\n', 1, 'auto f = "throw";\n'),
    ('shared', 'shared/domain/a.cpp', '#include <iostream>\n', 1, '#include <string>\n'),
    ('shared', 'shared/domain/a.h', 'unsigned long a;\n', 1, 'std::int64_t a;\n'),
    ('portable', 'server/ops/a.cpp', '#include <format>\n', 1, '#include <string>\n'),
    ('comment', 'server/ops/a.cpp', '// TODO: later\n', 1, '// todo items are private\n'),
    ('comment', 'server/ops/a.cpp', '\n// store.remove(id);\n', 2,
     '// The store forgets it (see remove);\n'),
    ('comment', 'web/a.js', '// const a = 1;\n', 1, '// one = another\n'),
    ('sleep', 'tests/server/a_test.cpp', 'std::this_thread::sleep_for(1s);\n', 1,
     'condition.wait(lock);\n'),
    ('sleep', 'tests/e2e/a.test.mjs', 'await page.waitForTimeout(50);\n', 1,
     "await page.getByRole('button').waitFor();\n"),
    ('test', 'tests/unit/a_test.cpp', 'TEST_CASE("a" * doctest::skip()) {}\n', 1,
     'TEST_CASE("skip: a") {}\n'),
    ('test', 'tests/e2e/a.test.mjs', "test.skip('a', run);\n", 1, "test('a', run);\n"),
    ('test', 'tests/e2e/a.test.mjs', "await page.getByTestId('a').click();\n", 1,
     "await page.getByRole('a').click();\n"),
    ('way', 'tests/e2e/a.test.mjs', 'await page.mouse.move(1, 2);\n', 1,
     "await page.getByText('mouse.').click();\n"),
    ('way', 'tests/e2e/a.test.mjs', "await page.locator('#n52').click();\n", 1,
     "await field.and(page.locator(':focus')).waitFor();\n"),
    ('way', 'tests/e2e/a.test.mjs', "await page.click('button');\n", 1,
     "await page.keyboard.press('a');\n"),
    ('way', 'tests/e2e/a.test.mjs', 'await page.evaluate((a) => a.click());\n', 1,
     'await page.evaluate((a) => a.blur());\n'),
    ('way', 'tests/e2e/a.test.mjs', 'element.dispatchEvent(new Event("input"));\n', 1,
     'element.addEventListener("input", hear);\n'),
]


def tidy(path, text):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding='utf-8')
        return subprocess.run([str(TIDY), '--root', folder], capture_output=True, text=True)


class RulesBite(unittest.TestCase):
    def test_each_violation_is_told_with_its_place_and_fails(self):
        for rule, path, bad, line, _ in CASES:
            with self.subTest(rule=rule, bad=bad[:40]):
                answer = tidy(path, bad)
                self.assertIn(f'{path}:{line}: [{rule}] ', answer.stdout)
                self.assertEqual(answer.returncode, 1)

    def test_what_keeps_the_rules_passes(self):
        for rule, path, _, _, good in CASES:
            if good is not None:
                with self.subTest(rule=rule, good=good[:40]):
                    answer = tidy(path, good)
                    self.assertEqual(answer.stdout, '1 passed, 0 failed\n')
                    self.assertEqual(answer.returncode, 0)

    def test_every_rule_has_a_case(self):
        names = {rule.__name__.removeprefix('rule_') for rule in RULES}
        self.assertEqual(names, {case[0] for case in CASES})

    def test_nothing_to_judge_is_a_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            answer = subprocess.run([str(TIDY), '--root', folder], capture_output=True, text=True)
        self.assertEqual(answer.returncode, 1)


if __name__ == '__main__':
    result = unittest.main(exit=False, verbosity=0).result
    failed = len(result.failures) + len(result.errors)
    print(f'{result.testsRun - min(failed, result.testsRun)} passed, {failed} failed')
    sys.exit(1 if failed else 0)
