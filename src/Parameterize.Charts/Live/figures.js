// A figure: one chart or a grid of them, with what they have in common.
class Figure {
  constructor(root, { title, panels, same, drawings }) {
    Object.assign(this, { root, title, panels, same, off: new Set() });
    for (const panel of panels) panel.home = { x: panel.x, y: panel.y };
    for (const panel of panels) Object.assign(panel, { view: structuredClone(panel.home), moved: false });
    const svgs = root.querySelectorAll('svg.live');
    this.drawings = drawings.map((home, i) => new Drawing(svgs[i], this, home));
    root.querySelectorAll('.marker>title,.guide>title').forEach(one => one.remove());
    root.querySelectorAll('.entry').forEach(one => this.entry(one));
    const bar = element(root, 'div', { className: 'tools' });
    const button = (text, about, onclick) => element(bar, 'button', { type: 'button', title: about, onclick }, text);
    this.scales = ['x', 'y'].filter(axis => this.otherScale(axis))
      .map(axis => [axis, button('', `Log or linear ${axis}`, () => this.flipScale(axis))]);
    this.home = button('Reset', 'Everything as it was drawn (double click, or key 0)', () => this.reset());
    button('SVG', 'Save what is seen as a drawing', () => save(`${this.title}.svg`, 'image/svg+xml', this.toSvg()));
    button('CSV', 'Save all numbers, in full', () => save(`${this.title}.csv`, 'text/csv', this.toCsv()));
    this.tell();
    new ResizeObserver(() => this.drawings.forEach(one => one.fit())).observe(root);
  }

  draw() { this.drawings.forEach(one => one.draw()); this.tell(); }

  tell() {
    for (const [axis, flip] of this.scales)
      flip.textContent = `${axis}: ${this.panels[0].view[axis].scale === 'Linear' ? 'linear' : 'log'}`;
    this.home.disabled = !this.off.size && this.panels.every(panel => !panel.moved);
    for (const one of this.root.querySelectorAll('.entry')) {
      one.setAttribute('aria-pressed', !this.off.has(one.dataset.name));
      one.style.opacity = this.off.has(one.dataset.name) ? 0.35 : '';
    }
  }

  reset() {
    this.off.clear();
    for (const panel of this.panels) Object.assign(panel, { view: structuredClone(panel.home), moved: false });
    this.draw();
  }

  entry(one) {
    const flip = () => {
      if (!this.off.delete(one.dataset.name)) this.off.add(one.dataset.name);
      this.draw();
    };
    one.setAttribute('role', 'button');
    one.setAttribute('tabindex', '0');
    one.addEventListener('click', flip);
    one.addEventListener('keydown', e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); flip(); } });
  }

  numbers(panel, axis) {
    return axis === 'x'
      ? panel.series.flatMap(one => one.points.map(p => p[0]))
      : panel.series.flatMap(one => [...one.points.map(p => p[1]), ...one.band.flatMap(b => [b[1], b[2]])]).filter(v => v !== null);
  }

  // Logarithms where the program drew equal steps and all numbers have one; equal steps where it drew logarithms.
  otherScale(axis) {
    const own = this.panels[0]?.home[axis].scale;
    if (own !== 'Linear') return own && 'Linear';
    return this.panels.every(panel => this.numbers(panel, axis).every(v => v > 0)) ? 'Log10' : undefined;
  }

  flipScale(axis) {
    const turned = this.panels[0].view[axis].scale !== this.panels[0].home[axis].scale, other = this.otherScale(axis);
    const range = panels => {
      const all = panels.flatMap(panel => this.numbers(panel, axis)).map(forward[other]).filter(finite);
      const [low, high] = [Math.min(...all), Math.max(...all)], room = 0.05 * (high - low) || 0.1 * Math.abs(low) || 1;
      return { scale: other, low: low - room, high: high + room };
    };
    for (const panel of this.panels) {
      panel.view[axis] = { ...panel.home[axis], ...turned ? {} : range(this.same && axis === 'y' ? this.panels : [panel]) };
      panel.moved = JSON.stringify(panel.view) !== JSON.stringify(panel.home);
    }
    this.draw();
  }

  toCsv() {
    const quoted = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const rows = this.panels.flatMap(panel => panel.series.flatMap(one => one.points.map(([x, y]) => {
      const band = one.band.find(b => b[0] === x);
      return [quoted(panel.title), quoted(one.name), x, y ?? '', band?.[1] ?? '', band?.[2] ?? ''].join();
    })));
    return ['panel,series,x,y,low,high', ...rows].join('\n') + '\n';
  }

  // What is seen, by itself: its styles with it, panels in the rows in which they stand.
  toSvg() {
    const seen = [...this.root.querySelectorAll('svg')].map(svg => [svg, svg.getBoundingClientRect()]).filter(([, at]) => at.width);
    const origin = this.root.getBoundingClientRect();
    const far = (side, from) => Math.max(...seen.map(([, at]) => at[side] - origin[from])).toFixed(0);
    const [width, height] = [far('right', 'left'), far('bottom', 'top')];
    const whole = document.createElementNS(svgNames, 'svg');
    set(whole, { viewBox: `0 0 ${width} ${height}`, width, height, class: 'chart alone' });
    add(whole, 'rect', { width, height, class: 'surface' });
    if (this.root.querySelector('.gridtitle')) add(whole, 'text', { x: 12, y: 22, class: 'title', 'font-size': 16 }, this.title);
    for (const [svg, at] of seen) {
      const copy = whole.appendChild(svg.cloneNode(true));
      copy.querySelectorAll('.cursor,.zoom').forEach(one => one.remove());
      set(copy, { x: at.left - origin.left, y: at.top - origin.top, width: at.width, height: at.height });
    }
    const rules = [...document.styleSheets[0].cssRules].map(rule => rule.cssText).filter(text => /svg\.chart|:root/.test(text));
    add(whole, 'style', {}).textContent = rules.join('\n').replaceAll(':root', 'svg.chart');
    return new XMLSerializer().serializeToString(whole);
  }
}

function save(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href, download: name.replace(/[^\w.-]+/g, '-') });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

document.documentElement.classList.add('scripted');
for (const root of document.querySelectorAll('.figure')) new Figure(root, JSON.parse(root.querySelector('script').textContent));
