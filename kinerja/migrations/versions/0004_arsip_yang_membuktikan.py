"""arsip yang membuktikan: pindaian, verdict tanda tangan, pemeriksaan, klasifikasi, paket inspeksi

Revision: 0004
After: 0003
"""

import sqlalchemy as sa
from alembic import op

import kinerja.models.basis_data as tipe

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Classes and their retention as other districts' schedules have them (domain.md §4); the office edits them.
SUMBER = "Contoh dari jadwal retensi kabupaten lain; sesuaikan dengan jadwal retensi arsip kabupaten sendiri"
KLASIFIKASI = [
    ("000.7.2.8", "Laporan berkala (triwulan dan semester)", 1, 1, "musnah"),
    ("000.8.6.3", "Akuntabilitas kinerja", 2, 3, "musnah"),
    ("000.7.2.7", "Perjanjian kinerja", 3, 4, "musnah"),
    ("000.8.3.3", "Standar operasional prosedur", 2, 3, "permanen"),
    ("000.1.5", "Surat keluar", 2, 3, "musnah"),
]


def _wajib(nama, jenis=None, bawaan=None):
    return sa.Column(nama, jenis or sa.String(), nullable=False, server_default=bawaan)


def _id():
    return sa.Column("id", sa.Integer(), nullable=False)


def _rujuk(tabel, kolom, tujuan):
    return sa.ForeignKeyConstraint([kolom], [f"{tujuan}.id"], name=f"fk_{tabel}_{kolom}_{tujuan}")


def _rujukan(tabel, kolom, tujuan):
    """A column added with its constraint, written out: the table needs no rebuilding on SQLite."""
    op.execute(
        f"ALTER TABLE {tabel} ADD COLUMN {kolom} INTEGER "
        f"CONSTRAINT fk_{tabel}_{kolom}_{tujuan} REFERENCES {tujuan} (id)"
    )


def upgrade():
    _pindaian()
    _pemeriksaan()
    _klasifikasi()
    _cari()
    op.add_column("dokumen", _wajib("digest", bawaan=""))
    _rujukan("dokumen", "perjanjian_kinerja_id", "perjanjian_kinerja")
    _rujukan("dokumen", "lembar_sop_id", "lembar_sop")
    for kolom in ("kaitan", "dibandingkan_oleh_nama"):
        op.add_column("arsip", _wajib(kolom, bawaan=""))
    op.add_column("arsip", sa.Column("dibandingkan_pada", tipe.Waktu()))
    _rujukan("arsip", "pindaian_id", "pindaian")
    op.add_column("kantor", _wajib("klasifikasi_jenis", tipe.Json(), "{}"))
    if op.get_bind().dialect.name == "sqlite":
        _kekal()


def _pindaian():
    op.create_table(
        "pindaian",
        _id(),
        _wajib("berkas_id", sa.Integer()),
        _wajib("halaman", sa.Integer()),
        *(_wajib(nama) for nama in ("cara", "asal")),
        _wajib("kode", tipe.Json()),
        _wajib("kaitan"),
        sa.Column("dokumen_id", sa.Integer()),
        *(_wajib(nama) for nama in ("keadaan", "alasan", "lokasi_rak", "keterangan")),
        _wajib("diterima_pada", tipe.Waktu()),
        sa.Column("diterima_oleh_id", sa.Integer()),
        _wajib("diterima_oleh_nama"),
        sa.Column("diputus_pada", tipe.Waktu()),
        _wajib("diputus_oleh_nama"),
        _rujuk("pindaian", "berkas_id", "berkas"),
        _rujuk("pindaian", "dokumen_id", "dokumen"),
        _rujuk("pindaian", "diterima_oleh_id", "pegawai"),
        sa.PrimaryKeyConstraint("id", name="pk_pindaian"),
    )
    op.create_index("ix_pindaian_dokumen_id", "pindaian", ["dokumen_id"])
    op.create_index("ix_pindaian_keadaan", "pindaian", ["keadaan"])
    op.create_table(
        "lembar_pindaian",
        _id(),
        *(_wajib(nama, sa.Integer()) for nama in ("pindaian_id", "urut", "berkas_id")),
        _rujuk("lembar_pindaian", "pindaian_id", "pindaian"),
        _rujuk("lembar_pindaian", "berkas_id", "berkas"),
        sa.PrimaryKeyConstraint("id", name="pk_lembar_pindaian"),
    )
    op.create_index("ix_lembar_pindaian_pindaian_id", "lembar_pindaian", ["pindaian_id"])


def _pemeriksaan():
    op.create_table(
        "periksa_ttd",
        _id(),
        _wajib("berkas_id", sa.Integer()),
        _wajib("ulang", sa.Boolean()),
        _wajib("pada", tipe.Waktu()),
        *(_wajib(nama) for nama in ("oleh_nama", "verdict")),
        _wajib("hasil", tipe.Json()),
        _rujuk("periksa_ttd", "berkas_id", "berkas"),
        sa.PrimaryKeyConstraint("id", name="pk_periksa_ttd"),
    )
    op.create_index("ix_periksa_ttd_berkas_id", "periksa_ttd", ["berkas_id"])
    op.create_table(
        "periksa_arsip",
        _id(),
        *(_wajib(nama) for nama in ("sebab", "oleh_nama")),
        _wajib("dimulai_pada", tipe.Waktu()),
        _wajib("denyut_pada", tipe.Waktu()),
        sa.Column("selesai_pada", tipe.Waktu()),
        *(_wajib(nama, sa.Integer()) for nama in ("jumlah", "berkas", "bita")),
        *(_wajib(nama, tipe.Json()) for nama in ("rusak", "catatan")),
        _wajib("kepala_seq", sa.Integer()),
        _wajib("kepala_hash"),
        sa.PrimaryKeyConstraint("id", name="pk_periksa_arsip"),
    )
    op.create_table(
        "paket_inspeksi",
        _id(),
        _wajib("tahun", sa.Integer()),
        _wajib("diminta_pada", tipe.Waktu()),
        *(_wajib(nama) for nama in ("diminta_oleh_nama", "keadaan", "kemajuan")),
        *(_wajib(nama, sa.Integer()) for nama in ("selesai", "jumlah")),
        _wajib("sha256"),
        *(_wajib(nama, sa.Integer()) for nama in ("ukuran", "kepala_seq")),
        _wajib("kepala_hash"),
        sa.PrimaryKeyConstraint("id", name="pk_paket_inspeksi"),
    )
    op.create_table(
        "periksa_umum",
        _id(),
        *(_wajib(nama) for nama in ("cara", "alamat")),
        _wajib("pada", tipe.Waktu()),
        sa.PrimaryKeyConstraint("id", name="pk_periksa_umum"),
    )
    op.create_index("ix_periksa_umum_cara_pada", "periksa_umum", ["cara", "pada"])


def _klasifikasi():
    tabel = op.create_table(
        "klasifikasi",
        *(_wajib(nama) for nama in ("kode", "nama")),
        *(_wajib(nama, sa.Integer()) for nama in ("aktif", "inaktif")),
        *(_wajib(nama) for nama in ("nasib", "sumber")),
        sa.Column("dihentikan_pada", tipe.Waktu()),
        sa.Column("diubah_pada", tipe.Waktu()),
        _wajib("diubah_oleh_nama"),
        sa.PrimaryKeyConstraint("kode", name="pk_klasifikasi"),
    )
    medan = ("kode", "nama", "aktif", "inaktif", "nasib")
    op.bulk_insert(
        tabel,
        [
            {**dict(zip(medan, baris, strict=True)), "sumber": SUMBER, "diubah_oleh_nama": ""}
            for baris in KLASIFIKASI
        ],
    )


def _cari():
    """The words of issued documents; on SQLite an FTS5 table follows them by triggers."""
    op.create_table(
        "teks_dokumen",
        _wajib("dokumen_id", sa.Integer()),
        *(_wajib(nama) for nama in ("nomor", "kode", "judul", "masa", "nama")),
        _wajib("isi", sa.Text()),
        _rujuk("teks_dokumen", "dokumen_id", "dokumen"),
        sa.PrimaryKeyConstraint("dokumen_id", name="pk_teks_dokumen"),
    )
    if op.get_bind().dialect.name != "sqlite":
        return
    nama = "nomor, kode, judul, masa, nama, isi"
    lama, baru = (", ".join(f"{siapa}.{satu}" for satu in nama.split(", ")) for siapa in ("old", "new"))
    tambah = f"INSERT INTO cari_dokumen(rowid, {nama}) VALUES (new.dokumen_id, {baru});"  # noqa: S608
    buang = (
        f"INSERT INTO cari_dokumen(cari_dokumen, rowid, {nama}) VALUES ('delete', old.dokumen_id, {lama});"  # noqa: S608
    )
    op.execute(
        f"CREATE VIRTUAL TABLE cari_dokumen USING fts5({nama}, content='teks_dokumen', "
        "content_rowid='dokumen_id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    for kapan, isi in (
        ("tambah AFTER INSERT", tambah),
        ("buang AFTER DELETE", buang),
        ("ubah AFTER UPDATE", f"{buang} {tambah}"),
    ):
        op.execute(f"CREATE TRIGGER teks_dokumen_{kapan} ON teks_dokumen BEGIN {isi} END")


def _kekal():
    """What the archive holds is neither deleted nor given other bytes (models/kekal.py)."""
    for tabel in ("dokumen", "arsip", "berkas", "periksa_ttd", "pindaian", "lembar_pindaian"):
        _tolak(tabel, "DELETE", "hapus")
    _tolak("berkas", "UPDATE OF sha256, ukuran", "ganti")
    _tolak("arsip", "UPDATE OF dokumen_id, berkas_id", "ganti")
    _tolak("periksa_ttd", "UPDATE OF berkas_id, verdict, hasil", "ganti")


def _tolak(tabel, kapan, nama):
    op.execute(
        f"CREATE TRIGGER {tabel}_tolak_{nama} BEFORE {kapan} ON {tabel} "
        f"BEGIN SELECT RAISE(ABORT, '{tabel} tidak dapat di{nama}'); END"
    )


def downgrade():
    raise NotImplementedError("versi ini tidak dapat diturunkan; pulihkan dari cadangan")
