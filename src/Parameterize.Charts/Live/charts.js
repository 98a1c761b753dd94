// Brings a page's charts to life: numbers under pointer and keys, series on and off, zoom, log or linear, files, all the room there is.
// The page is whole without it. What is drawn again is drawn from the numbers beside each figure, as the program drew it.
const svgNames = 'http://www.w3.org/2000/svg', edge = 8;
const pen = document.createElement('canvas').getContext('2d');
const finite = Number.isFinite;

function set(one, attributes) {
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, typeof value === 'number' ? +value.toFixed(2) : value);
  return one;
}

function add(parent, name, attributes, text = '') {
  const one = set(parent.appendChild(document.createElementNS(svgNames, name)), attributes);
  let done = 0, lower = false;
  for (const found of text.matchAll(/\^(\([^()]{1,20}\)|[-−+]?(\d+([./]\d+)*|[A-Za-z]\b))/g)) {
    write(text.slice(done, found.index), lower && '0.3em');
    write(found[1].replace(/^\(|\)$/g, '').replaceAll('-', '−'), '-0.4em', 'up');
    [done, lower] = [found.index + found[0].length, true];
  }
  write(text.slice(done), lower && '0.3em');
  return one;

  function write(piece, dy, kind) {
    if (piece && dy) add(one, 'tspan', kind ? { dy, class: kind } : { dy }).textContent = piece;
    else if (piece) one.append(piece);
  }
}

function element(parent, name, properties, ...inside) {
  const one = parent.appendChild(Object.assign(document.createElement(name), properties));
  one.append(...inside);
  return one;
}

const tip = element(document.body, 'div', { className: 'tip', hidden: true });
tip.setAttribute('role', 'status');

// One drawing of a panel, of which a page has one for a wide and one for a narrow place; both show the panel's `view`.
class Drawing {
  constructor(svg, figure, home) {
    Object.assign(this, { svg, figure, home, panel: figure.panels[home.panel], plot: { ...home.plot }, width: home.width });
    this.pointers = new Map();
    this.height = svg.viewBox.baseVal.height;
    this.layers = Object.fromEntries(['axes', 'data', 'points', 'marks', 'ends'].map(name => [name, svg.querySelector(`.${name}`)]));
    this.cursor = add(svg, 'line', { class: 'cursor', visibility: 'hidden' });
    this.box = add(svg, 'rect', { class: 'zoom', visibility: 'hidden' });
    svg.tabIndex = 0;
    const on = (name, act) => svg.addEventListener(name, act);
    on('pointerdown', e => this.press(e));
    on('pointermove', e => this.move(e));
    on('pointerup', e => this.release(e));
    on('pointercancel', e => this.release(e, true));
    on('pointerleave', () => this.hide());
    on('blur', () => this.hide());
    on('dblclick', () => figure.reset());
    on('keydown', e => this.key(e));
  }

  part(axis, v) { const { scale, low, high } = this.panel.view[axis]; return (forward[scale](v) - low) / (high - low); }
  x(v) { return this.plot.left + this.part('x', v) * this.plot.width; }
  y(v) { return this.plot.top + (1 - this.part('y', v)) * this.plot.height; }
  inside(x, y) { const p = this.plot; return x >= p.left && x <= p.left + p.width && y >= p.top && y <= p.top + p.height; }
  at(e) { const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(this.svg.getScreenCTM().inverse()); return [p.x, p.y]; }
  get series() { return this.panel.series.filter(one => !this.figure.off.has(one.name) && this.owned(one)); }
  get dots() { return this.series.flatMap(one => one.points.map(([x, y]) => [this.x(x), this.y(y ?? NaN)])); }
  owned(one) { return !this.figure.off.has(one.label) && !this.figure.off.has(this.panel.series[one.of]?.name); }
  get stops() {
    const { left, width } = this.plot, all = new Set(this.series.flatMap(one => one.points.map(p => p[0])));
    return [...all].filter(v => this.x(v) >= left - 1 && this.x(v) <= left + width + 1).sort((a, b) => a - b);
  }

  // As wide as its place, where that is wider than the program drew it.
  fit() {
    const shown = this.svg.getBoundingClientRect().width;
    if (!shown) return;
    const width = Math.max(this.home.width, Math.round(shown)), grown = this.home.plot.height * (width / this.home.width - 1) / 2;
    if (width === this.width) return;
    this.width = width;
    this.plot.height = this.home.plot.height + grown;
    this.svg.setAttribute('viewBox', `0 0 ${width} ${this.height + grown}`);
    this.draw();
  }

  draw() {
    const { panel, plot, home: { font }, layers } = this, { x, y } = panel.view, bottom = plot.top + plot.height;
    pen.font = `${font}px ${getComputedStyle(this.svg).fontFamily}`;
    const wide = text => pen.measureText(text.replace('^', '')).width;
    const write = (text, x, y, kind, anchor) => text &&
      add(layers.axes, 'text', { x, y, class: kind, 'text-anchor': anchor, 'font-size': font }, text);
    const yTicks = ticks(y.scale, y.low, y.high, Math.max(3, Math.floor(plot.height / (2.6 * font))));
    plot.left = Math.max(this.home.plot.left, 12 + edge + Math.max(...yTicks.map(([, text]) => wide(text))));
    plot.width = this.width - plot.left - this.home.right;
    set(this.svg.querySelector('clipPath rect'), { x: plot.left, y: plot.top, width: plot.width, height: plot.height });
    for (const name of ['axes', 'data', 'points', 'marks']) layers[name].replaceChildren();
    for (const [v, text] of yTicks) {
      const at = this.y(v);
      add(layers.axes, 'line', { x1: plot.left, y1: at, x2: plot.left + plot.width, y2: at, class: text ? 'grid' : 'minor' });
      write(text, plot.left - edge, at + 0.35 * font, 'tick', 'end');
    }
    const middle = (v, text) => clamp(this.x(v), wide(text) / 2, this.width - wide(text) / 2);
    for (const [v, text] of this.xTicks(middle, wide)) {
      const at = this.x(v);
      add(layers.axes, 'line', { x1: at, y1: plot.top, x2: at, y2: bottom, class: text ? 'grid' : 'minor' });
      write(text, middle(v, text), bottom + font + 8, 'tick', 'middle');
    }
    add(layers.axes, 'line', { x1: plot.left, y1: bottom, x2: plot.left + plot.width, y2: bottom, class: 'axis' });
    write(panel.x.label, plot.left + plot.width / 2, bottom + 2 * font + 15, 'label', 'middle');
    this.drawData();
    this.drawMarks(font, wide);
    layers.ends.querySelectorAll('.entry').forEach(one => this.placeEnd(one, font));
    this.hide();
  }

  // A name keeps its place beside the plot; what leads to it starts where its line ends, if that is seen.
  placeEnd(entry, font) {
    const [leader, text] = entry.children, { plot, home, panel } = this;
    entry.drawn ??= [+text.getAttribute('x'), +text.getAttribute('y')];
    const x = entry.drawn[0] + this.width - home.width, y = plot.top + (entry.drawn[1] - home.plot.top) * plot.height / home.plot.height;
    const line = panel.series.find(one => one.name === entry.dataset.name);
    const ends = (line?.points ?? []).map(([vx, vy]) => [this.x(vx), this.y(vy ?? NaN)]);
    const end = ends.findLast(at => at.every(finite)) ?? [];
    set(text, { x, y });
    set(leader, { d: this.inside(...end) ? `M${end[0] + 6} ${end[1]}L${x - 4} ${y - 0.35 * font}` : 'M0 0' });
  }

  // The most labels that do not touch; where even three do, those stay away that touch the one before.
  xTicks(middle, wide) {
    const { scale, low, high } = this.panel.view.x;
    const apart = (a, b) => middle(...b) - middle(...a) >= (wide(a[1]) + wide(b[1])) / 2 + 10;
    for (let most = scale === 'Linear' ? clamp(Math.floor(this.plot.width / 45), 3, 12) : 12; ; most--) {
      const found = ticks(scale, low, high, most), named = found.filter(([, text]) => text);
      if (named.every((one, i) => !i || apart(named[i - 1], one))) return found;
      let before = null;
      if (most === 3) return found.map(one => !one[1] ? one : before && !apart(before, one) ? [one[0], ''] : before = one);
    }
  }

  path(points) {
    let down = false;
    return points.map(([x, y]) => [clamp(this.x(x), -1e6, 1e6), clamp(this.y(y ?? NaN), -1e6, 1e6)]).map(([x, y]) => {
      const pen = finite(x) && finite(y) ? `${down ? 'L' : 'M'}${x.toFixed(2)} ${y.toFixed(2)}` : '';
      down = pen !== '';
      return pen;
    }).join('');
  }

  drawData() {
    const { data, points } = this.layers;
    for (const one of this.series) {
      const band = one.band.filter(([x, low, high]) => [this.x(x), this.y(low), this.y(high)].every(finite));
      if (band.length > 1) {
        const outline = this.path([...band.map(([x, , high]) => [x, high]), ...band.map(([x, low]) => [x, low]).reverse()]);
        add(data, 'path', { d: outline + 'z', class: 'band', style: `fill:${one.color}` });
      }
    }
    for (const guide of this.panel.guides.filter(guide => this.owned(guide))) {
      const { scale } = this.panel.home.x, [low, high] = guide.span.map(v => forward[scale](v));
      const along = Array.from({ length: 25 }, (_, i) => backward[scale](low + (high - low) * i / 24));
      add(data, 'path', { d: this.path(along.map(x => [x, this.guideAt(guide, x)])), class: 'guide', style: `stroke:${guide.color}` });
    }
    for (const one of this.series.filter(one => one.line))
      add(data, 'path', { d: this.path(one.points), class: 'line', style: `stroke:${one.color};${one.line}` });
    for (const one of this.series.filter(one => one.marker)) {
      const apart = one.sparse ? this.plot.width / 8 : 10;
      let last = null;
      for (const [vx, vy] of one.points) {
        const [x, y] = [this.x(vx), this.y(vy ?? NaN)];
        if (!finite(x) || !finite(y) || !this.inside(x, y)) continue;
        last ??= one.sparse ? [x - apart * one.sparse, y] : null;
        if (one.line && last && Math.max(Math.abs(x - last[0]), one.sparse ? 0 : Math.abs(y - last[1])) < apart) continue;
        last = [x, y];
        const transform = `translate(${x.toFixed(2)} ${y.toFixed(2)})`;
        add(points, 'path', { d: one.marker, transform, class: 'marker', style: `fill:${one.color}` });
      }
    }
  }

  guideAt(guide, x) {
    const { x: along, y: up } = this.panel.home, bothLog = along.scale !== 'Linear' && up.scale !== 'Linear';
    const slope = bothLog ? guide.slope * forward[up.scale](Math.E) / forward[along.scale](Math.E) : guide.slope;
    return backward[up.scale](forward[up.scale](guide.y) + slope * (forward[along.scale](x) - forward[along.scale](guide.x)));
  }

  drawMarks(font, wide) {
    const rings = this.panel.marks.filter(mark => this.owned(mark))
      .map(mark => ({ ...mark, at: [this.x(mark.x ?? NaN), this.y(mark.y ?? NaN)] }))
      .filter(({ at }) => at.every(finite) && this.inside(...at));
    const taken = rings.map(({ at: [x, y] }) => [x - 8, y - 8, 16, 16]), { left, top, width, height } = this.plot;
    const dots = this.dots;
    for (const { at: [cx, cy], color } of rings)
      add(this.layers.marks, 'circle', { cx, cy, r: 7, class: 'ring', style: `stroke:${color}` });
    for (const { at: [rx, ry], label } of rings.filter(({ label, shared }) => label && !shared)) {
      const w = wide(label), h = font + 4, free = [10, 24, 40, 60].flatMap(d => [
        [rx - w / 2, ry + d], [rx - w / 2, ry - d - h], [rx + d, ry - h / 2], [rx - d - w, ry - h / 2], [rx + 0.7 * d, ry + 0.7 * d],
        [rx + 0.7 * d, ry - 0.7 * d - h], [rx - 0.7 * d - w, ry + 0.7 * d], [rx - 0.7 * d - w, ry - 0.7 * d - h],
      ]).filter(([l, t]) => l >= left && l + w <= left + width && t >= top && t + h <= top + height
        && !taken.some(([a, b, c, d]) => l < a + c && a < l + w && t < b + d && b < t + h));
      const covered = ([l, t]) => dots.filter(([a, b]) => a >= l && a <= l + w && b >= t && b <= t + h).length;
      const best = free.sort((a, b) => covered(a) - covered(b))[0];
      if (!best) continue;
      taken.push([...best, w, h]);
      const [x, y] = [best[0] + w / 2, best[1] + 0.8 * h];
      add(this.layers.marks, 'text', { x, y, class: 'name halo', 'text-anchor': 'middle', 'font-size': font }, label);
    }
  }

  tell(stop) {
    const { x, y, series, guides } = this.panel, at = this.x(stop);
    this.stop = stop;
    set(this.cursor, { x1: at, x2: at, y1: this.plot.top, y2: this.plot.top + this.plot.height, visibility: 'visible' });
    const rows = this.series.flatMap(one => {
      const point = one.points.find(p => p[0] === stop), band = one.band.find(p => p[0] === stop);
      return point ? [[one, point[1] ?? NaN, band]] : [];
    }).sort((a, b) => b[1] - a[1]);
    tip.replaceChildren();
    element(tip, 'b', {}, `${x.label}: ${short(stop)}`);
    element(tip, 'small', {}, y.label);
    for (const [one, value, band] of rows) {
      const own = guides.filter(guide => this.owned(guide) && series[guide.of] === one && stop >= guide.span[0] && stop <= guide.span[1]);
      const extra = own.map(guide => `, ${guide.label} ${short(this.guideAt(guide, stop))}`).join('');
      const row = element(tip, 'div', {}), sign = add(row, 'svg', { viewBox: '-12 -6 24 12', class: 'chart sign' });
      const spread = band ? ` (${band.slice(1).map(short).join(' to ')})` : '';
      if (one.line) add(sign, 'path', { d: 'M-12 0H12', class: 'line', style: `stroke:${one.color};${one.line}` });
      if (one.marker) add(sign, 'path', { d: one.marker, class: 'marker', style: `fill:${one.color}` });
      row.append(`${one.name}: ${finite(value) ? short(value) : 'none'}${spread}${extra}`);
    }
    tip.hidden = false;
    this.placeTip(at);
  }

  // Beside the cursor, inside of its own drawing, where it covers least of the data.
  placeTip(at) {
    const place = this.svg.getBoundingClientRect(), unit = place.width / this.width, { top, height } = this.plot;
    tip.style.maxWidth = `${place.width}px`;
    const [wide, high] = [tip.offsetWidth / unit, tip.offsetHeight / unit];
    const dots = this.dots;
    const free = [at + 12, at - 12 - wide].map(x => clamp(x, 0, Math.max(0, this.width - wide)))
      .flatMap(x => [[x, top], [x, top + height - high]]);
    const covered = ([l, t]) => dots.filter(([x, y]) => x >= l && x <= l + wide && y >= t && y <= t + high).length;
    const [left, up] = free.reduce((best, one) => covered(one) < covered(best) ? one : best);
    tip.style.left = `${scrollX + place.left + left * unit}px`;
    tip.style.top = `${scrollY + place.top + up * unit}px`;
  }

  hide() { tip.hidden = true; this.cursor.setAttribute('visibility', 'hidden'); }

  press(e) {
    const at = this.at(e);
    if (e.pointerType === 'touch') this.pointers.set(e.pointerId, at);
    else if (e.button === 0 && this.inside(...at)) this.from = at;
    if (this.from) this.svg.setPointerCapture(e.pointerId);
    if (this.pointers.size === 2) this.pinch = { from: [...this.pointers.values()], view: structuredClone(this.panel.view) };
    else if (e.pointerType === 'touch') this.move(e);
  }

  move(e) {
    const at = this.at(e), { left, top, width, height } = this.plot;
    if (this.pointers.has(e.pointerId)) this.pointers.set(e.pointerId, at);
    if (this.pinch) return this.pinched();
    if (this.from) {
      const [x, y] = [clamp(at[0], left, left + width), clamp(at[1], top, top + height)], [a, b] = this.from;
      set(this.box, { x: Math.min(x, a), y: Math.min(y, b), width: Math.abs(x - a), height: Math.abs(y - b), visibility: 'visible' });
      return this.hide();
    }
    const stops = this.stops;
    if (!stops.length || !this.inside(...at)) return this.hide();
    this.tell(stops.reduce((best, v) => Math.abs(this.x(v) - at[0]) < Math.abs(this.x(best) - at[0]) ? v : best));
  }

  release(e, cancelled) {
    const from = this.from, to = this.at(e);
    this.pointers.delete(e.pointerId);
    if (this.pointers.size < 2) this.pinch = null;
    this.from = null;
    this.box.setAttribute('visibility', 'hidden');
    if (cancelled || !from || Math.abs(to[0] - from[0]) < 8 || Math.abs(to[1] - from[1]) < 8) return;
    const { left, top, width, height } = this.plot, sorted = (a, b) => [Math.min(a, b), Math.max(a, b)].map(v => clamp(v, 0, 1));
    this.zoom(sorted((from[0] - left) / width, (to[0] - left) / width), sorted(1 - (from[1] - top) / height, 1 - (to[1] - top) / height));
  }

  pinched() {
    const { from: [a, b], view } = this.pinch, [c, d] = [...this.pointers.values()], { left, top, width, height } = this.plot;
    const grown = clamp(Math.hypot(c[0] - d[0], c[1] - d[1]) / Math.hypot(a[0] - b[0], a[1] - b[1]), 0.1, 10);
    const moved = (axis, was, now) => {
      const long = (axis.high - axis.low) / grown, low = axis.low + was * (axis.high - axis.low) - now * long;
      return { ...axis, low, high: low + long };
    };
    const along = (p, q) => ((p[0] + q[0]) / 2 - left) / width, up = (p, q) => 1 - ((p[1] + q[1]) / 2 - top) / height;
    Object.assign(this.panel, { view: { x: moved(view.x, along(a, b), along(c, d)), y: moved(view.y, up(a, b), up(c, d)) }, moved: true });
    this.figure.draw();
  }

  // To a part of what is seen, 0 to 1 along each axis.
  zoom(x, y) {
    const cut = (axis, part) => {
      const [low, high] = part.map(at => axis.low + at * (axis.high - axis.low));
      return { ...axis, low, high };
    };
    Object.assign(this.panel, { view: { x: cut(this.panel.view.x, x), y: cut(this.panel.view.y, y) }, moved: true });
    this.figure.draw();
  }

  key(e) {
    const stops = this.stops, at = stops.indexOf(this.stop), last = stops.length - 1;
    const act = {
      ArrowRight: () => this.tell(stops[Math.min(last, at + 1)]), ArrowLeft: () => this.tell(stops[Math.max(0, at - 1)]),
      Home: () => this.tell(stops[0]), End: () => this.tell(stops[last]), Escape: () => this.hide(),
      '+': () => this.zoom([0.25, 0.75], [0.25, 0.75]), '-': () => this.zoom([-0.5, 1.5], [-0.5, 1.5]), 0: () => this.figure.reset(),
    }[e.key];
    if (!act || last < 0 || e.target !== this.svg) return;
    e.preventDefault();
    act();
  }
}
