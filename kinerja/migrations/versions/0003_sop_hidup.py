"""sop yang hidup: rancangan lembar, delegasi, surat, pemberitahuan, jam kerja

Revision: 0003
After: 0002
"""

import sqlalchemy as sa
from alembic import op

import kinerja.models.basis_data as tipe

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SIFAT = sa.Enum("biasa", "segera", "sangat_segera", "rahasia", name="sifat", native_enum=False, length=40)


def _teks(nama):
    return sa.Column(nama, sa.String(), nullable=False, server_default="")


KOLOM = {
    "lembar_sop": [
        _teks("alasan"),
        _teks("disahkan_oleh_nama"),
        _teks("disahkan_oleh_jabatan"),
        sa.Column("dihentikan_pada", tipe.Waktu()),
    ],
    "periode": [
        _teks("judul"),
        sa.Column("dibatalkan_pada", tipe.Waktu()),
        _teks("dibatalkan_alasan"),
        _teks("dibatalkan_oleh_nama"),
    ],
    "penyelesaian": [
        sa.Column("jawaban", sa.String()),
        sa.Column("dibuka_pada", tipe.Waktu()),
        sa.Column("pertama_dilihat_pada", tipe.Waktu()),
    ],
    "cabang_disposisi": [_teks("dibaca_oleh_nama"), sa.Column("diingatkan_pada", tipe.Waktu())],
    "pegawai": [_teks("surel")],
    "penugasan": [_teks("dasar")],
    "kantor": [sa.Column("jam_kerja", tipe.Json())],
}


def _wajib(nama, jenis=None):
    return sa.Column(nama, jenis or sa.String(), nullable=False)


def _id():
    return sa.Column("id", sa.Integer(), nullable=False)


def _rujuk(tabel, kolom, tujuan):
    return sa.ForeignKeyConstraint([kolom], [f"{tujuan}.id"], name=f"fk_{tabel}_{kolom}_{tujuan}")


def upgrade():
    for tabel, daftar in KOLOM.items():
        for kolom in daftar:
            op.add_column(tabel, kolom)
    _rancangan()
    _delegasi()
    _surat()
    _pemberitahuan()
    # Written out: added with its constraint, the table needs no rebuilding on SQLite.
    op.execute(
        "ALTER TABLE lembar_sop ADD COLUMN disahkan_oleh_id INTEGER "
        "CONSTRAINT fk_lembar_sop_disahkan_oleh_id_pegawai REFERENCES pegawai (id)"
    )
    op.execute(
        "ALTER TABLE disposisi ADD COLUMN surat_masuk_id INTEGER "
        "CONSTRAINT fk_disposisi_surat_masuk_id_surat_masuk REFERENCES surat_masuk (id)"
    )
    op.create_index("ix_disposisi_surat_masuk_id", "disposisi", ["surat_masuk_id"])


def _rancangan():
    op.create_table(
        "rancangan_sop",
        _id(),
        _wajib("kode"),
        sa.Column("dasar_id", sa.Integer()),
        _wajib("isi", tipe.Json()),
        _wajib("sumber"),
        _wajib("versi", sa.Integer()),
        _wajib("diubah_oleh_id", sa.Integer()),
        _wajib("diubah_oleh_nama"),
        _wajib("diubah_pada", tipe.Waktu()),
        sa.Column("lembar_id", sa.Integer()),
        sa.Column("dibuang_pada", tipe.Waktu()),
        _rujuk("rancangan_sop", "dasar_id", "lembar_sop"),
        _rujuk("rancangan_sop", "lembar_id", "lembar_sop"),
        _rujuk("rancangan_sop", "diubah_oleh_id", "pegawai"),
        sa.PrimaryKeyConstraint("id", name="pk_rancangan_sop"),
    )
    terbuka = sa.text("lembar_id IS NULL AND dibuang_pada IS NULL")
    op.create_index(
        "ix_rancangan_sop_terbuka",
        "rancangan_sop",
        ["kode"],
        unique=True,
        sqlite_where=terbuka,
        postgresql_where=terbuka,
    )


def _delegasi():
    op.create_table(
        "delegasi",
        _id(),
        _wajib("jabatan_id", sa.Integer()),
        _wajib("pemegang_id", sa.Integer()),
        _wajib("penerima_id", sa.Integer()),
        _wajib("mulai", sa.Date()),
        _wajib("selesai", sa.Date()),
        _wajib("alasan"),
        _wajib("diberikan_oleh_id", sa.Integer()),
        _wajib("diberikan_oleh_nama"),
        _wajib("diberikan_pada", tipe.Waktu()),
        sa.Column("dicabut_pada", tipe.Waktu()),
        _wajib("dicabut_oleh_nama"),
        _rujuk("delegasi", "jabatan_id", "jabatan"),
        _rujuk("delegasi", "pemegang_id", "pegawai"),
        _rujuk("delegasi", "penerima_id", "pegawai"),
        _rujuk("delegasi", "diberikan_oleh_id", "pegawai"),
        sa.PrimaryKeyConstraint("id", name="pk_delegasi"),
    )
    op.create_index("ix_delegasi_jabatan_id", "delegasi", ["jabatan_id"])
    op.create_index("ix_delegasi_penerima_mulai", "delegasi", ["penerima_id", "mulai"])


def _surat():
    op.create_table(
        "surat_masuk",
        _id(),
        _wajib("tahun", sa.Integer()),
        _wajib("nomor_agenda", sa.Integer()),
        _wajib("surat_dari"),
        _wajib("nomor_surat"),
        sa.Column("tanggal_surat", sa.Date()),
        _wajib("diterima", sa.Date()),
        _wajib("sifat", SIFAT),
        _wajib("hal"),
        _wajib("ringkasan"),
        sa.Column("berkas_id", sa.Integer()),
        _wajib("untuk_id", sa.Integer()),
        _wajib("dicatat_oleh_id", sa.Integer()),
        _wajib("dicatat_oleh_nama"),
        _wajib("dicatat_pada", tipe.Waktu()),
        sa.Column("selesai_pada", tipe.Waktu()),
        _wajib("selesai_catatan"),
        sa.Column("dibatalkan_pada", tipe.Waktu()),
        _wajib("dibatalkan_alasan"),
        _rujuk("surat_masuk", "berkas_id", "berkas"),
        _rujuk("surat_masuk", "untuk_id", "jabatan"),
        _rujuk("surat_masuk", "dicatat_oleh_id", "pegawai"),
        sa.PrimaryKeyConstraint("id", name="pk_surat_masuk"),
        sa.UniqueConstraint("tahun", "nomor_agenda", name="uq_surat_masuk_tahun_nomor_agenda"),
    )
    op.create_index("ix_surat_masuk_untuk_id", "surat_masuk", ["untuk_id"])
    op.create_table(
        "surat_keluar",
        _id(),
        _wajib("periode_id", sa.Integer()),
        _wajib("klasifikasi"),
        _wajib("sifat", SIFAT),
        *(_wajib(nama) for nama in ("kepada", "di", "hal", "lampiran", "isi", "tembusan")),
        sa.Column("laporan_id", sa.Integer()),
        _wajib("diubah_pada", tipe.Waktu()),
        _wajib("diubah_oleh_nama"),
        _rujuk("surat_keluar", "periode_id", "periode"),
        _rujuk("surat_keluar", "laporan_id", "laporan"),
        sa.PrimaryKeyConstraint("id", name="pk_surat_keluar"),
        sa.UniqueConstraint("periode_id", name="uq_surat_keluar_periode_id"),
    )


def _pemberitahuan():
    op.create_table(
        "pemberitahuan",
        _id(),
        _wajib("pegawai_id", sa.Integer()),
        *(_wajib(nama) for nama in ("kunci", "jenis", "judul", "keterangan")),
        _wajib("tempat", tipe.Json()),
        _wajib("pada", tipe.Waktu()),
        sa.Column("dibaca_pada", tipe.Waktu()),
        _rujuk("pemberitahuan", "pegawai_id", "pegawai"),
        sa.PrimaryKeyConstraint("id", name="pk_pemberitahuan"),
        sa.UniqueConstraint("pegawai_id", "kunci", name="uq_pemberitahuan_pegawai_id_kunci"),
    )
    belum = sa.text("dibaca_pada IS NULL")
    op.create_index(
        "ix_pemberitahuan_belum", "pemberitahuan", ["pegawai_id"], sqlite_where=belum, postgresql_where=belum
    )
    op.create_table(
        "surel_keluar",
        _id(),
        *(_wajib(nama) for nama in ("kunci", "kepada", "perihal", "isi")),
        _wajib("dibuat_pada", tipe.Waktu()),
        _wajib("percobaan", sa.Integer()),
        _wajib("coba_lagi_pada", tipe.Waktu()),
        _wajib("galat"),
        sa.Column("terkirim_pada", tipe.Waktu()),
        sa.Column("gagal_pada", tipe.Waktu()),
        sa.PrimaryKeyConstraint("id", name="pk_surel_keluar"),
        sa.UniqueConstraint("kunci", name="uq_surel_keluar_kunci"),
    )
    menunggu = sa.text("terkirim_pada IS NULL AND gagal_pada IS NULL")
    op.create_index(
        "ix_surel_keluar_menunggu",
        "surel_keluar",
        ["coba_lagi_pada"],
        sqlite_where=menunggu,
        postgresql_where=menunggu,
    )


def downgrade():
    raise NotImplementedError("versi ini tidak dapat diturunkan; pulihkan dari cadangan")
