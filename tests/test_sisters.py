"""What a configuration says of sister sites: one spelling of each, every mistake told at once."""

import pytest

from generator.search.sisters import Sister, sister_sites

OWN = "https://giaoban.uongbi.example.vn/"
HA_LONG = {"name": "Phòng GD&ĐT Hạ Long", "address": "https://halong.example.vn/"}
CAM_PHA = {"name": "Phòng GD&ĐT Cẩm Phả", "address": "https://campha.example.vn/giao-ban/"}
EXAMPLE = "ví dụ https://giaoban.example.vn/"


def test_sisters_stand_as_they_are_named() -> None:
    sites, faults = sister_sites([CAM_PHA, HA_LONG], [HA_LONG["address"]], OWN)
    assert faults == ()
    assert sites.searched == (
        Sister("Phòng GD&ĐT Cẩm Phả", "https://campha.example.vn/giao-ban/"),
        Sister("Phòng GD&ĐT Hạ Long", "https://halong.example.vn/"),
    )
    assert [site.key for site in sites.searched] == ["phong-gddt-cam-pha", "phong-gddt-ha-long"]
    assert sites.searched[0].data == "https://campha.example.vn/giao-ban/tra-cuu/"
    assert sites.found_by == ("https://halong.example.vn",)


def test_nothing_said_means_no_sisters() -> None:
    for own in (OWN, ""):
        sites, faults = sister_sites(None, None, own)
        assert (sites.searched, sites.found_by, faults) == ((), (), ())


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://halong.example.vn", "https://halong.example.vn/"),
        (" HTTPS://HaLong.example.vn:443/ ", "https://halong.example.vn/"),
        ("https://halong.example.vn:8443/gb", "https://halong.example.vn:8443/gb/"),
        ("https://xn--h-long-4ua.example.vn/", "https://xn--h-long-4ua.example.vn/"),
        ("https://10.20.0.5/", "https://10.20.0.5/"),
    ],
)
def test_an_address_has_one_spelling(written: str, address: str) -> None:
    sites, faults = sister_sites([{"name": "Hạ Long", "address": written}], None, OWN)
    assert ([site.address for site in sites.searched], faults) == ([address], ())


def test_sites_of_one_name_in_different_folders_find_each_other() -> None:
    sites, faults = sister_sites(
        [{"name": "Hạ Long", "address": "https://so.example.vn/ha-long/"}],
        ["https://so.example.vn/ha-long/", "https://so.example.vn/cam-pha/"],
        "https://so.example.vn/uong-bi/",
    )
    assert faults == ()
    assert len(sites.searched) == 1
    assert sites.found_by == ("https://so.example.vn",)


def test_a_site_on_http_may_search_both_kinds() -> None:
    given = [
        {"name": "Một", "address": "http://a.vn/"},
        {"name": "Hai", "address": "https://b.vn/"},
    ]
    assert sister_sites(given, None, "http://c.vn/")[1] == ()
    assert sister_sites(given, None, "")[1] == ()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("halong", f"«halong» không phải là địa chỉ trang web, {EXAMPLE}"),
        ("halong.example.vn/", f"«halong.example.vn/» không phải là địa chỉ trang web, {EXAMPLE}"),
        ("ftp://a.vn/", f"«ftp://a.vn/» không phải là địa chỉ trang web, {EXAMPLE}"),
        ("javascript:x", f"«javascript:x» không phải là địa chỉ trang web, {EXAMPLE}"),
        ("https://a.vn:x/", f"«https://a.vn:x/» không phải là địa chỉ trang web, {EXAMPLE}"),
        ("https://[::1/", f"«https://[::1/» không phải là địa chỉ trang web, {EXAMPLE}"),
        ("https://a b.vn/", f"«https://a b.vn/» không phải là địa chỉ trang web, {EXAMPLE}"),
        ("https://*.a.vn/", f"«https://*.a.vn/» không phải là địa chỉ trang web, {EXAMPLE}"),
        (
            "https://hạlong.vn/",
            f"«https://hạlong.vn/» không phải là địa chỉ trang web, {EXAMPLE};"
            " tên miền có dấu thì ghi dạng xn--…",
        ),
        ("https://a.vn/?q=1", f"«https://a.vn/?q=1»: chỉ ghi đến trang chủ, {EXAMPLE}"),
        ("https://a.vn/#x", f"«https://a.vn/#x»: chỉ ghi đến trang chủ, {EXAMPLE}"),
        ("https://u:p@a.vn/", f"«https://u:p@a.vn/»: chỉ ghi đến trang chủ, {EXAMPLE}"),
        ("https://a.vn/a;b/", f"«https://a.vn/a;b/»: chỉ ghi đến trang chủ, {EXAMPLE}"),
        ("https://a.vn/../", f"«https://a.vn/../»: chỉ ghi đến trang chủ, {EXAMPLE}"),
        ("https://a.vn//b/", f"«https://a.vn//b/»: chỉ ghi đến trang chủ, {EXAMPLE}"),
        (
            "https://a.vn/tra-cuu/",
            f"«https://a.vn/tra-cuu/» là một trang bên trong; ghi trang chủ, {EXAMPLE}",
        ),
        (
            "https://a.vn/index.html",
            f"«https://a.vn/index.html» là một trang bên trong; ghi trang chủ, {EXAMPLE}",
        ),
        ("", f"thiếu địa chỉ trang chủ của trang ấy, {EXAMPLE}"),
        (None, f"thiếu địa chỉ trang chủ của trang ấy, {EXAMPLE}"),
        (8000, f"thiếu địa chỉ trang chủ của trang ấy, {EXAMPLE}"),
        (OWN, f"«{OWN}» là chính trang này (site_url); bỏ dòng này"),
        (OWN.rstrip("/").upper(), f"«{OWN}» là chính trang này (site_url); bỏ dòng này"),
        (
            "http://a.vn/",
            "«http://a.vn/»: trang này dùng https nên trình duyệt không cho đọc trang http;"
            " ghi địa chỉ https của trang ấy",
        ),
    ],
)
def test_a_wrong_address_is_told(written: object, message: str) -> None:
    sites, faults = sister_sites([{"name": "Hạ Long", "address": written}], None, OWN)
    assert (sites.searched, faults) == ((), (f"sisters[0].address: {message}",))


MISSING_NAME = "thiếu tên; ghi tên cơ quan có trang ấy, ví dụ Phòng GD&ĐT Hạ Long"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (None, MISSING_NAME),
        ("  ", MISSING_NAME),
        ("…", MISSING_NAME),
        (7, MISSING_NAME),
        ("Phòng GD&ĐT Hạ  long", "«Phòng GD&ĐT Hạ long» trùng tên một trang khác; ghi tên khác"),
        ("Trang này", "«Trang này» trùng tên một trang khác; ghi tên khác"),
        ("a" * 81, "tên dài 81 ký tự, nhiều nhất 80; rút gọn"),
    ],
)
def test_a_wrong_name_is_told(name: object, message: str) -> None:
    given = [HA_LONG, {"name": name, "address": "https://khac.example.vn/"}]
    sites, faults = sister_sites(given, None, OWN)
    assert (len(sites.searched), faults) == (1, (f"sisters[1].name: {message}",))


def test_every_mistake_is_told_at_once() -> None:
    _, faults = sister_sites(
        [HA_LONG, {"address": HA_LONG["address"], "url": "x"}, "https://campha.example.vn/"],
        ["*", OWN, HA_LONG["address"], HA_LONG["address"]],
        OWN,
    )
    assert faults == (
        "sisters[1]: không có mục «url»; chỉ có name, address; bỏ dòng ấy",
        f"sisters[1].name: {MISSING_NAME}",
        f"sisters[1].address: «{HA_LONG['address']}» đã có ở trên; bỏ một trong hai",
        "sisters[2]: phải ghi name và address, ví dụ"
        " {name: Phòng GD&ĐT Hạ Long, address: https://giaoban.example.vn/}",
        f"found_by[0]: «*» không phải là địa chỉ trang web, {EXAMPLE}",
        f"found_by[1]: «{OWN}» là chính trang này; bỏ dòng này",
        f"found_by[3]: «{HA_LONG['address']}» đã có ở trên; bỏ một trong hai",
    )


@pytest.mark.parametrize("given", ["https://a.vn/", {"name": "A"}, True, 1])
def test_a_list_is_asked_for(given: object) -> None:
    asked = "phải là một danh sách, mỗi trang một dòng bắt đầu bằng «-»"
    assert sister_sites(given, given, OWN)[1] == (f"sisters: {asked}", f"found_by: {asked}")


def test_a_list_without_end_is_not_read_to_the_end() -> None:
    many = [{"name": f"Phòng {n}", "address": f"https://a{n}.vn/"} for n in range(51)]
    assert sister_sites(many, None, OWN)[1] == ("sisters: có 51 trang, nhiều nhất 50; bỏ bớt",)
