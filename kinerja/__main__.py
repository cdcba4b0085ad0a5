"""``python -m kinerja``: the same as the ``kinerja`` command."""

from kinerja.cli import main

main()
