"""The ``kinerja`` command: a verb a file."""

# ruff: noqa: E402 (Click's words first: declaring a verb asks for some of them)

from __future__ import annotations

from kinerja.cli import kata

kata.pasang()

import click

from kinerja import __version__
from kinerja.cli.bench import bench
from kinerja.cli.demo import demo
from kinerja.cli.index import index
from kinerja.cli.init import init
from kinerja.cli.pack import pack
from kinerja.cli.repair import repair
from kinerja.cli.scan import scan
from kinerja.cli.serve import serve
from kinerja.cli.sop import sop
from kinerja.cli.user import user
from kinerja.cli.verify import verify
from kinerja.cli.verify_pdf import verify_pdf


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Kinerja: pengumpulan data kinerja kecamatan."""


for _perintah in (init, serve, demo, user, verify, verify_pdf, scan, index, repair, pack, sop, bench):
    main.add_command(_perintah)
kata.sebut(main)
