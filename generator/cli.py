"""The command `giaoban`: arguments -> exit code. 0 all is well, 1 something has to be mended."""

import argparse
import atexit
import gc
import io
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator import breakdowns
from generator.cli_words import Parser, day
from generator.day_given import WrongDay
from generator.generate import check, generate, read
from generator.mkdocs_messages import Unconfigured
from generator.numbers import cite
from generator.pages.plain_text import plain_text
from generator.problems import Problem, in_passing
from generator.progress import Progress
from generator.records import record_schemas
from generator.writer import HandWritten

GARBAGE = (50_000, 50, 1000)
"""Records, graph and pages hold hardly anything in circles: looking for such garbage as often as
Python does by itself takes a tenth of a build.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    gc.set_threshold(*GARBAGE)
    atexit.register(gc.freeze)  # or Python looks through the whole archive once more before it ends
    for stream in (sys.stdout, sys.stderr):
        # Windows writes to a file or a pipe in the machine's own encoding, which has no ế.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser().parse_args(arguments)
    command = {
        "check": _check,
        "pages": _pages,
        "build": _build,
        "serve": _serve,
        "text": _text,
        "cite": _cite,
        "schema": _schema,
        "publish": _publish,
    }[given.command]
    try:
        return command(given)
    except (HandWritten, Unconfigured, WrongDay) as told:
        print(told, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        print(breakdowns.in_words(error, Path(), Path().absolute()), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="giaoban", description="Từ bản ghi hội nghị giao ban đến trang web tra cứu."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words)

    check_ = add("check", "Đọc mọi bản ghi và danh sách, báo mọi chỗ cần sửa.")
    pages = add("pages", "Viết các trang Markdown vào thư mục docs/.")
    build = add("build", "Dựng trang web vào thư mục site/; trang cũ giữ nguyên nếu có lỗi.")
    serve = add("serve", "Xem thử trang web trên máy này; sửa bản ghi thì trang tự cập nhật.")
    text = add("text", "In lại một thông báo thành văn bản thuần.")
    cite_ = add("cite", "Tìm số, ký hiệu văn bản trong đoạn văn đưa vào.")
    publish_ = add("publish", "Công bố trang web: dựng riêng, kiểm tra, rồi thay bản đang dùng.")
    schema = add("schema", "Viết lại các tệp JSON Schema để trình soạn thảo gợi ý khi gõ.")
    for command in (check_, pages, text, schema):
        _folder(command, "--records", "records", "thư mục bản ghi")
    _folder(pages, "--docs", "docs", "thư mục trang Markdown")
    for command in (build, serve, publish_):
        _folder(command, "--config", "mkdocs.yml", "tệp cấu hình")
    _folder(build, "--site", "site", "thư mục trang web dựng ra")
    build.add_argument(
        "--plain", action="store_true", help="để MkDocs dựng lại mọi trang, không dùng bản lưu"
    )
    build.add_argument(
        "--offline",
        action="store_true",
        help="thêm một bản mở được từ ổ đĩa, USB, thư mục chung, và tệp .zip của nó",
    )
    build.add_argument("--timings", action="store_true", help="nói thời gian đã mất vào việc gì")
    for command in (pages, build, publish_):
        command.add_argument(
            "--public",
            action="store_true",
            help="bản công khai: bỏ tên, lý do người vắng, số điện thoại, số giấy tờ",
        )
    publish_.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi máy chủ web đọc")
    publish_.add_argument(
        "--back", action="store_true", help="trở lại bản công bố ngay trước bản đang dùng"
    )
    publish_.add_argument(
        "--reload",
        default="",
        metavar="LỆNH",
        help="lệnh cho máy chủ web đọc lại cấu hình, ví dụ 'nginx -s reload'",
    )
    pages.add_argument("--today", type=day, help="ngày lấy làm hôm nay, dạng 2021-12-02")
    serve.add_argument("--address", default="127.0.0.1:8000", help="địa chỉ và cổng để xem")
    text.add_argument("notice", help="thông báo nào, ví dụ 2021-12")
    text.add_argument("--printed", action="store_true", help="đúng như bản in, chưa hiệu đính")
    cite_.add_argument("--json", action="store_true", help="in đủ vị trí, ngày, cơ quan, dạng JSON")
    schema.add_argument("--check", action="store_true", help="chỉ xem các tệp có còn đúng không")
    return parser


def _folder(parser: argparse.ArgumentParser, name: str, default: str, words: str) -> None:
    parser.add_argument(
        name, type=Path, default=Path(default), help=f"{words} (mặc định: {default})"
    )


def _check(given: argparse.Namespace) -> int:
    known = check(given.records, given.records.parent / "docs")
    _tell(known.problems)
    errors = sum(not problem.warning for problem in known.problems)
    warnings = len(known.problems) - errors
    if known.graph and not errors:
        count = len(known.graph.archive.notices)
        print(f"{count} thông báo, không có lỗi, {warnings} chỗ nên xem lại.")
    else:
        print(f"{errors} lỗi phải sửa, {warnings} chỗ nên xem lại.", file=sys.stderr)
    return int(bool(errors))


def _tell(told: Iterable[Problem | str]) -> None:
    for line in told:
        print(line, file=sys.stderr)


def _pages(given: argparse.Namespace) -> int:
    generated = generate(given.records, given.docs, today=given.today, public=given.public)
    _tell(in_passing(generated.problems))
    if written := generated.written:
        print(
            f"Đã viết {written.changed} tệp vào {given.docs}/, xóa {written.deleted},"
            f" giữ nguyên {written.kept}."
        )
    return int(bool(generated.errors))


# MkDocs takes longer to load than a record to read, so what builds is loaded where it is asked for.


def _build(given: argparse.Namespace) -> int:
    from generator.publishing import build_site, offline

    progress = Progress(sys.stderr)
    failures = build_site.build(
        given.config, given.site, public=given.public, plain=given.plain, progress=progress
    )
    _tell(failures)
    if given.timings:
        print(progress.table(), file=sys.stderr)
    if failures:
        kept = " Trang cũ vẫn giữ nguyên." if given.site.exists() else ""
        print(f"Chưa dựng được trang web.{kept}", file=sys.stderr)
        return 1
    print(f"Đã dựng xong trang web ở {given.site}/.")
    beside = given.site.with_name(f"{given.site.name}-offline")
    if offline.is_internal(beside) and not given.offline and not offline.is_internal(given.site):
        offline.remove(beside)
        print(
            f"Đã xóa bản mở từ ổ đĩa cũ ở {beside}/ và tệp .zip của nó: đó là bản nội bộ, có tên"
            " người vắng. Cần bản công khai mở từ ổ đĩa thì thêm «--offline»."
        )
    if given.offline:
        print(
            f"Bản mở từ ổ đĩa: {beside}/index.html, nén trong {offline.copy(given.site, beside)}."
        )
    print("Xem thử: chạy «make serve» (hay «giaoban serve») rồi mở http://127.0.0.1:8000/.")
    return 0


def _serve(given: argparse.Namespace) -> int:
    from generator import preview

    return preview.serve(given.config, given.address)


def _text(given: argparse.Namespace) -> int:
    known = read(given.records)
    if known.graph is None:
        _tell(known.problems)
        return 1
    ids = {notice.id: notice for notice in known.graph.archive.notices}
    if given.notice not in ids:
        print(f"Không có thông báo «{given.notice}»; có: {', '.join(ids)}.", file=sys.stderr)
        return 1
    print(plain_text(ids[given.notice], printed=given.printed), end="")
    return 0


def _cite(given: argparse.Namespace) -> int:
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if given.json:
        print(json.dumps(cite.cite_json(text), ensure_ascii=False, indent=2))
    else:
        for line in cite.cite_lines(text):
            print(line)
    return 0


def _publish(given: argparse.Namespace) -> int:
    from generator.publishing import publish
    from generator.publishing.going_live import Order
    from generator.publishing.releases import NotPublished, Shelf

    order = Order(given.config, Shelf(given.folder), given.public, given.reload)

    def tell(line: str) -> None:
        print(line, file=sys.stderr)

    try:
        name = publish.back(order, tell) if given.back else publish.publish(order, tell)
    except NotPublished as reason:
        print(reason, file=sys.stderr)
        print("Chưa công bố được. Trang đang dùng vẫn giữ nguyên.", file=sys.stderr)
        return 1
    done = "Đã trở lại" if given.back else "Đã công bố"
    print(f"{done} bản {name} ở {order.shelf.root}/.")
    return 0


def _schema(given: argparse.Namespace) -> int:
    stale = record_schemas.stale(given.records / "schema")
    if given.check:
        for path in stale:
            print(f"{path}: chưa khớp với chương trình; chạy «giaoban schema»", file=sys.stderr)
        return int(bool(stale))
    record_schemas.write(given.records / "schema")
    print(f"Đã viết lại {len(stale)} tệp trong {given.records / 'schema'}/.")
    return 0
