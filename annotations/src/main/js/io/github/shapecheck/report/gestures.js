/** How the picture is moved: wheel and pinch, dragging, the minimap, and keys. */

/** Makes the picture listen to wheel, pointers, fingers and keys. */
export function listen(picture) {
  const fingers = new Map();
  let spread = 0;
  let moved = 0;
  picture.svg.addEventListener(
    "wheel",
    (e) => {
      e.preventDefault();
      const rect = picture.svg.getBoundingClientRect();
      if (e.ctrlKey || e.metaKey) {
        picture.zoom(Math.exp(-e.deltaY / 200), e.clientX - rect.left, e.clientY - rect.top);
      } else {
        picture.pan(e.shiftKey ? -e.deltaY : -e.deltaX, e.shiftKey ? 0 : -e.deltaY);
      }
    },
    { passive: false },
  );
  picture.svg.addEventListener("pointerdown", (e) => {
    fingers.set(e.pointerId, e);
    moved = 0;
    spread = 0;
  });
  picture.svg.addEventListener("pointermove", (e) => {
    const before = fingers.get(e.pointerId);
    if (!before) {
      return;
    }
    const [dx, dy] = [e.clientX - before.clientX, e.clientY - before.clientY];
    fingers.set(e.pointerId, e);
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved > 4) {
      picture.svg.setPointerCapture(e.pointerId);
    }
    picture.pan(dx / fingers.size, dy / fingers.size);
    if (fingers.size === 2) {
      const [a, b] = [...fingers.values()];
      const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      const rect = picture.svg.getBoundingClientRect();
      const middle = [
        (a.clientX + b.clientX) / 2 - rect.left,
        (a.clientY + b.clientY) / 2 - rect.top,
      ];
      picture.zoom(spread > 0 ? now / spread : 1, ...middle);
      spread = now;
    }
  });
  ["pointerup", "pointercancel"].forEach((type) =>
    picture.svg.addEventListener(type, (e) => fingers.delete(e.pointerId)),
  );
  picture.svg.addEventListener("click", (e) => {
    if (moved <= 4) {
      picture.act(e.target.closest("[data-id], [data-fold]"));
    }
  });
  picture.svg.addEventListener("keydown", (e) => key(picture, e));
  const jump = (e) => {
    const point = new DOMPoint(e.clientX, e.clientY).matrixTransform(
      picture.map.getScreenCTM().inverse(),
    );
    const { width, height } = picture.window();
    picture.at.x = width / 2 - point.x * picture.at.scale;
    picture.at.y = height / 2 - point.y * picture.at.scale;
    picture.move();
  };
  picture.map.addEventListener("pointerdown", jump);
  picture.map.addEventListener("pointermove", (e) => e.buttons > 0 && jump(e));
}

function key(picture, e) {
  const moves = {
    ArrowLeft: [60, 0],
    ArrowRight: [-60, 0],
    ArrowUp: [0, 60],
    ArrowDown: [0, -60],
  };
  if (e.key === "Enter" || e.key === " ") {
    const element = e.target.closest("[data-id], [data-fold]");
    const { id, fold } = element ? element.dataset : {};
    picture.act(element);
    const now = picture.layer.querySelector(
      '[data-id="' + (fold || id) + '"], [data-fold="' + (fold || id) + '"]',
    );
    if (now) {
      now.focus({ preventScroll: true });
    }
  } else if (e.key === "+" || e.key === "=") {
    picture.zoom(1.25);
  } else if (e.key === "-") {
    picture.zoom(0.8);
  } else if (e.key === "0") {
    picture.fit(true);
  } else if (moves[e.key]) {
    picture.pan(...moves[e.key]);
  } else {
    return;
  }
  e.preventDefault();
  e.stopPropagation();
}
