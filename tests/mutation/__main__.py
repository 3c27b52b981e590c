"""Mutation tests, on demand: `make mutants`, or `python -m tests.mutation numbers/identity`.

Each mutant of the modules below runs the module's own tests in a process forked off one that has
everything else loaded. A mutant that no test notices is printed: it wants a row in a test, or,
where it changes nothing, a line in `equivalent.tsv` that says why.

mutmut changes no regular expressions, which are our grammar, and cosmic-ray starts a process anew
for each mutant; either would bring a dozen packages along.
"""

import argparse
import gc
import importlib
import os
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_loader
from pathlib import Path
from random import Random
from types import CodeType, ModuleType

import pytest
from hypothesis import settings

from tests.mutation.mutations import Mutant, mutants
from tests.mutation.swapping import swap

ROOT = Path(__file__).parent.parent.parent
EQUIVALENT = Path(__file__).with_name("equivalent.tsv")

WRONG_FILES = "records::test_a_wrong_file_earns_exactly_these_messages"
TESTS: dict[str, tuple[str, ...]] = {
    "numbers": ("document_number", "identity", "citations"),
    "numbers/bodies_in_words": (),
    "numbers/identity": ("identity",),
    "names": ("mentions",),
    "pages/markdown": ("markdown",),
    "pages/rich_text": ("rich_text",),
    "pages/plain_text": ("plain_text",),
    "reading": (WRONG_FILES,),
    "reading/wrong_encodings": (WRONG_FILES, "foreign_encodings", "source_text"),
    "reading/tree_builder": (WRONG_FILES, "yaml_tree", "yaml_slips"),
    "reading/unknown_names": (WRONG_FILES, "schema"),
    "records": (WRONG_FILES,),
    "records/register_drafts": ("registers",),
    "records/register_shapes": (WRONG_FILES, "record_schemas"),
}
"""Which tests answer for a folder or a module; a module's own test comes first anyway."""

MODULES = (
    "numbers/*", "names/*", "pages/markdown", "pages/rich_text", "pages/plain_text", "reading/*",
    "records/marking", "records/files", "records/register_*", "records/anchors",
)  # fmt: skip

LOADED_ONCE = ("hypothesis", "jinja2", "markdown", "playwright.sync_api", "yaml")
MEMORY = 3 << 30
OPTIONS = ("-x", "-s", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:terminal")
NOT_SWAPPED = 77


@dataclass(frozen=True, slots=True)
class Module:
    path: Path
    name: str
    tests: tuple[str, ...]

    @property
    def import_name(self) -> str:
        return f"generator.{self.name.replace('/', '.')}"


def modules(wanted: Iterable[str]) -> list[Module]:
    """The modules that such patterns name, each with its tests."""
    found = []
    for pattern in wanted:
        for path in sorted((ROOT / "generator").glob(f"{pattern}.py")):
            name = path.relative_to(ROOT / "generator").with_suffix("").as_posix()
            if path.stem == "__init__":
                continue
            folder = name.partition("/")[0]
            tests = [path.stem, *TESTS.get(name, TESTS.get(folder, ()))]
            names = dict.fromkeys(f"tests/test_{test}" for test in tests)
            files = [re.sub("(::|$)", r".py\1", test, count=1) for test in names]
            found.append(
                Module(path, name, tuple(f for f in files if (ROOT / f.split("::")[0]).is_file()))
            )
    return found


class _FewExamples:
    """Fewer examples of each property, the same ones every time."""

    def pytest_configure(self) -> None:
        settings.register_profile(
            "mutants", max_examples=20, derandomize=True, database=None, deadline=None
        )
        settings.load_profile("mutants")


class _Finder(MetaPathFinder):
    """Has other code for one module."""

    def __init__(self, module: Module, code: CodeType) -> None:
        self.module = module
        self.code = code

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self.module.import_name:
            return None
        return spec_from_loader(fullname, _Loader(fullname, str(self.module.path), self.code))


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, code: CodeType) -> None:
        super().__init__(fullname, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        return self.code


class _Loop:
    """Collects the tests once, then runs them for each mutant in a forked process."""

    def __init__(self, module: Module, chosen: list[Mutant], jobs: int) -> None:
        self.module = module
        self.chosen = chosen
        self.jobs = jobs
        self.alive: list[Mutant] = []
        self.not_swapped: list[Mutant] = []
        self.seconds = 600.0

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        assert not session.testsfailed
        gc.freeze()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        _, status = os.waitpid(_fork(lambda: _run(session), self.seconds), 0)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if status:
            raise SystemExit(f"{self.module.name}: its tests fail before anything is changed")
        self.seconds = 3 * (after.ru_utime - before.ru_utime) + 5
        live = sys.modules[self.module.import_name]
        outcomes = _in_turn(
            self.chosen,
            lambda mutant: _run(session) if swap(mutant, live) else NOT_SWAPPED,
            self.seconds,
            self.jobs,
        )
        self.alive = [mutant for mutant in self.chosen if outcomes[mutant.name] == 0]
        self.not_swapped = [m for m in self.chosen if outcomes[m.name] == NOT_SWAPPED]
        return True


def _run(session: pytest.Session) -> int:
    """The collected tests until the first that fails."""
    for item, following in zip(session.items, [*session.items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def _run_anew(module: Module, mutant: Mutant) -> int:
    """All of the project imported again, with the mutant in its module's place."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("generator", "tests")]:
        if not name.startswith("tests.mutation"):
            del sys.modules[name]
    sys.dont_write_bytecode = True
    sys.meta_path.insert(0, _Finder(module, mutant.code))
    return int(pytest.main([*OPTIONS, *module.tests], plugins=[_FewExamples()]))


def _fork(work: Callable[[], int], seconds: float) -> int:
    """The id of a silent, bounded process that does the work and exits with what it returns."""
    child = os.fork()
    if child:
        return child
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        signal.alarm(4 * int(seconds) + 4)  # one that waits for a pipe uses no CPU
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        status = work()
    except BaseException:
        status = 1
    os._exit(status)


def _in_turn(
    chosen: list[Mutant], work: Callable[[Mutant], int], seconds: float, jobs: int
) -> dict[str, int]:
    """How the work on each mutant ended, a few at a time; killed processes count as 1."""
    waiting = list(reversed(chosen))
    running: dict[int, Mutant] = {}
    outcomes: dict[str, int] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            running[_fork(partial(work, mutant), seconds)] = mutant
        child, status = os.wait()
        ended = os.waitstatus_to_exitcode(status)
        outcomes[running.pop(child).name] = ended if ended >= 0 else 1
    return outcomes


def survivors(module: Module, chosen: list[Mutant], jobs: int) -> list[Mutant]:
    """Those mutants that no test noticed."""
    loop = _Loop(module, chosen, jobs)
    pytest.main([*OPTIONS, *module.tests], plugins=[_FewExamples(), loop])
    rest = loop.not_swapped
    outcomes = _in_turn(rest, partial(_run_anew, module), loop.seconds + 10, jobs)
    alive = [*loop.alive, *(mutant for mutant in rest if outcomes[mutant.name] == 0)]
    return sorted(alive, key=lambda mutant: mutant.line)


def known() -> dict[str, str]:
    """Mutants that change nothing a test could see, and why."""
    lines = EQUIVALENT.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=MODULES, help="such as names/audience")
    parser.add_argument("--share", type=float, default=1.0, help="of all mutants, by the seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    os.chdir(ROOT)
    os.environ["CI"] = "1"
    for name in LOADED_ONCE:
        importlib.import_module(name)
    equivalent = known()
    counts: Counter[str] = Counter()
    for module in modules(given.modules):
        source = module.path.read_text("utf-8")
        every = list(mutants(source, module.name, str(module.path)))
        random = Random(f"{given.seed} {module.name}")
        chosen = [mutant for mutant in every if random.random() < given.share]
        begun = time.monotonic()
        alive = survivors(module, chosen, given.jobs)
        new = [mutant for mutant in alive if mutant.name not in equivalent]
        counts += Counter(mutants=len(chosen), alive=len(alive), new=len(new))
        print(
            f"{module.name}: {len(chosen)} of {len(every)} mutants, {len(alive) - len(new)} known,"
            f" {len(new)} survived, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        for mutant in new:
            print(f"  {module.path.relative_to(ROOT)}:{mutant.line}: {mutant.name}", flush=True)
    print(f"{counts['mutants']} mutants, {counts['new']} survivors to look at")
    return int(counts["new"] > 0)


if __name__ == "__main__":
    sys.exit(main())
