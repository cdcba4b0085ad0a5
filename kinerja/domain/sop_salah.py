"""What is wrong with an SOP file, said so that the one who wrote it finds the place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.domain.kesalahan import Kesalahan


@dataclass(frozen=True)
class SalahSop:
    """One fault: the langkah it is in (if any), the dotted key, a sentence, the line of a syntax error."""

    langkah: int | None
    kunci: str
    pesan: str
    baris: int | None = None

    def __str__(self) -> str:
        tempat = []
        if self.baris is not None:
            tempat.append(f"baris {self.baris}")
        if self.langkah is not None:
            tempat.append(f"langkah {self.langkah}")
        if self.kunci:
            tempat.append(f"kunci {self.kunci}")
        return f"{', '.join(tempat)}: {self.pesan}" if tempat else self.pesan


class SopTidakSah(Kesalahan):
    """The sheet cannot run; ``salah`` lists every fault found, never empty."""

    def __init__(self, salah: Iterable[SalahSop]) -> None:
        self.salah = tuple(salah)
        super().__init__("Lembar SOP belum sah. " + " ".join(f"{s}." for s in self.salah))
