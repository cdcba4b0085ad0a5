"""angka yang bertahan: kartu indikator, aturan kantor, rujukan laporan, reviu, draf, impor

Revision: 0002
After: 0001
"""

import sqlalchemy as sa
from alembic import op

import kinerja.models.basis_data as tipe

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEKS = {"type_": sa.String(), "nullable": False, "server_default": ""}
KOLOM = {
    "indikator": [
        *(
            sa.Column(nama, **TEKS)
            for nama in ("rumus", "frekuensi", "medium", "pembilang", "penyebut", "standar_sumber")
        ),
        sa.Column("pengali", tipe.Desimal(length=40)),
        sa.Column("riwayat", tipe.Json(), nullable=False, server_default="[]"),
    ],
    "realisasi": [sa.Column("pembilang", sa.String()), sa.Column("penyebut", sa.String())],
    "kantor": [
        sa.Column("pin_negatif_b", tipe.Desimal(length=40)),
        sa.Column("serapan_rendah", tipe.Desimal(length=40), nullable=False, server_default="50"),
        sa.Column("desimal", sa.Integer(), nullable=False, server_default="2"),
        sa.Column("metode_negatif", sa.String(), nullable=False, server_default="negatif_a"),
        sa.Column("skala_predikat", tipe.Json()),
        sa.Column("sumber_aturan", tipe.Json(), nullable=False, server_default="{}"),
    ],
    "laporan": [
        sa.Column("rujukan", tipe.Json()),
        sa.Column("temuan", tipe.Json()),
        sa.Column("revisi_alasan", **TEKS),
        sa.Column("lampirkan_reviu", sa.Boolean(), nullable=False, server_default=sa.false()),
    ],
    "penjelasan_temuan": [sa.Column("pesan", **TEKS)],
}


def upgrade():
    for tabel, daftar in KOLOM.items():
        for kolom in daftar:
            op.add_column(tabel, kolom)
    # Written out: added with its constraint, the table needs no rebuilding on SQLite.
    op.execute(
        "ALTER TABLE periode ADD COLUMN pk_id INTEGER "
        "CONSTRAINT fk_periode_pk_id_perjanjian_kinerja REFERENCES perjanjian_kinerja (id)"
    )
    op.create_table(
        "reviu_mandiri",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("periode_id", sa.Integer(), nullable=False),
        sa.Column("butir", sa.String(), nullable=False),
        sa.Column("jawaban", sa.String(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.Column("oleh_id", sa.Integer(), nullable=False),
        sa.Column("oleh_nama", sa.String(), nullable=False),
        sa.Column("pada", tipe.Waktu(), nullable=False),
        sa.ForeignKeyConstraint(["oleh_id"], ["pegawai.id"], name="fk_reviu_mandiri_oleh_id_pegawai"),
        sa.ForeignKeyConstraint(["periode_id"], ["periode.id"], name="fk_reviu_mandiri_periode_id_periode"),
        sa.PrimaryKeyConstraint("id", name="pk_reviu_mandiri"),
        sa.UniqueConstraint("periode_id", "butir", name="uq_reviu_mandiri_periode_id_butir"),
    )
    op.create_table(
        "draf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pegawai_id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("isi", tipe.Json(), nullable=False),
        sa.Column("disimpan_pada", tipe.Waktu(), nullable=False),
        sa.ForeignKeyConstraint(["pegawai_id"], ["pegawai.id"], name="fk_draf_pegawai_id_pegawai"),
        sa.PrimaryKeyConstraint("id", name="pk_draf"),
        sa.UniqueConstraint("pegawai_id", "kunci", name="uq_draf_pegawai_id_kunci"),
    )
    op.create_table(
        "impor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode_id", sa.Integer()),
        sa.Column("unit_id", sa.Integer()),
        sa.Column("pegawai_id", sa.Integer(), nullable=False),
        sa.Column("nama_berkas", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("isi", tipe.Json(), nullable=False),
        sa.Column("dasar", sa.String(), nullable=False),
        sa.Column("dibuat_pada", tipe.Waktu(), nullable=False),
        sa.Column("diterapkan_pada", tipe.Waktu()),
        sa.ForeignKeyConstraint(["pegawai_id"], ["pegawai.id"], name="fk_impor_pegawai_id_pegawai"),
        sa.ForeignKeyConstraint(["periode_id"], ["periode.id"], name="fk_impor_periode_id_periode"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_impor_unit_id_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_impor"),
    )
    op.create_index("ix_impor_pegawai_id", "impor", ["pegawai_id"])


def downgrade():
    raise NotImplementedError("versi ini tidak dapat diturunkan; pulihkan dari cadangan")
