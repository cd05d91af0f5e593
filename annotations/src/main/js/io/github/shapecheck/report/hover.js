/** The card at the pointer. */

import { detailsOf } from "./panel.js";
import { MEASURES } from "./rows.js";
import { escaped, shapeText } from "./text.js";

/** A small card at the pointer: the derivation, and the part of the whole. */
export function hover(state, e) {
  const target =
    e.target.closest && e.target.closest("#picture [data-step], #steps tr[data-step] th");
  const row = target && (target.closest("[data-step]") || target);
  if (!row || e.pointerType === "touch" || row.dataset.open) {
    hideCard();
    return;
  }
  const step = Number(row.dataset.step);
  const card = document.getElementById("card");
  const { numbers, report } = state;
  const parts = Object.entries(MEASURES)
    .map(([name, { title, of, text }]) => [
      title,
      of(numbers.steps[step]),
      text,
      numbers[MEASURES[name].whole],
    ])
    .filter(([, value]) => value)
    .map(([title, value, text, whole]) => title + " " + text(value) + " of " + text(whole));
  const lines = detailsOf(state, step).match(/<pre[^>]*>[\s\S]*?<\/pre>/);
  card.innerHTML =
    "<b>" +
    escaped(report.steps[step].label) +
    "</b> " +
    escaped(report.steps[step].op) +
    '<br><span class="s">' +
    escaped(numbers.steps[step].results.map(shapeText).join(", ")) +
    "</span>" +
    (lines ? lines[0] : "") +
    (parts.length > 0 ? "<small>" + escaped(parts.join(", ")) + "</small>" : "");
  card.hidden = false;
  const { width, height } = card.getBoundingClientRect();
  card.style.left = Math.max(4, Math.min(innerWidth - width - 8, e.clientX + 14)) + "px";
  card.style.top =
    (e.clientY + 18 + height > innerHeight ? e.clientY - height - 12 : e.clientY + 18) + "px";
}

export function hideCard() {
  document.getElementById("card").hidden = true;
}
