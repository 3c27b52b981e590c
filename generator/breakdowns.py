"""What stops a command, said to the clerk: what the disk refuses, slips of the program itself."""

import errno
import traceback
from pathlib import Path

from generator.kept_files import CACHE

REPORT = "loi-dung-trang.txt"
"""What the program's own slip looked like, among what builds keep."""

_REASONS = {
    errno.ENOSPC: ("đĩa đã đầy", "giải phóng chỗ trống rồi chạy lại"),
    errno.EDQUOT: ("đã dùng hết phần đĩa được cấp", "xóa bớt, hoặc xin thêm, rồi chạy lại"),
    errno.EFBIG: ("tệp lớn quá mức máy cho phép", "xem lại giới hạn cỡ tệp của tài khoản"),
    errno.EACCES: ("không có quyền", "xem lại chủ và quyền đọc, ghi của chỗ ấy"),
    errno.EPERM: ("không có quyền", "xem lại chủ và quyền đọc, ghi của chỗ ấy"),
    errno.EROFS: ("đĩa chỉ cho đọc", "gắn lại đĩa để ghi được, hoặc chọn thư mục ở đĩa khác"),
    errno.ENAMETOOLONG: ("tên quá dài", "chọn thư mục có đường dẫn ngắn hơn"),
    errno.ENOENT: ("không có tệp hay thư mục này", "xem lại đường dẫn, rồi chạy lại"),
    errno.ENOTDIR: ("một phần của đường dẫn là tệp, không phải thư mục", "xem lại đường dẫn"),
    errno.EEXIST: ("đã có thứ khác mang tên này", "đổi tên nó, hoặc chọn thư mục khác"),
    errno.EISDIR: ("là thư mục, không phải tệp", "đổi tên thư mục ấy"),
    errno.ENOTEMPTY: ("thư mục còn thứ khác trong đó", "chuyển thứ ấy đi chỗ khác"),
    errno.EBUSY: ("chương trình khác đang dùng", "đóng chương trình ấy rồi chạy lại"),
    errno.ELOOP: ("đường dẫn đi vòng quanh", "xem lại các liên kết trong đường dẫn"),
    errno.EIO: ("đĩa đọc, ghi bị lỗi", "kiểm tra đĩa"),
    errno.EMFILE: ("mở quá nhiều tệp một lúc", "xem lại giới hạn số tệp mở của tài khoản"),
    errno.ENFILE: ("mở quá nhiều tệp một lúc", "đợi một lát rồi chạy lại"),
    errno.EINVAL: ("hệ thống tệp không nhận tên hay thao tác này", "chọn thư mục ở đĩa khác"),
    errno.ENOTSUP: ("hệ thống tệp không làm được việc này", "chọn thư mục ở đĩa khác"),
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


def in_words(error: Exception, folder: Path, project: Path) -> str:
    """For whoever mends the program the rest is kept in a file of the `project`."""
    if isinstance(error, OSError) and error.strerror:
        return refused(error, folder)
    said = f"chương trình gặp lỗi không lường trước ({type(error).__name__})"
    report = project / CACHE / REPORT
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("".join(traceback.format_exception(error)), "utf-8")
    except OSError:
        return f"{said}: {error}"
    return f"{said}; gửi tệp {CACHE}/{REPORT} cho người phụ trách chương trình"


def refused(error: OSError, folder: Path) -> str:
    """`folder` is the one that is written into, which is meant where nothing else is named.

    Of a copy the system names the source first; what refuses is the target.
    """
    named = error.filename2 or error.filename
    place = Path(named if isinstance(named, str) else str(folder))
    if error.errno in _FULL and place.absolute().is_relative_to(folder.absolute()):
        place = folder
    elif error.errno in _FULL and named:
        place = place.parent
    number = error.errno or 0
    reason, way = _REASONS.get(
        number, (f"hệ điều hành báo lỗi số {number}", "xem lại chỗ trống và quyền ghi trên đĩa")
    )
    verb = "không đọc hay ghi được" if error.errno in (errno.EACCES, errno.EPERM) else ""
    return f"{verb or 'không ghi được'} «{place}»: {reason}; {way}"
