/** Writes shapes, counts and amounts of memory for people. */

import { dimText } from "./dim.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that may stand between tags and in quoted attributes. */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => ESCAPES[c]);

export const shapeText = (shape) => "[" + shape.map(dimText).join(", ") + "]";

export const grouped = (count) =>
  count === null ? "?" : String(count).replace(/\B(?=(\d{3})+$)/g, ",");

function scaled(count, base, units) {
  let amount = Number(count);
  let unit = 0;
  while (amount >= base && unit < units.length - 1) {
    amount /= base;
    unit++;
  }
  const digits = unit === 0 ? 0 : amount < 10 ? 2 : amount < 100 ? 1 : 0;
  return amount.toFixed(digits) + units[unit];
}

/** A count in the largest unit that leaves at least 1. */
export const counted = (count) =>
  count === null ? "?" : scaled(count, 1000, ["", " k", " M", " G", " T", " P", " E"]);

/** Bytes in the largest unit that leaves at least 1. */
export const memoryText = (bytes) =>
  bytes === null
    ? "?"
    : scaled(bytes, 1024, [" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"]);

/** A part of the whole in percent, with the digits that tell something. */
export function percent(part, whole) {
  if (part === null || !whole) {
    return "";
  }
  const share = (100 * Number(part)) / Number(whole);
  return share.toFixed(share < 10 ? 1 : 0) + " %";
}

/** The text cut to a length. */
export const cut = (text, most) =>
  text.length <= most ? text : text.slice(0, most - 1) + "\u2026";

/** A coordinate with one digit after the point at most. */
export const px = (value) => String(Math.round(value * 10) / 10);
