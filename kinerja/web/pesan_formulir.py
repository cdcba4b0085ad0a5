"""The messages of the form library in Indonesian; it ships none of its own."""

from __future__ import annotations

_PESAN: dict[str, str] = {
    "Field must be at least %(min)d character long.": "Paling sedikit %(min)d tanda.",
    "Field cannot be longer than %(max)d character.": "Paling banyak %(max)d tanda.",
    "Field must be exactly %(max)d character long.": "Harus %(max)d tanda.",
    "Field must be between %(min)d and %(max)d characters long.": "Antara %(min)d dan %(max)d tanda.",
    "Number must be at least %(min)s.": "Paling kecil %(min)s.",
    "Number must be at most %(max)s.": "Paling besar %(max)s.",
    "Number must be between %(min)s and %(max)s.": "Isi angka antara %(min)s dan %(max)s.",
    "This field is required.": "Wajib diisi.",
    "Invalid input.": "Isian ini tidak dapat dibaca.",
    "Invalid Choice: could not coerce.": "Pilih salah satu dari daftar.",
    "Not a valid choice.": "Pilih salah satu dari daftar.",
    "Invalid choice(s): one or more data inputs could not be coerced.": "Pilih dari daftar.",
    "'%(value)s' is not a valid choice for this field.": "Pilih dari daftar.",
    "Not a valid datetime value.": "Isi tanggal dan jam dengan benar.",
    "Not a valid date value.": "Isi tanggal dengan benar: hari, bulan, tahun.",
    "Not a valid time value.": "Isi jam dengan benar, misalnya 09.30.",
    "Not a valid integer value.": "Isi dengan angka bulat.",
    "Not a valid decimal value.": "Isi dengan angka.",
    "Not a valid float value.": "Isi dengan angka.",
}


class PesanIndonesia:
    """What WTForms asks of translations; a message it does not know stays readable."""

    def gettext(self, teks: str) -> str:
        return _PESAN.get(teks, "Isian ini tidak dapat dibaca." if teks.isascii() else teks)

    def ngettext(self, tunggal: str, _jamak: str, _jumlah: int) -> str:
        return self.gettext(tunggal)
