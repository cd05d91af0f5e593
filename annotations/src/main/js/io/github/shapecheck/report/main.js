/** Puts the page together: state, sizes, keys, and what follows from a click. */

import { refusal } from "./admission.js";
import { differences, dataOf } from "./compare.js";
import { put } from "./dim.js";
import { copy, csv, markdown, savePng, saveSvg } from "./exports.js";
import { detailsOf } from "./panel.js";
import { hideCard, hover } from "./hover.js";
import { Picture } from "./picture.js";
import { readReport, reckon } from "./report.js";
import { summaryOf, writeSizes } from "./summary.js";
import { totalOf } from "./rows.js";
import { Table } from "./table.js";
import { escaped, shapeText } from "./text.js";
import { openedTo, treeOf } from "./tree.js";

const AT_FIRST = 60;
const ROWS = 120;

const $ = (id) => document.getElementById(id);

const report = readReport(JSON.parse($("data").textContent));
const root = treeOf(report);

const state = {
  report,
  root,
  open: openedTo(root, AT_FIRST),
  typed: {},
  numbers: reckon(report, {}),
  changed: new Set(),
  selected: null,
  colour: "kind",
  marks: new Map(),
  put: (dim) => put(dim, state.typed),
  heat,
  mark: (step) => (state.marks.has(step) ? " " + state.marks.get(step).style : ""),
  select,
};

const picture = new Picture($("picture"), state);
const table = new Table($("steps"), state);

/** How much of the most costly node's a node costs, from 0 to 1; 0 where colours tell kinds. */
function heat(node) {
  if (state.colour === "kind") {
    return 0;
  }
  const most = picture.all.leaves.reduce((max, leaf) => {
    const total = leaf.node ? Number(totalOf(state.numbers, leaf.node, state.colour) || 0n) : 0;
    return Math.max(max, total);
  }, 0);
  return most === 0 ? 0 : Number(totalOf(state.numbers, node, state.colour) || 0n) / most;
}

function select(step, from) {
  state.selected = step;
  const panel = $("panel");
  panel.hidden = step === null;
  document.body.classList.toggle("opened", step !== null);
  hideCard();
  if (step === null) {
    picture.refresh();
    table.show(-1);
    history.replaceState(null, "", location.pathname + location.search);
    return;
  }
  $("detail").innerHTML = detailsOf(state, step) + differenceText(step);
  history.replaceState(null, "", "#s" + step);
  table.show(step);
  if (from === "picture") {
    picture.refresh();
  } else {
    picture.show(step);
  }
}

function differenceText(step) {
  const mark = state.marks.get(step);
  return mark ? "<h3>Against the other page</h3><p>" + escaped(mark.text) + "</p>" : "";
}

/** Takes the sizes that are typed, or says why the model does not admit them. */
function resize() {
  const typed = {};
  const says = $("refusal");
  let why = "";
  document.querySelectorAll("#sizes input").forEach((field) => {
    const text = field.value.trim();
    const whole = /^\d{1,18}$/.test(text);
    if (whole) {
      typed[field.dataset.size] = BigInt(text);
    }
    const bad = text !== "" && !whole ? field.dataset.size + " is no size: " + text : "";
    const refused =
      bad || (whole ? refusal(report, { [field.dataset.size]: typed[field.dataset.size] }) : "");
    field.setAttribute("aria-invalid", String(refused !== ""));
    why = why || refused;
  });
  why = why || refusal(report, typed);
  let numbers = null;
  try {
    numbers = why === "" ? reckon(report, typed) : null;
  } catch (e) {
    why = e.message;
  }
  says.textContent = why;
  if (numbers !== null) {
    const before = state.numbers;
    state.changed = new Set();
    numbers.steps.forEach((step, i) => {
      if (step.results.map(shapeText).join() !== before.steps[i].results.map(shapeText).join()) {
        state.changed.add(i);
      }
    });
    Object.assign(state, { typed, numbers });
    refresh();
  }
}

function refresh() {
  summaryOf(state, $("summary"));
  table.build();
  picture.refresh();
  if (state.selected !== null) {
    $("detail").innerHTML = detailsOf(state, state.selected) + differenceText(state.selected);
  }
}

/** Selects the next of the steps that the words name. */
function jump() {
  if (table.words !== "") {
    const step = table.next(1);
    if (step !== undefined) {
      select(step === state.selected ? table.rows()[0].step : step, "table");
    }
  }
}

function keys(e) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  if (e.key === "Escape") {
    if (e.target === $("filter") && $("filter").value !== "") {
      $("filter").value = "";
      table.filter("");
    } else if (state.selected !== null) {
      const step = state.selected;
      select(null);
      const row = document.querySelector('tr[data-step="' + step + '"] a');
      (row || $("filter")).focus();
    }
    e.target.blur && typing && e.target.blur();
  } else if (!typing && !e.ctrlKey && !e.metaKey && !e.altKey) {
    act(e);
  }
}

function act(e) {
  const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[e.key];
  const fold = e.target.closest("[data-fold]");
  if (e.key === "/") {
    $("filter").focus();
    $("filter").select();
  } else if (by !== undefined) {
    const step = table.next(by);
    if (step !== undefined) {
      select(step, "table");
    }
  } else if ((e.key === "ArrowLeft" || e.key === "ArrowRight") && fold) {
    const open = fold.getAttribute("aria-expanded") === "true";
    if (open === (e.key === "ArrowLeft")) {
      table.fold(fold.dataset.fold);
    }
  } else if (e.key === "Enter" && e.target === document.body && state.selected !== null) {
    $("close").focus();
  } else {
    return;
  }
  e.preventDefault();
}

function fromHash() {
  const place = /^#s(\d+)$/.exec(location.hash);
  if (place && Number(place[1]) < report.steps.length && Number(place[1]) !== state.selected) {
    select(Number(place[1]), "link");
  }
}

async function compare(file) {
  const other = dataOf(await file.text());
  const found = other === null ? null : differences(report, readReport(other));
  state.marks = found === null ? new Map() : found.marks;
  const says = $("differences");
  says.hidden = false;
  says.innerHTML = found === null ? escaped(file.name + " is no page of shapecheck") : found.html;
  refresh();
}

const bare = report.model.replace(/[^\w.]+/g, "_").slice(0, 80);
const actions = {
  zoomin: () => picture.zoom(1.25),
  zoomout: () => picture.zoom(0.8),
  whole: () => picture.fit(true),
  wide: () => picture.fit(false),
  svg: () => saveSvg(picture, bare),
  png: () => savePng(picture, bare),
  markdown: () => copy(markdown(state)),
  csv: () => copy(csv(state)),
  compare: () => $("other").click(),
  print: () => print(),
  fold: () => table.foldAll(true),
  unfold: () => table.foldAll(false),
  close: () => select(null),
  theme: () => {
    const set = document.documentElement.dataset;
    const dark = set.theme
      ? set.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    set.theme = dark ? "light" : "dark";
  },
  peak: () => select(state.numbers.peakStep, "summary"),
};

function start() {
  writeSizes(state, $("sizes"));
  if (report.steps.length > ROWS) {
    table.foldAll(true);
  }
  picture.build();
  picture.fit(false);
  refresh();
  document.addEventListener("click", (e) => {
    const button = e.target.closest("[data-do]");
    const menu = e.target.closest("details");
    document.querySelectorAll("details[open]").forEach((d) => d !== menu && (d.open = false));
    if (button) {
      actions[button.dataset.do]();
      if (menu) {
        menu.open = false;
      }
    }
  });
  document.addEventListener("keydown", keys);
  document.addEventListener("pointermove", (e) => hover(state, e));
  $("panel").addEventListener("click", (e) => {
    const link = e.target.closest('a[href^="#s"]');
    if (link) {
      e.preventDefault();
      select(Number(link.hash.slice(2)), "panel");
    }
  });
  $("sizes").addEventListener("input", resize);
  $("filter").addEventListener("input", () => table.filter($("filter").value));
  $("filter").addEventListener("keydown", (e) => e.key === "Enter" && jump());
  $("colour").addEventListener("change", () => {
    state.colour = $("colour").value;
    picture.refresh();
  });
  $("other").addEventListener("change", () => $("other").files[0] && compare($("other").files[0]));
  addEventListener("hashchange", fromHash);
  addEventListener("resize", () => picture.move());
  fromHash();
}

start();
