// What HTML and htmx lack. Every page works without this file.
"use strict";
(() => {
  const cari = (pola, dalam = document) => [...dalam.querySelectorAll(pola)];

  // Errors: after an answer the summary takes the focus, so that it is seen and read aloud.
  const keRingkasan = (dalam) => {
    const ringkasan = dalam.querySelector("[data-ringkasan], .pesan-satu[role=alert]");
    if (!ringkasan) return;
    ringkasan.setAttribute("tabindex", "-1");
    ringkasan.focus({ preventScroll: true });
    ringkasan.scrollIntoView({ block: "center" });
  };

  // Buttons: say that something happens, and take no second click.
  const sibukkan = (form, tombol) => {
    if (form.method !== "post" || !tombol) return;
    tombol.setAttribute("aria-busy", "true");
    const kata = tombol.querySelector("span");
    if (kata && !tombol.dataset.kata) {
      tombol.dataset.kata = kata.textContent;
      kata.textContent = form.enctype === "multipart/form-data" ? "Mengunggah …" : "Menyimpan …";
    }
  };
  const tenangkan = () => {
    cari("[aria-busy][data-kata]").forEach((tombol) => {
      tombol.querySelector("span").textContent = tombol.dataset.kata;
      tombol.removeAttribute("aria-busy");
      delete tombol.dataset.kata;
    });
    cari("form[data-terkirim]").forEach((form) => delete form.dataset.terkirim);
  };

  // Typed text outlives an ended session: kept in this tab only, until the same page opens again after login.
  const KUNCI = "kinerja-isian";
  const RAHASIA = /(^|-)(sandi|lama|ulang|kode|csrf_token)$/;
  const simpan = (form) => {
    if (form.method !== "post" || !document.querySelector("meta[name=sesi-diam]")) return;
    const isian = [...new FormData(form)].filter(([k, v]) => typeof v === "string" && v && !RAHASIA.test(k));
    if (!isian.length || form.querySelector("[type=password]")) return;
    sessionStorage.setItem(KUNCI, JSON.stringify({ di: location.pathname, ke: form.getAttribute("action"), isian }));
  };
  const pulihkan = () => {
    const teks = sessionStorage.getItem(KUNCI);
    if (!teks) return;
    const simpanan = JSON.parse(teks);
    if (!document.querySelector("meta[name=sesi-diam]") || document.getElementById("galat-isian")) {
      simpanan.tertunda = true; // the answer was "log in first" or "this page is stale"
      sessionStorage.setItem(KUNCI, JSON.stringify(simpanan));
      return;
    }
    if (!simpanan.tertunda) return sessionStorage.removeItem(KUNCI);
    const form = cari("form[method=post]").find((f) => f.getAttribute("action") === simpanan.ke);
    if (!form) return;
    for (const [nama, nilai] of simpanan.isian) {
      const medan = [...form.elements].filter((m) => m.name === nama && m.type !== "hidden");
      const pilihan = medan.find((m) => m.type === "radio" || m.type === "checkbox");
      if (pilihan) medan.filter((m) => m.value === nilai).forEach((m) => { m.checked = true; });
      else if (medan[0]) medan[0].value = nilai;
    }
    sessionStorage.removeItem(KUNCI);
    form.closest("details")?.setAttribute("open", "");
    beri("Isian Anda yang belum sempat tersimpan sudah dikembalikan. Periksa, lalu simpan lagi.");
  };
  const beri = (kalimat) => {
    const kotak = document.createElement("div");
    kotak.className = "pesan-satu nada-info";
    kotak.append(Object.assign(document.createElement("p"), { textContent: kalimat }));
    document.getElementById("pesan")?.append(kotak);
  };

  document.addEventListener("submit", (acara) => {
    const form = acara.target;
    if (form.dataset.terkirim) return acara.preventDefault();
    if (acara.defaultPrevented && !form.hasAttribute("hx-post")) return;
    simpan(form);
    clearTimeout(form.jamDraf);
    dikirim = form.dataset.draf;
    delete form.dataset.berubah;
    delete form.dataset.kotor;
    if (form.method === "post") form.dataset.terkirim = "1";
    sibukkan(form, acara.submitter || form.querySelector("[type=submit]"));
  });
  window.addEventListener("pageshow", tenangkan);

  // Unsaved text keeps itself as a draft two seconds after typing pauses and on leaving; else ask before the page is left.
  let dikirim; // key of the form sent last
  const kotori = (form, jeda = 2000) => {
    form.dataset.kotor = "1";
    clearTimeout(form.jamDraf);
    form.jamDraf = setTimeout(() => simpanDraf(form), jeda);
  };
  const ulangi = () => cari("form[data-draf]").filter((f) => f.dataset.draf === dikirim).forEach((f) => kotori(f));
  const titip = (form, name, nilai) =>
    ((form.elements[name] || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }))).value ||= nilai);
  const simpanDraf = (form, pergi = false) => {
    if (!form.dataset.kotor || form.dataset.terkirim || form.querySelector("[type=password]")) return;
    clearTimeout(form.jamDraf);
    delete form.dataset.kotor;
    const kata = form.querySelector(".draf-keadaan") || form.appendChild(Object.assign(document.createElement("p"), { className: "draf-keadaan redup" }));
    if ("menunggu" in form.dataset) return (kata.textContent = "Belum tersimpan sementara: pilih dahulu Pakai lagi atau Buang di atas.");
    const isi = new FormData(form);
    [...isi].forEach(([k, v]) => { if (typeof v !== "string" || RAHASIA.test(k)) isi.delete(k); });
    const kunci = titip(form, "draf_kunci", form.dataset.draf), lembar = titip(form, "draf_lembar", `${Date.now()}-${Math.random()}`);
    const kepala = form.closest("details, section, article, .kartu")?.querySelector("summary, h2, h3");
    const bagian = [...(kepala?.childNodes || [])].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join(" "), judul = document.title;
    Object.entries({ kunci, lembar, dasar: form.dataset.dasar, halaman: location.pathname + location.search, judul, bagian }).forEach(([k, v]) => isi.append(`draf-${k}`, v));
    fetch("/draf", { method: "POST", body: isi, keepalive: pergi, headers: { "HX-Request": "true", "X-CSRFToken": form.elements.csrf_token.value } })
      .then((jawab) => (jawab.ok ? jawab.text() : Promise.reject(jawab)))
      .then((teks) => { kata.textContent = teks; if (!form.dataset.kotor) delete form.dataset.berubah; })
      .catch(() => { kata.textContent = "Belum tersimpan sementara"; if (form.isConnected && !form.dataset.kotor) kotori(form, 15000); });
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) cari("form[data-kotor]").forEach((form) => simpanDraf(form, true));
  });

  document.addEventListener("input", (acara) => {
    const form = acara.target.closest?.("form[data-jaga]");
    if (form) form.dataset.berubah = "1";
    if (form?.dataset.draf) kotori(form);
  });
  window.addEventListener("beforeunload", (acara) => {
    if (document.querySelector("form[data-berubah]")) acara.preventDefault();
  });

  // The session: a word five minutes before it ends, with a button that keeps it.
  const diam = Number(document.querySelector("meta[name=sesi-diam]")?.content || 0);
  let jam;
  const hitungSesi = () => {
    document.querySelector(".sesi-habis")?.remove();
    clearTimeout(jam);
    if (diam) jam = setTimeout(ingatkanSesi, Math.max(30, diam - 300) * 1000);
  };
  const ingatkanSesi = () => {
    const kotak = document.createElement("div");
    kotak.className = "sesi-habis pesan-satu nada-awas";
    kotak.setAttribute("role", "alert");
    const isi = document.createElement("div");
    isi.append(Object.assign(document.createElement("p"), {
      textContent: "Sebentar lagi Anda dikeluarkan karena lama tidak ada kegiatan. Isian di halaman ini belum tersimpan.",
    }));
    const tombol = Object.assign(document.createElement("button"), {
      type: "button", className: "btn btn-primary", textContent: "Saya masih di sini",
    });
    tombol.addEventListener("click", () => fetch("/", { method: "HEAD" }).then(hitungSesi));
    isi.append(tombol);
    kotak.append(isi);
    document.body.append(kotak);
  };

  // Buttons that only make sense with a script are hidden until it is here.
  const hidupkan = (dalam) => {
    cari("details:not([open]) .draf-ada", dalam).forEach((draf) => draf.closest("details").setAttribute("open", ""));
    cari("[data-cetak], [data-lihat-sandi]", dalam).forEach((tombol) => { tombol.hidden = false; });
    cari("input[type=file][id]:not(.berkas-asli)", dalam).forEach(pilihBerkas);
  };

  // The browser's own file button speaks the browser's language; ours speaks Indonesian. The input stays, unseen.
  const pilihBerkas = (medan) => {
    const tombol = Object.assign(document.createElement("label"), {
      className: "btn btn-outline-primary tombol-berkas", htmlFor: medan.id,
      textContent: medan.multiple ? "Pilih berkas …" : "Pilih satu berkas …",
    });
    const nama = Object.assign(document.createElement("span"), { className: "redup nama-berkas" });
    const sebut = () => {
      nama.textContent = [...medan.files].map((b) => b.name).join(", ") || "Belum ada berkas yang dipilih.";
    };
    medan.classList.add("berkas-asli");
    medan.after(tombol, nama);
    medan.addEventListener("change", sebut);
    sebut();
  };
  document.addEventListener("click", (acara) => {
    if (acara.target.closest?.("[data-cetak]")) window.print();
    const mata = acara.target.closest?.("[data-lihat-sandi]");
    if (!mata) return;
    const medan = mata.parentElement.querySelector("input");
    const terlihat = medan.type === "password";
    medan.type = terlihat ? "text" : "password";
    mata.setAttribute("aria-pressed", String(terlihat));
    mata.querySelector("span").textContent = terlihat ? "Tutup" : "Lihat";
  });

  document.addEventListener("htmx:afterSettle", (acara) => {
    hidupkan(acara.detail.elt.parentElement || document);
    keRingkasan(acara.detail.elt.parentElement || document);
    if (document.getElementById("galat-isian")) pulihkan();
    if (acara.detail.xhr?.status >= 400) ulangi();
  });
  document.addEventListener("htmx:afterRequest", () => { tenangkan(); hitungSesi(); });
  document.addEventListener("htmx:sendError", () => {
    ulangi();
    beri("Server tidak dapat dihubungi. Isian Anda masih di halaman ini; coba lagi sebentar lagi.");
  });

  hidupkan(document);
  keRingkasan(document);
  pulihkan();
  hitungSesi();
})();
