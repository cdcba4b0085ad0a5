"""What can go wrong in the field itself, in words an official understands.

The web layer maps the classes to statuses; the message is shown as it stands.
"""

from __future__ import annotations


class Kesalahan(Exception):
    """A rule of the office was not met.

    ``pesan`` is a full Indonesian sentence; ``medan`` names the form field it belongs to, if one does.
    """

    def __init__(self, pesan: str, medan: str | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.medan = medan

    @property
    def semua(self) -> tuple[Kesalahan, ...]:
        """Every error of one refusal, each with its field; this one alone unless a subclass knows more."""
        return (self,)


class MasukanSalah(Kesalahan):
    """The value typed cannot be taken (422)."""


class SudahDikerjakan(Kesalahan):
    """Someone was there first (409); the message says who and when."""


class TidakBerwenang(Kesalahan):
    """The person may see the thing but not do this with it (403)."""


class TidakDitemukan(Kesalahan):
    """There is no such thing, or the person may not see it (404)."""


class BelumLengkap(Kesalahan):
    """Something the step asks for is missing (422)."""
