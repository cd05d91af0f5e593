"use strict";
(function () {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const root = document.documentElement;
  const closed = new Set();
  const filter = document.getElementById("filter");

  function select(step, scroll) {
    all(".selected").forEach((e) => e.classList.remove("selected"));
    all(".detail").forEach((e) => { e.hidden = e.id !== "s" + step; });
    document.querySelector(".hint").hidden = true;
    all('[data-step="' + step + '"]').forEach((e) => {
      e.classList.add("selected");
      if (scroll) {
        e.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    });
  }

  function refresh() {
    const words = filter.value.toLowerCase();
    all("#steps tbody tr").forEach((row) => {
      const inside = (row.dataset.in || "").split(" ").some((id) => closed.has(id));
      const other = words !== "" && !row.textContent.toLowerCase().includes(words);
      row.hidden = words === "" ? inside : other;
    });
    all(".fold").forEach((b) => b.setAttribute("aria-expanded", String(!closed.has(b.dataset.fold))));
  }

  function level(number) {
    all(".level").forEach((e) => { e.hidden = e.dataset.level !== number; });
    all(".levels button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.level === number)));
  }

  function openModule(node) {
    const now = Number(node.closest(".level").dataset.level);
    if (document.querySelector('.level[data-level="' + (now + 1) + '"]')) {
      level(String(now + 1));
    }
    select(node.dataset.step, true);
  }

  function activate(node) {
    if (node.dataset.module !== undefined) {
      openModule(node);
    } else if (node.dataset.step !== undefined) {
      select(node.dataset.step, true);
    }
  }

  all(".node").forEach((node) => {
    node.addEventListener("click", () => activate(node));
    node.addEventListener("keydown", (e) => {
      if (e.key === "Enter" || e.key === " ") {
        e.preventDefault();
        activate(node);
      }
    });
  });
  all("tr.step").forEach((row) => row.addEventListener("click", (e) => {
    e.preventDefault();
    select(row.dataset.step, true);
  }));
  all(".fold").forEach((button) => button.addEventListener("click", () => {
    const id = button.dataset.fold;
    closed.has(id) ? closed.delete(id) : closed.add(id);
    refresh();
  }));
  all(".levels button").forEach((b) => b.addEventListener("click", () => level(b.dataset.level)));
  filter.addEventListener("input", refresh);
  document.getElementById("close").addEventListener("click", () => {
    all(".fold").forEach((b) => closed.add(b.dataset.fold));
    refresh();
  });
  document.getElementById("open").addEventListener("click", () => {
    closed.clear();
    refresh();
  });
  document.getElementById("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  level(document.querySelector(".levels").dataset.shown);
  const start = /^#s(\d+)$/.exec(location.hash);
  if (start && document.getElementById("s" + start[1])) {
    select(start[1], true);
  }
})();
