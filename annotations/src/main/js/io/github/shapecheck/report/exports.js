/** Gives the picture as SVG or PNG and the table as Markdown or CSV. */

import { MEASURES } from "./rows.js";
import { grouped, shapeText } from "./text.js";

const MOST_PIXELS = 16000;

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The picture as a file of its own, in the colours of the page. */
export function svgText(picture) {
  const { width, height } = picture.size;
  const theme = document.documentElement.dataset.theme || "";
  const style = document.querySelector("style").textContent.replace(/</g, "\\3c ");
  const defs = picture.svg.querySelector("defs").outerHTML;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" class="picture" data-theme="' +
    theme +
    '" viewBox="0 0 ' +
    width +
    " " +
    height +
    '" width="' +
    width +
    '" height="' +
    height +
    '"><style>' +
    style +
    "</style>" +
    defs +
    '<rect class="paper" width="100%" height="100%"/>' +
    picture.whole() +
    "</svg>"
  );
}

export function saveSvg(picture, name) {
  save(new Blob([svgText(picture)], { type: "image/svg+xml" }), name + ".svg");
}

export async function savePng(picture, name) {
  const { width, height } = picture.size;
  const scale = Math.min(2, MOST_PIXELS / width, MOST_PIXELS / height);
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgText(picture));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, name + ".png"), "image/png");
}

/** The steps as they stand in the table, one list of cells each. */
function lines({ report, numbers }) {
  const head = [
    "Layer",
    "Type",
    "Output",
    ...Object.values(MEASURES).map((m) => m.title),
    "Weights",
  ];
  head[5] += " (bytes)";
  const rows = report.steps.map((step) => {
    const now = numbers.steps[step.number];
    const costs = Object.values(MEASURES).map(({ of }) => of(now));
    const weights = step.weights
      .filter((w) => w.trained)
      .map((w) => w.name + " " + shapeText(w.shape));
    return [
      step.label,
      step.op,
      now.results.map(shapeText).join(", "),
      ...costs,
      weights.join("; "),
    ];
  });
  return [head, ...rows];
}

export function markdown(state) {
  const safe = (cell) =>
    typeof cell === "bigint"
      ? grouped(cell)
      : String(cell)
          .replace(/[\\`*_|[\]~#$!<>&]/g, "\\$&")
          .replace(/\n/g, " ");
  const [head, ...rows] = lines(state);
  const row = (cells) => "| " + cells.map(safe).join(" | ") + " |\n";
  const rule = "| --- | --- | --- | ---: | ---: | ---: | --- |\n";
  return row(head) + rule + rows.map(row).join("");
}

export function csv(state) {
  const safe = (cell) => {
    const text = String(cell);
    const inert = typeof cell !== "bigint" && /^[=+@\t\r-]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(inert) ? '"' + inert.replace(/"/g, '""') + '"' : inert;
  };
  return lines(state)
    .map((cells) => cells.map(safe).join(",") + "\r\n")
    .join("");
}

/** Puts text on the clipboard, also where the browser has no such API for files. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
