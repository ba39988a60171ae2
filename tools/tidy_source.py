"""A source file as tools/tidy sees it: its lines, and the same lines without comments and texts."""
import pathlib
import re

CPP = {'.cpp', '.h', '.inc'}
SCRIPT = {'.js', '.mjs'}
OTHER = {'.py', '.sql', '.css', '.html', '.cmake', '.yaml', '.md', ''}
SUFFIXES = CPP | SCRIPT | OTHER

RAW_TEXT = re.compile(r'R"([^()\\ ]{0,16})\((.*?)\)\1"', re.S)
TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<text>"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)", re.S)
# A brace opened by one of these is no function's.
NO_FUNCTION = re.compile(
    r'\b(namespace|class|struct|enum|union|extern|if|for|while|switch|catch|do|else|try)\b')
FUNCTION_HEAD = re.compile(
    r'(\)\s*(const|noexcept|override|final|mutable|&&?|->\s*[\w:<>,*& ]+)*|=>)\s*$')
INITIALISERS = re.compile(r'\)\s*:\s*\w+[({]')


def blank(match):
    return re.sub(r'[^\n]', ' ', match.group(0))


class Source:
    """`code`: comments and texts blanked. `text_lines`: only comments blanked."""

    def __init__(self, path, text):
        self.path = path
        self.room = '/'.join(path.split('/')[:2])
        self.top = path.split('/')[0]
        self.suffix = pathlib.PurePath(path).suffix
        self.text = text
        self.lines = text.split('\n')
        self.is_cpp = self.suffix in CPP
        self.is_script = self.suffix in SCRIPT
        self.code = self.comments = self.text_lines = self.lines
        if self.is_cpp or self.is_script:
            self.split_code()

    def split_code(self):
        comments = [''] * len(self.lines)

        def without_comment(match):
            if not match.group('comment'):
                return match.group(0)
            first = self.text.count('\n', 0, match.start())
            for offset, part in enumerate(match.group('comment').split('\n')):
                comments[first + offset] += part
            return blank(match)

        plain = RAW_TEXT.sub(blank, self.text) if self.is_cpp else self.text
        self.text_lines = TOKEN.sub(without_comment, plain).split('\n')
        self.code = TOKEN.sub(blank, plain).split('\n')
        self.comments = comments

    def functions(self):
        """(first line, number of lines) of every outermost function body."""
        code = '\n'.join(self.code)
        open_braces, head_start, line = [], 0, 1
        for place, letter in enumerate(code):
            if letter == '\n':
                line += 1
            elif letter in ';':
                head_start = place + 1
            elif letter == '{':
                head = code[head_start:place]
                inside = any(first for first in open_braces)
                is_function = (FUNCTION_HEAD.search(head) or INITIALISERS.search(head)) \
                    and not NO_FUNCTION.search(head.split('(')[0])
                open_braces.append(line if is_function and not inside else 0)
                head_start = place + 1
            elif letter == '}' and open_braces:
                first = open_braces.pop()
                if first:
                    yield first, line - first + 1
                head_start = place + 1
