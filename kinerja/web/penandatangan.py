"""The signature block that documents print, from who signs on a day."""

from __future__ import annotations

from kinerja.documents.kantor import Awalan, Penandatangan
from kinerja.operations.penandatangan import Penanda

AWALAN: dict[str, Awalan] = {"": "", "Plt.": "Plt.", "Plh.": "Plh.", "a.n.": "a.n."}


def penandatangan_dari(
    orang: Penanda | None, jabatan_kosong: str, *, kecamatan: str = "", tempat: str = "", tanggal: str = ""
) -> Penandatangan:
    """The block; without a signer the post stands over an empty name.

    ``kecamatan`` is written after a post that is called just "Camat".
    """
    if orang is None:
        return Penandatangan(_lengkapi(jabatan_kosong, kecamatan), "", tempat=tempat, tanggal=tanggal)
    return Penandatangan(
        _lengkapi(orang.jabatan, kecamatan),
        orang.nama,
        pangkat=orang.pangkat,
        nip=orang.nip,
        awalan=AWALAN[orang.awalan],
        atas_nama=_lengkapi(orang.atas_nama, kecamatan),
        tempat=tempat,
        tanggal=tanggal,
        delegasi_dari=orang.delegasi_dari,
    )


def _lengkapi(jabatan: str, kecamatan: str) -> str:
    sendirian = jabatan.casefold().removeprefix("plt. ").removeprefix("plh. ") == "camat"
    return f"{jabatan} {kecamatan}".strip() if sendirian else jabatan
