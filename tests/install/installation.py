"""An installed palpate, and what a stranger builds on it outside of the tree.

    installation.py install BUILD PREFIX       installs, checks what is there, and makes a small index with it
    installation.py links BUILD PREFIX         every relative link of the manuals leads to a file, here and installed
    installation.py exports BUILD              what the shared library shows is what exports.txt lists
    installation.py headers BUILD PREFIX       each public header alone, their examples, and nothing of others in them
    installation.py cmake|cmake-static|pkg-config|pkg-config-static|python|php BUILD PREFIX
                                               builds the examples of docs/ so, and asks the index

Exits 77 when what a case needs is not on this machine.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
EXAMPLES = TREE / "docs" / "examples"
QUESTION = "frozen shoulder stages"
SKIPPED = 77


def run(*command, env=None, expect=0, cwd=None):
    """Standard output of a command that must end with `expect`."""
    done = subprocess.run([str(part) for part in command], env={**os.environ, **(env or {})},
                          cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != expect:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}, not {expect}\n"
                 f"{done.stdout}{done.stderr}")
    return done.stdout


def need(program, why):
    if shutil.which(program) is None:
        print(f"skipped: no {program}, {why}")
        sys.exit(SKIPPED)


def check(holds, message):
    if not holds:
        sys.exit(message)


def library_folder(prefix):
    (config,) = prefix.glob("lib*/**/cmake/palpate/palpateConfig.cmake")
    return config.parents[2]


def outside(prefix):
    """Where programs find the library that is installed, and pkg-config its file."""
    libraries = library_folder(prefix)
    return {"LD_LIBRARY_PATH": str(libraries), "PKG_CONFIG_PATH": str(libraries / "pkgconfig")}


def install(build, prefix):
    shutil.rmtree(prefix, ignore_errors=True)
    run("cmake", "--install", build, "--prefix", prefix)
    there = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if not path.is_dir()}
    libraries = library_folder(prefix).relative_to(prefix)
    version = re.search(r"project\(palpate VERSION ([\d.]+)",
                        (TREE / "CMakeLists.txt").read_text()).group(1)
    expected = {f"bin/{name}" for name in ("palpate-index", "palpate-query", "palpate-serve")
                if name != "palpate-serve" or (build / name).exists()}
    expected |= {f"include/palpate/{header.name}" for room in ("indexer", "query")
                 for header in (TREE / room / "include" / "palpate").glob("*.h")}
    expected |= {f"{libraries}/{name}" for name in (
        "libpalpate.a", "libpalpate.so", f"libpalpate.so.{version.rpartition('.')[0]}",
        f"libpalpate.so.{version}", "pkgconfig/palpate.pc", "pkgconfig/palpate-static.pc",
        "cmake/palpate/palpateConfig.cmake", "cmake/palpate/palpateConfigVersion.cmake")}
    expected |= {f"share/doc/palpate/{path.relative_to(TREE)}" for path in (TREE / "docs").rglob("*")
                 if path.is_file()}
    if (build / "palpate-serve").exists():
        expected |= {f"lib/systemd/system/palpate-serve.{kind}" for kind in ("service", "socket")}
    others = {name for name in there - expected
              if not re.search(r"cmake/palpate/palpate(Static)?Targets(-\w+)?\.cmake$", name)
              and not name.startswith("share/")}
    check(expected <= there, f"not installed: {sorted(expected - there)}")
    check(not others, f"installed, but not known to this test: {sorted(others)}")
    check(version in run(prefix / "bin" / "palpate-query", "--version"), "another version")
    run(prefix / "bin" / "palpate-index", "--quiet", "--db", prefix / "index.db",
        TREE / "tests" / "fixtures" / "articles")


def dead_links(folder):
    """Links between files that lead nowhere, and links to headings that a file does not have."""
    for page in sorted(folder.rglob("*.md")):
        if any(part in ("build", "node_modules", "fixtures") or part.startswith(".")
               for part in page.relative_to(folder).parts):
            continue
        text = re.sub(r"^```.*?^```", "", page.read_text(), flags=re.MULTILINE | re.DOTALL)
        for link in re.findall(r"\]\(([^()\s]+)\)|(?:src|href)=\"([^\"]+)\"", text):
            target, _, heading = (link[0] or link[1]).partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            file = page.parent / target if target else page
            if not file.exists():
                yield f"{page.relative_to(folder)}: {target}"
            elif heading and file.suffix == ".md" and heading not in headings(file):
                yield f"{page.relative_to(folder)}: {target}#{heading}"


def headings(page):
    for title in re.findall(r"^#+ +(.+)$", page.read_text(), re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")


def links(_, prefix):
    for folder in (TREE, prefix / "share" / "doc" / "palpate"):
        check(list(folder.rglob("*.md")), f"no manuals in {folder}")
        dead = list(dead_links(folder))
        check(not dead, f"dead links in {folder}:\n  " + "\n  ".join(dead))
    unit = prefix / "lib" / "systemd" / "system" / "palpate-serve.service"
    if unit.exists():
        program = re.search(r"^ExecStart=(\S+)", unit.read_text(), re.MULTILINE).group(1)
        check(Path(program).exists(), f"{unit} starts {program}, which is not there")


def exports(build):
    shown = set()
    for line in run("nm", "-DC", "--defined-only", build / "libpalpate.so").splitlines():
        symbol = line.split(maxsplit=2)[-1]
        if not re.fullmatch(r"PALPATE_\S+", symbol):
            shown.add(symbol.replace("std::__cxx11::basic_string<char, std::char_traits<char>, "
                                     "std::allocator<char> >", "std::string"))
    listed = set((Path(__file__).parent / "exports.txt").read_text().splitlines())
    check(shown == listed, "shown, but not listed in exports.txt:\n  " +
          "\n  ".join(sorted(shown - listed)) + "\nlisted, but not shown:\n  " +
          "\n  ".join(sorted(listed - shown)))


def examples_of(header):
    """The lines of code in a header's comments: those indented by three blanks behind the slashes."""
    lines = re.findall(r"^ *//   (\S.*)$", header.read_text(), re.MULTILINE)
    return [line.strip() for line in lines]


def headers(_, prefix):
    folder = prefix / "include" / "palpate"
    compiled = (Path(__file__).parent / "header_examples.cc").read_text()
    shown = {line.strip() for line in compiled.splitlines()}
    with tempfile.TemporaryDirectory() as scratch:
        for header in sorted(folder.glob("*.h")):
            text = header.read_text()
            strange = re.findall(r"#include [<\"](xapian|unicode|nlohmann|gumbo|simdjson|yaml)", text)
            check(not strange, f"{header.name} includes {strange}")
            alone = Path(scratch) / "alone.cc"
            alone.write_text(f"#include <palpate/{header.name}>\n#include <palpate/{header.name}>\n")
            run("c++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                f"-I{prefix / 'include'}", alone)
            missing = [line for line in examples_of(header) if line not in shown]
            check(not missing, f"header_examples.cc lacks what {header.name} shows: {missing}")
        run("c++", "-std=c++20", "-Wall", "-fsyntax-only",
            f"-I{prefix / 'include'}", Path(__file__).parent / "header_examples.cc")


def ask(programs, prefix, env):
    """Indexes with the examples, and asks what they indexed."""
    with tempfile.TemporaryDirectory() as scratch:
        for language in ("cc", "c"):
            database = Path(scratch) / language
            told = run(programs / f"index_{language}", database,
                       TREE / "tests" / "fixtures" / "articles", env=env)
            check("documents" in told, told)
            answer = run(programs / f"ask_{language}", database, QUESTION, env=env)
            check_answer(answer, json_expected=language == "c")
        run(programs / "ask_c", Path(scratch) / "nowhere", QUESTION, env=env, expect=2)
    check_answer(run(programs / "ask_cc", prefix / "index.db", QUESTION, env=env))


def check_answer(answer, json_expected=False):
    if json_expected:
        (hit, *_) = json.loads(answer)["hits"]
        answer = hit["passage"]["text"]
    check("stage" in answer, f"this does not answer: {answer}")


def cmake(_, prefix, static="OFF"):
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(EXAMPLES, Path(scratch) / "examples")
        built = Path(scratch) / "built"
        run("cmake", "-S", Path(scratch) / "examples", "-B", built, f"-DCMAKE_PREFIX_PATH={prefix}",
            f"-DSTATIC={static}", "-DCMAKE_BUILD_TYPE=Release")
        run("cmake", "--build", built)
        ask(built, prefix, {})
        check_links(built / "ask_cc", static == "ON", outside(prefix))


def check_links(program, static, env):
    linked = "libpalpate.so" in run("ldd", program, env=env)
    check(linked != static, f"{program} is linked the other way")


def pkg_config(_, prefix, package="palpate"):
    env = outside(prefix)
    flags = run("pkg-config", "--cflags", "--libs", package, env=env).split()
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("ask", "index"):
            run("c++", "-std=c++20", EXAMPLES / f"{name}.cc", *flags, "-o", Path(scratch) / f"{name}_cc")
            run("cc", "-std=c11", EXAMPLES / f"{name}.c", *flags, "-o", Path(scratch) / f"{name}_c")
        ask(Path(scratch), prefix, env)
        check_links(Path(scratch) / "ask_c", package != "palpate", env)


def script(prefix, *command):
    (library,) = library_folder(prefix).glob("libpalpate.so")
    env = {"PALPATE_LIBRARY": str(library)}
    check_answer(run(*command, prefix / "index.db", QUESTION, env=env))
    failed = subprocess.run([str(part) for part in (*command, prefix / "nowhere", QUESTION)],
                            env={**os.environ, **env}, capture_output=True, text=True, check=False)
    check(failed.returncode in (1, 2) and "there is no index" in failed.stderr,
          f"no plain error: {failed.stderr}")


def php(_, prefix):
    need("php", "whose example this is")
    if "FFI" not in run("php", "-m"):
        print("skipped: PHP has no FFI here")
        sys.exit(SKIPPED)
    script(prefix, "php", "-d", "ffi.enable=1", EXAMPLES / "ask.php")


def python(_, prefix):
    script(prefix, sys.executable, "-B", EXAMPLES / "ask.py")


CASES = {
    "install": install,
    "links": links,
    "headers": headers,
    "cmake": cmake,
    "cmake-static": lambda build, prefix: cmake(build, prefix, "ON"),
    "pkg-config": pkg_config,
    "pkg-config-static": lambda build, prefix: pkg_config(build, prefix, "palpate-static"),
    "python": python,
    "php": php,
}

if __name__ == "__main__":
    if sys.argv[1] == "exports":
        exports(Path(sys.argv[2]))
    else:
        CASES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
