"""Whether the arrows of a sheet lead somewhere: from mulai over every langkah to selesai, daur after daur."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinerja.domain.sop import Daur, Jenis, Langkah
from kinerja.domain.sop_salah import SalahSop

_URUTAN = tuple(Daur)


def periksa_jalan(semua: Sequence[Langkah]) -> list[SalahSop]:
    """Return every fault of the flow; the later checks run only when the earlier ones find nothing."""
    peta = {satu.nomor: satu for satu in semua}
    return (
        [*_ujung(semua), *_panah(semua, peta)]
        or [*_terjangkau(semua, peta)]
        or [*_antar_daur(semua, peta)]
        or [*_tunggu(semua, peta)]
    )


def _ujung(semua: Sequence[Langkah]) -> Iterator[SalahSop]:
    """Exactly one mulai, at least one selesai."""
    mulai = [satu for satu in semua if satu.jenis is Jenis.MULAI]
    if not mulai:
        yield SalahSop(None, "langkah.jenis", 'belum ada langkah dengan jenis = "mulai"')
    for lebih in mulai[1:]:
        yield SalahSop(lebih.nomor, "jenis", f'"mulai" hanya sekali; sudah ada di langkah {mulai[0].nomor}')
    if not any(satu.jenis is Jenis.SELESAI for satu in semua):
        yield SalahSop(None, "langkah.jenis", 'belum ada langkah dengan jenis = "selesai"')


def _panah(semua: Sequence[Langkah], peta: Mapping[int, Langkah]) -> Iterator[SalahSop]:
    """Each jenis has the arrows it needs and no others, and they lead to langkah that exist."""
    wajib = {
        Jenis.MULAI: ("berikut",),
        Jenis.PROSES: ("berikut",),
        Jenis.KEPUTUSAN: ("ya", "tidak"),
        Jenis.SELESAI: (),
    }
    for satu in semua:
        for kunci in ("berikut", "ya", "tidak"):
            nomor = getattr(satu, kunci)
            if kunci in wajib[satu.jenis] and nomor is None:
                yield SalahSop(satu.nomor, kunci, f'wajib diisi untuk jenis = "{satu.jenis}"')
            elif kunci not in wajib[satu.jenis] and nomor is not None:
                yield SalahSop(satu.nomor, kunci, f'tidak dipakai untuk jenis = "{satu.jenis}"')
            elif nomor is not None and nomor not in peta:
                yield SalahSop(satu.nomor, kunci, f"langkah {nomor} tidak ada")
            elif kunci == "tidak" and nomor is not None and nomor == satu.ya:
                yield SalahSop(satu.nomor, kunci, "Ya dan Tidak menuju langkah yang sama")
            elif nomor == satu.nomor:
                yield SalahSop(satu.nomor, kunci, "menunjuk ke langkah ini sendiri")


def _terjangkau(semua: Sequence[Langkah], peta: Mapping[int, Langkah]) -> Iterator[SalahSop]:
    """Every langkah is reached from mulai and reaches selesai; so a loop has a keputusan to leave it by."""
    maju = {satu.nomor: satu.tujuan for satu in semua}
    mundur: dict[int, list[int]] = {nomor: [] for nomor in peta}
    for nomor, tujuan in maju.items():
        for ke in tujuan:
            mundur[ke].append(nomor)
    dari_mulai = _telusuri(maju, [satu.nomor for satu in semua if satu.jenis is Jenis.MULAI])
    ke_selesai = _telusuri(mundur, [satu.nomor for satu in semua if satu.jenis is Jenis.SELESAI])
    for satu in semua:
        if satu.nomor not in dari_mulai:
            yield SalahSop(satu.nomor, "nomor", "tidak ada panah yang sampai ke langkah ini dari mulai")
        if satu.nomor not in ke_selesai:
            kunci = "ya" if satu.jenis is Jenis.KEPUTUSAN else "berikut"
            yield SalahSop(satu.nomor, kunci, "dari langkah ini jalan tidak pernah sampai ke selesai")


def _telusuri(panah: Mapping[int, Sequence[int]], awal: list[int]) -> set[int]:
    sampai: set[int] = set()
    antre = list(awal)
    while antre:
        nomor = antre.pop()
        if nomor not in sampai:
            sampai.add(nomor)
            antre.extend(panah[nomor])
    return sampai


def _antar_daur(semua: Sequence[Langkah], peta: Mapping[int, Langkah]) -> Iterator[SalahSop]:
    """Arrows between daur lead to a longer one, and a daur is entered at one langkah only.

    A periode that has been closed cannot be gone back to, so going back stays inside a daur.
    """
    daur = {satu.daur for satu in semua}
    if Daur.SEKALI in daur and len(daur) > 1:
        lain = next(satu for satu in semua if satu.daur is Daur.SEKALI)
        yield SalahSop(lain.nomor, "daur", '"sekali" tidak dapat dicampur dengan daur lain')
        return
    pintu = {satu.daur: satu.nomor for satu in semua if satu.jenis is Jenis.MULAI}
    for satu in semua:
        for kunci in ("berikut", "ya", "tidak"):
            nomor = getattr(satu, kunci)
            if nomor is None or peta[nomor].daur is satu.daur:
                continue
            ke = peta[nomor].daur
            if _URUTAN.index(ke) < _URUTAN.index(satu.daur):
                yield SalahSop(satu.nomor, kunci, f"tidak boleh kembali dari daur {satu.daur} ke daur {ke}")
            elif pintu.setdefault(ke, nomor) != nomor:
                yield SalahSop(satu.nomor, kunci, f"daur {ke} sudah dimulai di langkah {pintu[ke]}")


def _tunggu(semua: Sequence[Langkah], peta: Mapping[int, Langkah]) -> Iterator[SalahSop]:
    """The first langkah of a later daur says which periode must be closed before; no other langkah waits."""
    pintu = {nomor: satu.daur for satu in semua for nomor in satu.tujuan if peta[nomor].daur is not satu.daur}
    ada = {satu.daur for satu in semua}
    for satu in semua:
        if satu.nomor not in pintu:
            if satu.menunggu is not None:
                yield SalahSop(satu.nomor, "menunggu", "hanya untuk langkah pertama sebuah daur berikutnya")
        elif satu.menunggu is None:
            yield SalahSop(satu.nomor, "menunggu", f'wajib diisi, misalnya "{pintu[satu.nomor]}"')
        elif satu.menunggu not in ada or _URUTAN.index(satu.menunggu) >= _URUTAN.index(satu.daur):
            yield SalahSop(satu.nomor, "menunggu", f"tidak ada daur {satu.menunggu} sebelum langkah ini")
