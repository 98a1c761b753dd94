// Round numbers along an axis: TickMarks and NumberText of the program once more, which a test holds against them.
const forward = { Linear: v => v, Log2: v => v > 0 ? Math.log2(v) : NaN, Log10: v => v > 0 ? Math.log10(v) : NaN };
const backward = { Linear: v => v, Log2: v => 2 ** v, Log10: v => 10 ** v };
const clamp = (v, low, high) => Math.max(low, Math.min(high, v));
const ten = exponent => Number(`1e${exponent}`);
const trimmed = text => text.includes('.') ? text.replace(/\.?0+$/, '') : text;

function short(v) {
  const size = Math.abs(v);
  if (size === Math.floor(size) && size < 1e7) return String(v + 0);
  if (size >= 1e-4 && size < 1e7) return trimmed(v.toFixed(clamp(3 - Math.floor(Math.log10(size)), 0, 8)));
  const [mantissa, exponent] = v.toExponential(3).split('e');
  return `${trimmed(mantissa)}e${+exponent}`;
}

function onGrid(v, step, largest) {
  const digit = Math.floor(Math.log10(step) + 1e-9), top = Math.floor(Math.log10(Math.max(Math.abs(largest), step)));
  if (Math.abs(v) < step / 2) return '0';
  if (top < 6 && digit >= -5) return v.toFixed(Math.max(0, -digit)).replace('-', '−');
  const power = Math.max(Math.floor(Math.log10(Math.abs(v)) + 1e-9), digit);
  return `${trimmed((v / ten(power)).toFixed(clamp(power - digit, 0, 15))).replace('-', '−')}×10^${power}`;
}

function roundStep(rough) {
  const power = ten(Math.floor(Math.log10(rough)));
  return ([1, 2, 5].find(round => rough <= round * power * (1 + 1e-9)) ?? 10) * power;
}

function linearTicks(low, high, most) {
  const count = by => Math.floor(high / by) - Math.ceil(low / by) + 1;
  let finer, step = roundStep((high - low) / (most + 2));
  do [finer, step] = [step, roundStep(step * 1.01)]; while (count(step) > most);
  if (count(finer) <= most || count(step) < 2) step = finer;
  const found = [], last = Math.floor(high / step + 1e-9);
  for (let k = Math.ceil(low / step - 1e-9); k <= last && found.length < 3 * most; k++)
    found.push([k * step + 0, onGrid(k * step, step, high)]);
  return found;
}

function strideOf(first, last, most) {
  let stride = Math.floor((last - first) / most) + 1;
  while (stride > 1 && Math.floor(last / stride) - Math.floor((first - 1) / stride) < 2) stride--;
  return stride;
}

function powers(radix, first, last, most) {
  const stride = strideOf(first, last, most), found = [], plain = radix === 2 ? first >= 0 && last <= 16 : first >= -3 && last <= 4;
  for (let e = first; e <= last; e++) {
    const value = radix === 2 ? 2 ** e : ten(e);
    if (e % stride === 0) found.push([value, plain ? short(value) : `${radix}^${e}`]);
  }
  return found;
}

function decades(low, high, first, last, most) {
  if (strideOf(first, last, most) > 1) return powers(10, first, last, most);
  const plain = first >= -3 && last <= 4, found = [];
  for (let e = first - 1; e <= last; e++) for (let digit = 1; digit < 10; digit++) {
    const at = (Math.log10(digit * ten(e)) - low) / (high - low);
    if (at >= -1e-9 && at <= 1 + 1e-9) found.push([digit, e]);
  }
  const bold = digit => digit === 1 || digit === 2 || digit === 5;
  const fine = last - first < 1 || found.filter(([digit]) => bold(digit)).length <= most;
  const label = (digit, e) => plain ? short(digit * ten(e)) : digit === 1 ? `10^${e}` : `${digit}×10^${e}`;
  return found.map(([digit, e]) => [digit * ten(e), digit === 1 || fine && bold(digit) ? label(digit, e) : '']);
}

// [number, label], an empty label for a minor tick; low and high are in the axis's own units.
function ticks(scale, low, high, most) {
  if (scale === 'Linear') return linearTicks(low, high, most);
  const first = Math.ceil(low - 1e-9), last = Math.floor(high + 1e-9);
  if (last - first >= 1) return scale === 'Log2' ? powers(2, first, last, most) : decades(low, high, first, last, most);
  if (scale === 'Log10' && high - low > 0.7) return decades(low, high, first, last, most);
  return linearTicks(backward[scale](low), backward[scale](high), most).filter(([v]) => v > 0);
}
