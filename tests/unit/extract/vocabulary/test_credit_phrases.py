"""Credits in captions."""

import pytest

from newscrawl.extract.vocabulary.phrases import all_phrases


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The mill at dusk. Photograph by Jane Doe", "Photograph by Jane Doe"),
        ("The mill at dusk. (AP Photo/Jane Doe)", "AP Photo/Jane Doe)"),
        ("The mill at dusk. Jane Doe/Getty Images", "Jane Doe/Getty Images"),
        ("Wiatrak przed remontem. fot. Anna Nowak", "fot. Anna Nowak"),
        ("La rueda nueva. Fotografía: EFE", "Fotografía: EFE"),
        ("Ο μύλος το βράδυ. Φωτ.: ΑΠΕ", "Φωτ.: ΑΠΕ"),
        ("水車小屋。撮影・佐藤花子", "撮影・佐藤花子"),
        ("水車小屋（佐藤花子撮影）", "佐藤花子撮影）"),
        ("물레방아 모습. /사진=김민지 기자", "/사진=김민지 기자"),
        ("整修後的水車。圖／陳立新攝", "圖／陳立新攝"),
        ("The old photograph by the door shows the first miller's wife and her dog.", ""),
        ("The courtesy of the miller was known far and wide, his daughter says.", ""),
    ],
)
def test_a_caption_s_credit_without_a_colon(caption: str, credit: str) -> None:
    start = all_phrases().credits.credit_start(caption)
    assert (caption[start:] if start >= 0 else "") == credit
