"""The address of the mail server and of people."""

from __future__ import annotations

import pytest

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.surel import MAKS_PERCOBAAN, PeladenSurel, baca_smtp, jeda, surel_rapi


def test_the_setting_is_read_with_its_user_port_and_sender() -> None:
    assert baca_smtp("smtp://budi%40x:s%2Fandi@surat.kantor:587?from=kinerja@kantor.go.id") == PeladenSurel(
        "surat.kantor", 587, False, "kinerja@kantor.go.id", "budi@x", "s/andi"
    )
    assert baca_smtp("smtps://a@b.id:x@h".replace("a@b.id", "a%40b.id")).port == 465
    assert "x9" not in repr(baca_smtp("smtp://a%40b.id:x9@h"))


@pytest.mark.parametrize(
    "url", ["http://h", "smtp://", "smtp://h", "smtp://h?from=tanpa", "smtp://h:port?from=a@b"]
)
def test_what_cannot_send_is_refused(url: str) -> None:
    with pytest.raises(ValueError):
        baca_smtp(url)


@pytest.mark.parametrize("teks", ["a", "a@", "a@b c", "a@b\nBcc: c@d", "a@b,c@d", "<a@b>", "x" * 200 + "@b"])
def test_an_address_is_one_address(teks: str) -> None:
    with pytest.raises(MasukanSalah):
        surel_rapi(teks)


def test_waiting_grows_until_a_mail_is_given_up() -> None:
    assert surel_rapi("  rina@kantor.go.id ") == "rina@kantor.go.id"
    lama = [jeda(n) for n in range(1, MAKS_PERCOBAAN)]
    assert lama == sorted(set(lama))
