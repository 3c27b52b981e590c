"""Old encodings are recognised, and right text in any language that a notice quotes is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.foreign_encodings import (
    CP1258,
    MISREAD,
    MISREAD_OTHERWISE,
    TCVN3,
    VNI,
    foreign_encoding,
)

ONSETS = [*"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(), ""]
RHYMES = (
    "a á ài ảo ãu ạy ác án àng anh ắc ằn ẳng ẵm ặp âu ấy ần ẩm ẫn ật e éo ẻ ẽ ẹn ê ếch ềnh ểu ễn ệt"
    " i í ìa ỉnh ĩ ịch iếc iền iểu iễn iệm o ó òi ỏng õ ọc oá oà oã oạ oả óa òa oái oăn oắt oé oè"
    " ô ốc ồng ổi ỗ ộ ơ ớt ờ ởi ỡ ợ u ú ùa ủi ũng ục uá uà uâ uấn uê uế uý uỷ úy ủy uya uốc uồn uổi"
    " ư ứ ừ ửa ữ ực ươ ướ ườ ưởi ưỡ ượ y ý ỳ ỷ ỹ ỵ yê yế yề yể yễ yệ"
).split()
SYLLABLES = st.builds(str.__add__, st.sampled_from(ONSETS), st.sampled_from(RHYMES)).flatmap(
    lambda word: st.sampled_from([word, word.capitalize(), word.upper()])
)
WRAPPED = st.sampled_from("{} “{}” «{}» ‘{}’ ({}) {}, {}; {}. {}… {}¹ {}² {}³ {}–{} {}/{}".split())


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("C«ng v¨n sè 1249/PGD§T", TCVN3),
        ("title: Th«ng b¸o kÕt luËn Héi nghÞ giao ban", TCVN3),
        ("§¸nh gi¸ chung", TCVN3),
        ("- ChØ ®¹o c¸c tr\u00adêng", TCVN3),
        ("Phßng Gi¸o dôc vµ §µo t¹o", TCVN3),
        ("Coâng vaên", VNI),
        ("title: Coâng", VNI),
        ("- Chæ ñaïo caùc tröôøng thöïc hieän", VNI),
        ("Nôi nhaän:", VNI),
        ("PHOØNG GIAÙO DUÏC VAØ ÑAØO TAÏO", VNI),
        ("Tr\u00adêng", TCVN3),
        ("Phßng", TCVN3),
        ("Ph├▓ng Gi├ío dß╗Ñc", MISREAD_OTHERWISE),
        ("PhГІng GiГЎo dб»Ґc", MISREAD_OTHERWISE),
        ("th√†nh phố d·ª•c", MISREAD_OTHERWISE),
        ("S∆∞ phạm ò", MISREAD_OTHERWISE),
        ("name: L∆∞u", MISREAD_OTHERWISE),
        ("PhoÌng Giáo duòc và Ðào taòo", CP1258),
        ("PhÃ²ng GiÃ¡o dá»¥c", MISREAD),
        ("title: ThÃ´ng bÃ¡o", MISREAD),
        ("CÃ´ng vÄƒn sá»‘ 1249", MISREAD),
        ("NgÃ\u00a0y 02", MISREAD),
        ("Ä\x91á»\x93ng chÃ\xad", MISREAD),
        ("â€œDáº¡y tá»‘tâ€\x9d", MISREAD),
    ],
)
def test_an_old_encoding_is_named(line: str, encoding: str) -> None:
    assert foreign_encoding(line) == encoding


@pytest.mark.parametrize(
    "line",
    [
        "Thông báo kết luận Hội nghị giao ban Hiệu trưởng",
        "UBND THỊ XÃ¹ và “THỊ XÃ”, «XÃ», ‘XÃ’, XÃ…, XÃ – XÃ—",
        "UBND THỊ XÃ\u00a0QUẢNG YÊN; ĐÃ\u00a0KÝ; ĐÃ\u00ad",
        "học kỳ I¹, trường², đ/c³, 30°C, m², ±5, ½ giờ, 3×4, N·m, §5, 10 µm",
        "©2021; Microsoft® Word®; Covid®; £5; 5€; ¥100",
        "«Dạy tốt»và «Học tốt», từ«Dạy»sang",
        "Phần trích mở ở dòng này «Dạy tốt",
        "hoà, toà án, khoá, thuỷ, tuý, quý, quả, già, oà, loá, xoã, HOÀ, TOÀ ÁN",
        "toaà nhà số 5",
        "Naïve, Noël, où, maïs, août, coûter, ambiguïté, Citroën, Israël, Caïn, cœur, façade, aîné",
        "Nous mangeâmes",
        "«Été» à l'œuvre, L'École française d'Extrême-Orient",
        "Straße, Größe, Universität, Fußball, schön, Österreich",
        "España, niño, ¿Qué?, ¡Hola!, Nº 5, 1ª, pingüino",
        "São Paulo, coração, João, avião",
        "Göteborg, Århus, smörgåsbord, Tromsø, Ærø, køb",
        "café, résumé, déjà-vu, jalapeño, über-cool, iPhone, eTwinning, GDTrH",
        "Ầ Ấ Ậ Ẩ Ẫ Ề Ế Ệ Ể Ễ Ồ Ố Ộ Ổ Ỗ Ờ Ớ Ợ Ở Ỡ Ă Ằ Ẳ Ẵ Ặ Đ Ư Ừ",
        "plain ASCII: C\\ng v~n",
    ],
)
def test_right_text_in_any_language_is_left_alone(line: str) -> None:
    assert foreign_encoding(line) is None


@given(st.lists(st.tuples(SYLLABLES, WRAPPED), max_size=12))
def test_no_vietnamese_sentence_is_suspected(words: list[tuple[str, str]]) -> None:
    assert foreign_encoding(" ".join(wrap.replace("{}", word) for word, wrap in words)) is None
