"""Steps 3, 4, 7 and 9: compute, explain, write, follow up; and the slip to the Sekretaris."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.tekan import tekan


def olah(halaman: Page) -> None:
    tekan(halaman, "Olah data")
    expect(halaman.get_by_text("Sesuai dengan data sekarang", exact=True).first).to_be_visible()


def temuan(halaman: Page) -> list[str]:
    """What the checks found and nobody has explained yet."""
    butir = halaman.locator("#temuan li").filter(has_not=halaman.get_by_text("Dijelaskan", exact=True))
    return [" ".join(t.split()) for t in butir.all_inner_texts()]


def jelaskan(halaman: Page, tanda: str, penjelasan: str) -> None:
    """Explain the finding that has these words in it."""
    butir = halaman.locator("#temuan li").filter(has_text=tanda)
    butir.get_by_label("Penjelasan").fill(penjelasan)
    tekan(halaman, butir.get_by_role("button", name="Simpan penjelasan"))
    expect(butir.get_by_text("Dijelaskan", exact=True)).to_be_visible()


def tulis_wajib(halaman: Page, teks: str) -> int:
    """Write every required section that is empty; how many there were."""
    kosong = halaman.locator("section.bagian-narasi").filter(
        has=halaman.get_by_text("Wajib, masih kosong", exact=True)
    )
    jumlah = kosong.count()
    for sisa in range(jumlah, 0, -1):
        bagian = kosong.first
        judul = bagian.get_by_role("heading", level=3).inner_text().split("\n")[0]
        bagian.get_by_role("textbox").fill(f"{teks} Tentang: {judul}.")
        tekan(halaman, bagian.get_by_role("button", name="Simpan bagian ini"))
        expect(kosong).to_have_count(sisa - 1)
    return jumlah


def ubah_bagian(halaman: Page, judul: str, teks: str) -> None:
    """Write one section anew."""
    bagian = halaman.locator("section.bagian-narasi").filter(
        has=halaman.get_by_role("heading", name=re.compile(f"^{re.escape(judul)}"))
    )
    bagian.get_by_role("textbox").fill(teks)
    tekan(halaman, bagian.get_by_role("button", name="Simpan bagian ini"))
    expect(bagian.get_by_text("Tersimpan.", exact=True)).to_be_visible()


def tindak_lanjuti(halaman: Page, tentang: str, teks: str) -> None:
    """Answer the correction about this."""
    butir = halaman.locator("#koreksi li").filter(has_text=tentang)
    butir.get_by_role("textbox").fill(teks)
    tekan(halaman, butir.get_by_role("button", name="Catat tindak lanjut"))
    expect(butir.get_by_text("Ditindaklanjuti", exact=True)).to_be_visible()


def sampaikan(halaman: Page, lagi: bool = False) -> None:
    """Step 7: the slip with the draft to the Sekretaris."""
    tekan(halaman, "Sampaikan sekali lagi" if lagi else "Sampaikan kepada Sekretaris")
    expect(halaman.get_by_text("Sudah disampaikan", exact=True)).to_be_visible()


def bagi_tugas(halaman: Page) -> None:
    """Step 6: keep the proposed division of the work and send it."""
    tekan(halaman, "Simpan catatan pembagian tugas")
    tekan(halaman, "Kirim disposisi pembagian tugas")
    expect(halaman.get_by_text("Semua bagian sudah dikirimi disposisi.")).to_be_visible()
