"""What a password must be: long enough and not easily guessed; no rules about kinds of letters."""

from __future__ import annotations

from kinerja.domain.kesalahan import MasukanSalah

PALING_PENDEK = 8
PALING_PANJANG = 256

# Words of this product, its offices and the most used passwords; compared without digits at the end.
_LAZIM = frozenset(
    """
    password passw0rd kinerja tarusan pesisir selatan kecamatan camat sekretaris kasubag kasi staf
    admin administrator rahasia bismillah indonesia qwerty qwertyuiop asdfghjkl iloveyou sayang
    padang painan kotoxitarusan kotosebelastarusan pesisirselatan sumaterabarat letmein welcome
    monkey dragon football abcdefgh abcd efgh sunshine princess selamat merdeka katasandi sandiku
    """.split()
)


def periksa_sandi(sandi: str, nama_pengguna: str) -> None:
    """Raise MasukanSalah with what to do better; the text itself is never trimmed or cut."""
    if len(sandi) < PALING_PENDEK:
        raise MasukanSalah(
            f"Kata sandi paling sedikit {PALING_PENDEK} tanda; kalimat pendek mudah diingat.", "sandi"
        )
    if len(sandi) > PALING_PANJANG:
        raise MasukanSalah(f"Kata sandi paling panjang {PALING_PANJANG} tanda.", "sandi")
    inti = "".join(h for h in sandi.lower() if h.isalpha())
    if inti in _LAZIM or (not inti and len(set(sandi)) < 6) or len(set(sandi)) < 4:
        raise MasukanSalah("Kata sandi ini mudah ditebak; pakai beberapa kata yang tidak lazim.", "sandi")
    if sandi in "01234567890123456789" or sandi in "98765432109876543210":
        raise MasukanSalah("Kata sandi ini terlalu mudah ditebak; jangan angka berurutan.", "sandi")
    if nama_pengguna and nama_pengguna in sandi.lower() and len(sandi) < len(nama_pengguna) + 4:
        raise MasukanSalah("Kata sandi jangan nama pengguna sendiri.", "sandi")
