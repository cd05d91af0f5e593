/**
 * Draws a tensor as a solid: spatial axes to scale, channels as depth (logarithmic, as are the axes of
 * what has no plane), free axes as open lengths.
 */

import { px } from "./text.js";

const ROOM = 38;
const LEAST = 3;

/** The scales of a picture: the largest tensor takes the whole room. */
export function scalesOf(shapes) {
  const most = { map: 1, other: 1 };
  shapes.forEach((shape) => {
    const sizes = shape.map(Number);
    const rank = sizes.length;
    if (rank >= 4) {
      most.map = Math.max(most.map, sizes[rank - 1], sizes[rank - 2]);
    } else {
      most.other = Math.max(most.other, ...sizes.slice(rank === 3 ? 1 : -1));
    }
  });
  return { map: ROOM / most.map, other: ROOM / Math.log2(1 + most.other) };
}

function extent(sizes, scales) {
  const rank = sizes.length;
  if (rank >= 4) {
    const channels = sizes.slice(1, rank - 2).reduce((count, size) => count * size, 1);
    const depth = 1 + Math.log2(Math.max(1, channels)) * 0.9;
    return [sizes[rank - 1] * scales.map, sizes[rank - 2] * scales.map, depth];
  }
  const length = (size) => Math.log2(1 + size) * scales.other;
  if (rank === 3) {
    return [length(sizes[2]), length(sizes[1]), 2];
  }
  return rank === 0 ? [4, 4, 0] : [length(sizes[rank - 1]), 6, 0];
}

/** The solid around a middle; `free` tells which of width and height are free sizes. */
export function solid(shape, scales, free, x, y) {
  if (shape.some((size) => size === null)) {
    return (
      '<rect class="front" x="' +
      px(x - 8) +
      '" y="' +
      px(y - 8) +
      '" width="16" height="16" stroke-dasharray="2 2"/>'
    );
  }
  const [wide, high, depth] = extent(shape.map(Number), scales);
  const width = Math.min(ROOM, Math.max(LEAST, wide));
  const height = Math.min(ROOM, Math.max(LEAST, high));
  const left = x - (width + depth) / 2;
  const top = y - (height - depth) / 2;
  const [right, bottom] = [left + width, top + height];
  const side =
    depth > 0
      ? '<path class="side" d="M' +
        [left, top, left + depth, top - depth, right + depth, top - depth].map(px).join(" ") +
        " " +
        [right + depth, bottom - depth, right, bottom, right, top].map(px).join(" ") +
        'Z"/>'
      : "";
  const front =
    '<rect class="front" x="' +
    [left, top].map(px).join('" y="') +
    '" width="' +
    px(width) +
    '" height="' +
    px(height) +
    '"/>';
  const open =
    (free.width ? line(right, top, right, bottom) : "") +
    (free.height ? line(left, bottom, right, bottom) : "");
  return side + front + open;
}

/** A dashed edge: the axis goes on as far as the input does. */
const line = (x1, y1, x2, y2) =>
  '<path class="free" d="M' + [x1, y1].map(px).join(" ") + "L" + [x2, y2].map(px).join(" ") + '"/>';
