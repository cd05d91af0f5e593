/** The table: modules that fold, bars of cost, sorting, and a filter. */

import { insideOf } from "./tree.js";
import { MEASURES, Rows } from "./rows.js";
import { shapeText } from "./text.js";

const AT_ONCE = 250;

export class Table {
  constructor(host, state) {
    this.host = host;
    this.state = state;
    this.body = host.querySelector("tbody");
    this.closed = new Set();
    this.sorted = { by: "order", down: false };
    this.words = "";
    this.listen();
  }

  /** The rows that show, in their order. */
  rows() {
    const rows = [];
    const { root, report } = this.state;
    const words = this.words.toLowerCase();
    if (this.sorted.by !== "order" || words !== "") {
      report.steps.forEach((step) => {
        if (words === "" || this.wordsOf(step).includes(words)) {
          rows.push({ step: step.number, level: 0 });
        }
      });
      return this.sort(rows);
    }
    const visit = (node, level) => {
      if (node.kind === "step") {
        rows.push({ step: node.step, level });
        return;
      }
      rows.push({ node, level });
      if (!this.closed.has(node.id)) {
        (node.kind === "repeat" ? node.members : insideOf(node)).forEach((child) =>
          visit(child, level + 1),
        );
      }
    };
    root.children.forEach((child) => visit(child, 0));
    return rows;
  }

  wordsOf(step) {
    const shapes = this.state.numbers.steps[step.number].results.map(shapeText).join(" ");
    return (step.name + " " + step.layer + " " + step.op + " " + shapes).toLowerCase();
  }

  sort(rows) {
    const { by, down } = this.sorted;
    const { steps } = this.state.report;
    const key = {
      order: (row) => row.step,
      name: (row) => steps[row.step].label,
      type: (row) => steps[row.step].op,
    }[by];
    const value = key || ((row) => MEASURES[by].of(this.state.numbers.steps[row.step]) || 0n);
    const sign = down ? -1 : 1;
    return rows.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      return x < y ? -sign : x > y ? sign : a.step - b.step;
    });
  }

  /** Writes the rows: the first at once, the others when there is time. */
  build() {
    const rows = this.rows();
    this.writer = new Rows(this.state, this.closed);
    const plain = this.sorted.by === "order" && this.words === "";
    const inputs = plain ? this.state.report.inputs.map((input) => this.writer.input(input)) : [];
    this.body.innerHTML = inputs.join("") + this.text(rows.slice(0, AT_ONCE));
    this.token = (this.token || 0) + 1;
    this.later(rows, AT_ONCE, this.token);
    this.host.querySelectorAll("th[data-sort]").forEach((th) => {
      const { by, down } = this.sorted;
      const order = down ? "descending" : "ascending";
      th.setAttribute("aria-sort", th.dataset.sort === by ? order : "none");
    });
  }

  later(rows, from, token) {
    if (from < rows.length) {
      const wait = window.requestIdleCallback || ((run) => setTimeout(run, 16));
      wait(() => {
        if (token === this.token) {
          this.body.insertAdjacentHTML("beforeend", this.text(rows.slice(from, from + 500)));
          this.later(rows, from + 500, token);
        }
      });
    }
  }

  text(rows) {
    return rows.map((row) => (row.node ? this.writer.module(row) : this.writer.step(row))).join("");
  }

  /** Marks a step and brings its row into sight, unfolding what it stands in. */
  show(number) {
    const path = [];
    const find = (node) => {
      if (node.kind !== "step" && node.first <= number && number <= node.last) {
        path.push(node.id);
        (node.kind === "repeat" ? node.members : node.children).forEach(find);
      }
    };
    find(this.state.root);
    if (this.sorted.by === "order" && path.some((id) => this.closed.has(id))) {
      path.forEach((id) => this.closed.delete(id));
      this.build();
    }
    this.body.querySelectorAll("tr.selected").forEach((row) => {
      row.classList.remove("selected");
      row.removeAttribute("aria-current");
    });
    const row = this.body.querySelector('tr[data-step="' + number + '"]');
    if (row) {
      row.classList.add("selected");
      row.setAttribute("aria-current", "true");
      row.scrollIntoView({ block: "nearest" });
    }
  }

  /** The step that stands `by` rows after the selected one among those that show. */
  next(by) {
    const steps = this.rows()
      .filter((row) => row.step !== undefined)
      .map((row) => row.step);
    const at = steps.indexOf(this.state.selected);
    return at < 0
      ? steps[by > 0 ? 0 : steps.length - 1]
      : steps[Math.min(steps.length - 1, Math.max(0, at + by))];
  }

  fold(id) {
    if (!this.closed.delete(id)) {
      this.closed.add(id);
    }
    this.build();
    const button = this.body.querySelector('[data-fold="' + id + '"]');
    if (button) {
      button.focus({ preventScroll: true });
    }
  }

  /** Folds all modules, or none. */
  foldAll(fold) {
    this.closed.clear();
    const visit = (node) => {
      if (node.kind !== "step") {
        this.closed.add(node.id);
        (node.kind === "repeat" ? node.members : node.children).forEach(visit);
      }
    };
    if (fold) {
      this.state.root.children.forEach(visit);
    }
    this.build();
  }

  sortBy(by) {
    const measure = by in MEASURES;
    const same = this.sorted.by === by;
    const back = same && this.sorted.down !== measure;
    this.sorted = back ? { by: "order", down: false } : { by, down: same ? !measure : measure };
    this.build();
  }

  filter(words) {
    this.words = words.trim();
    this.build();
  }

  listen() {
    this.host.addEventListener("click", (e) => {
      const fold = e.target.closest("[data-fold]");
      const sort = e.target.closest("button[data-by]");
      const row = e.target.closest("tr.step");
      if (fold) {
        this.fold(fold.dataset.fold);
      } else if (sort) {
        this.sortBy(sort.dataset.by);
      } else if (row) {
        e.preventDefault();
        this.state.select(Number(row.dataset.step), "table");
      }
    });
  }
}
