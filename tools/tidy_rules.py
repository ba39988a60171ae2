"""The rules of tools/tidy. Each yields (line, message); `judge` runs them all over one file."""
import re

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 70
MAX_COLUMNS = 100

# Which rooms a room may include, besides itself. Arrows point one way: client, server -> shared.
ALL_SHARED = ['shared/base', 'shared/domain', 'shared/store', 'shared/commands', 'shared/sync']
CLIENT = ['client/platform', 'client/text', 'client/ui', 'client/app', 'client/screens']
ROOMS = {
    'shared/base': [],
    # Rules read rows through the store's interface; the store itself knows only descriptions.
    'shared/domain': ['shared/base', 'shared/store/transaction.h', 'shared/store/reader.h'],
    'shared/store': ['shared/base', 'shared/domain'],
    'shared/commands': ['shared/base', 'shared/domain', 'shared/store'],
    'shared/sync': ALL_SHARED,
    'client/platform': ['shared/base'],
    'client/text': ['shared/base', 'client/platform'],
    'client/ui': ['shared/base', 'client/platform', 'client/text'],
    'client/gallery': ['shared/base', 'client/platform', 'client/text', 'client/ui'],
    'client/app': ALL_SHARED + CLIENT,
    'client/screens': ALL_SHARED + CLIENT,
    'client/main.cpp': ALL_SHARED + CLIENT,
}

# What would make the two targets differ, or make shared code depend on anything but arguments.
SHARED_BANS = [
    (r'\b(float|double)\b', 'floating point'),
    (r'\bstd::unordered_\w+|<unordered_\w+>', 'unordered iteration'),
    (r'\bstd::hash\b', 'std::hash'),
    (r'\bstd::chrono\b|<chrono>|<ctime>|\bclock_gettime\b', 'a clock'),
    (r'\bstd::\w*(mt19937|random_device|_distribution|shuffle)\b|<random>', 'randomness'),
    (r'\bstd::(thread|jthread|mutex|atomic|async)\b|<(thread|mutex|atomic|future)>', 'threads'),
    (r'\b(throw|try|catch)\b', 'exceptions'),
    (r'<(iostream|fstream|filesystem|cstdio|locale)>', 'input and output'),
    (r'\b(unsigned )?long\b', 'a type whose width depends on the target'),
]
SLEEPS = r'\b(sleep_for|sleep_until|usleep|nanosleep|waitForTimeout|setTimeout)\b'
SQL = r'"[^"]*\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA )'
SKIPS = r'\b(test|it|describe)\.(skip|only|todo)\b|\bdoctest::skip\b|\bskip: '
OLD_CODE = r'^(//|#)\s*(#include\b.*[>"]|(if|for|while) \(.*\) ?\{?|return\b.*;|[\w.:>-]+\(.*\);' \
           r'|[\w:<>*& ]+ = .*;|\}|\{)$'
# The few places that must break a rule: path, rule, what the line holds, and why.
EXEMPT = [
    ('tools/toolchain', 'length', 'for dsc in', 'its hash names every built toolchain'),
    ('shared/commands/define.h', 'shared', 'throw "no field', 'stops a consteval function'),
    ('tests/e2e/lib/at_rest.mjs', 'sleep', 'restMs', 'the behaviour is that nothing is drawn'),
    ('tests/bench/frame_figures.mjs', 'sleep', 'restMs', 'what five seconds of rest cost'),
    ('tests/e2e/page.test.mjs', 'sleep', 'setTimeout(resolve)', 'one turn of the event loop'),
]

# Browser tests do what people do, by roles and names. What is found so may be told by its state.
POINTER = r'\bmouse\.|\btouchscreen\.|\bInput\.dispatch\w+|\bdispatchEvent\(|\bposition: \{'
SELECTOR = r'\.locator\([\'"`](?!:focus|:checked|body|\[aria-)|\$\$?\([\'"`]' \
           r'|\bpage\.(click|fill|check|tap|press)\([\'"`]|\bevaluate\(.*\.click\('
# The browser tests whose subject is the pointer, or what a browser or another program sends.
POINTER_TESTS = {
    'tests/e2e/card_actions.test.mjs': 'cards are swiped',
    'tests/e2e/chores.test.mjs': 'steps are dragged by their grips',
    'tests/e2e/clipboard.test.mjs': 'text is selected by dragging over it',
    'tests/e2e/filled_in.test.mjs': 'a password manager sets values and sends events',
    'tests/e2e/gallery_charts.test.mjs': 'points of charts are read under the pointer',
    'tests/e2e/gallery_lists.test.mjs': 'rows are swiped',
    'tests/e2e/gallery_times.test.mjs': 'bookings are dragged',
    'tests/e2e/mirror.test.mjs': 'the mirror alone, without the product: numbers are all it has',
    'tests/e2e/on_the_device.test.mjs': 'the browser offers to install',
    'tests/e2e/page.test.mjs': 'text is selected by dragging over it',
    'tests/e2e/reduced_motion.test.mjs': 'pictures are counted: nothing may be hovered',
    'tests/e2e/scripts.test.mjs': 'pictures are compared: nothing may be hovered',
    'tests/e2e/text_input.test.mjs': 'what input methods and phone keyboards send',
    'tests/e2e/touch.test.mjs': 'fingers',
    'tests/e2e/lib/texts.mjs': 'the browser says that its language changed',
    'tests/e2e/lib/tour.mjs': 'pictures are taken: nothing may be hovered',
}


def matches(lines, pattern):
    finder = re.compile(pattern)
    return [(number, found.group(0)) for number, line in enumerate(lines, 1)
            for found in [finder.search(line)] if found]


def generated(source):
    return source.suffix == '.inc' or source.path.startswith('tests/e2e/snapshots/')


def rule_length(source):
    if source.lines and source.lines[-1] != '':
        yield len(source.lines), 'no line end at the end of the file'
    if len(source.lines) - 1 > MAX_FILE_LINES and not source.suffix == '.md':
        yield MAX_FILE_LINES + 1, f'{len(source.lines) - 1} lines, at most {MAX_FILE_LINES}'
    if source.suffix in ('.md', '.html') or generated(source):
        return
    for number, line in enumerate(source.lines, 1):
        if len(line) > MAX_COLUMNS:
            yield number, f'{len(line)} columns, at most {MAX_COLUMNS}'


def rule_function(source):
    if not source.is_cpp or generated(source):
        return
    for first, count in source.functions():
        if count > MAX_FUNCTION_LINES:
            yield first, f'function of {count} lines, at most {MAX_FUNCTION_LINES}'


def rule_space(source):
    for number, line in enumerate(source.lines, 1):
        if line != line.rstrip():
            yield number, 'white space at the end of the line'
        if '\t' in line:
            yield number, 'a tab'


def rule_name(source):
    name = source.path.split('/')[-1]
    if source.is_cpp and not re.fullmatch(r'[a-z0-9]+(_[a-z0-9]+)*\.(cpp|h|inc)', name):
        yield 1, 'file names are snake_case'


def rule_include(source):
    if not source.is_cpp or source.top not in ('client', 'server', 'shared'):
        return
    for number, line in enumerate(source.text_lines, 1):
        found = re.match(r'\s*#include "([^"]+)"', line)
        if not found:
            continue
        target = found.group(1)
        if '/' not in target:
            if not target.startswith('im'):
                yield number, f'{target}: include paths start at the root'
            continue
        allowed = ROOMS.get(source.room, ['shared/', 'server/'] if source.top == 'server' else [])
        if not target.startswith(source.room.removesuffix('.cpp') + '/') \
                and not any(target.startswith(room) for room in allowed):
            yield number, f'{source.room} may not include {target}'


def rule_emscripten(source):
    if source.is_cpp and source.room != 'client/platform':
        for number, what in matches(source.code, r'#\s*include\s*<emscripten[^>]*>'):
            yield number, f'{what}: only client/platform knows the browser'


def rule_sql(source):
    if source.is_cpp and source.top in ('client', 'server', 'shared') \
            and source.room != 'server/store':
        for number, what in matches(source.text_lines, SQL):
            yield number, f'SQL outside server/store: {what[:40]}'


def rule_imgui(source):
    if source.is_cpp and source.top == 'client' and source.room != 'client/ui':
        for number, what in matches(source.code, r'\bImGui::\w+|\bImDrawList\b'):
            if source.room == 'client/platform' and 'Widget' not in what:
                continue  # hands input and draw data over
            yield number, f'{what}: raw widgets only in client/ui'


def rule_shared(source):
    if not source.is_cpp or source.top != 'shared':
        return
    for pattern, what in SHARED_BANS:
        for number, found in matches(source.code, pattern):
            yield number, f'{found}: no {what} in shared'


def rule_portable(source):
    if source.is_cpp:
        for number, what in matches(source.code, r'\bstd::(format|expected)\b|<(format|expected)>'):
            yield number, f'{what}: g++ 12 does not have it'


def rule_comment(source):
    if not source.is_cpp and not source.is_script:
        return
    for number, comment in enumerate(source.comments, 1):
        if re.search(r'\b(TODO|FIXME|XXX|HACK)\b', comment):
            yield number, 'an open end: file an issue instead'
        if re.match(OLD_CODE, comment.strip()):
            yield number, 'commented-out code'


def rule_sleep(source):
    if source.top == 'tests' and (source.is_cpp or source.is_script):
        for number, what in matches(source.code, SLEEPS):
            yield number, f'{what}: wait for a condition'


def rule_test(source):
    if source.top == 'tests' and (source.is_cpp or source.is_script):
        for number, what in matches(source.code, SKIPS):
            yield number, f'{what}: every test runs'
    if source.path.startswith('tests/e2e/'):
        for number, _ in matches(source.text_lines, r'data-testid|getByTestId'):
            yield number, 'browser tests know roles and names only'


def rule_way(source):
    if not source.path.startswith('tests/e2e/') or source.path in POINTER_TESTS:
        return
    for number, what in matches(source.code, POINTER):
        yield number, f'{what}: only where the pointer itself is the subject'
    for number, what in matches(source.text_lines, SELECTOR):
        yield number, f'{what}: browser tests know roles and names only'


RULES = [rule_length, rule_function, rule_space, rule_name, rule_include, rule_emscripten, rule_sql,
         rule_imgui, rule_shared, rule_portable, rule_comment, rule_sleep, rule_test, rule_way]


def is_exempt(source, rule, line):
    return any(source.path == path and rule == exempt_rule and text in source.lines[line - 1]
               for path, exempt_rule, text, _ in EXEMPT)


def judge(source):
    """Yields (rule, line, message) for every violation in the file."""
    for rule in RULES:
        name = rule.__name__.removeprefix('rule_')
        for line, message in rule(source):
            if not is_exempt(source, name, line):
                yield name, line, message
