// Papers take a moment to make: their button says so and shows a bar until they are there. Links work without this.
"use strict";
(() => {
  const sibuk = (tombol) => {
    const kata = tombol.querySelector("span");
    tombol.setAttribute("aria-busy", "true");
    if (kata && !tombol.dataset.kata) {
      tombol.dataset.kata = kata.textContent;
      kata.textContent = tombol.dataset.sibuk;
    }
    const bilah = Object.assign(document.createElement("progress"), { className: "bilah-cetak", ariaLabel: tombol.dataset.sibuk });
    if (!tombol.querySelector("progress")) tombol.append(bilah);
  };
  const tenang = (tombol) => {
    const kata = tombol.querySelector("span");
    if (tombol.dataset.kata) kata.textContent = tombol.dataset.kata;
    delete tombol.dataset.kata;
    tombol.removeAttribute("aria-busy");
    tombol.querySelector("progress")?.remove();
  };
  const tenangkan = () => document.querySelectorAll("[data-sibuk]").forEach(tenang);

  // A file comes by fetch, so that the end of the wait is known; anything else is shown as a page.
  const unduh = async (tautan) => {
    const jawab = await fetch(tautan.href);
    const sifat = jawab.headers.get("Content-Disposition") || "";
    if (!jawab.ok || !sifat.startsWith("attachment")) throw new Error("bukan berkas");
    const nama = /filename\*=UTF-8''([^;]+)/.exec(sifat)?.[1] || /filename="?([^";]+)/.exec(sifat)?.[1] || "";
    const alamat = URL.createObjectURL(await jawab.blob());
    Object.assign(document.createElement("a"), { href: alamat, download: decodeURIComponent(nama) }).click();
    setTimeout(() => URL.revokeObjectURL(alamat), 60000);
  };

  document.addEventListener("click", (acara) => {
    const tautan = acara.target.closest?.("a[data-sibuk]");
    if (!tautan || acara.button || acara.ctrlKey || acara.metaKey || acara.shiftKey || acara.altKey) return;
    if (tautan.hasAttribute("aria-busy")) return acara.preventDefault();
    sibuk(tautan);
    if (!("unduh" in tautan.dataset)) return;
    acara.preventDefault();
    unduh(tautan).catch(() => { location.href = tautan.href; }).finally(() => tenang(tautan));
  });
  document.addEventListener("submit", (acara) => {
    if (acara.submitter?.dataset.sibuk && !acara.submitter.hasAttribute("aria-busy")) sibuk(acara.submitter);
  }, true);
  document.addEventListener("htmx:afterRequest", tenangkan);
  window.addEventListener("pageshow", tenangkan);
})();
