// Cooperation above the line, conflict below it, and which time is shown.
import type { App } from './app';
import { isConflict, isCooperation } from './data';
import { button, h, svg } from './dom';
import { passes } from './select';
import { dateWords, plural } from './words';

interface Bin {
  /** The date it begins with, as precise as the bins are. */
  date: string;
  words: number[];
}

const height = 92;
/** Cooperation by words and deeds, conflict by words and deeds. */
const parts = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'];

const two = (n: number): string => String(n).padStart(2, '0');

type Precision = 'day' | 'month' | 'year';

function numberOf(date: string, precision: Precision): number {
  const [year, month = '01', day = '01'] = date.split('-');
  if (precision === 'year') return Number(year);
  if (precision === 'month') return Number(year) * 12 + Number(month) - 1;
  return Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000);
}

function dateOf(number: number, precision: Precision): string {
  if (precision === 'year') return String(number).padStart(4, '0');
  if (precision === 'month') return `${String(Math.floor(number / 12)).padStart(4, '0')}-${two((number % 12) + 1)}`;
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function precisionFor(first: string, last: string): Precision {
  const days = numberOf(last, 'day') - numberOf(first, 'day');
  return days <= 90 ? 'day' : days <= 366 * 12 ? 'month' : 'year';
}

/** Where the chart begins: a few dates long before the others would squeeze it. They count with
 * the first bar. */
function earliest(dates: string[]): string {
  const [all, most] = [dates[0], dates[Math.floor(dates.length * 0.1)]];
  const until = numberOf(dates[dates.length - 1], 'day');
  return until - numberOf(all, 'day') > 3 * (until - numberOf(most, 'day')) + 60 ? most : all;
}

export function timelinePanel(app: App): HTMLElement {
  const host = h('div.chart');
  const from = h('input', { type: 'range', 'aria-label': 'From' }) as HTMLInputElement;
  const to = h('input', { type: 'range', 'aria-label': 'To' }) as HTMLInputElement;
  const words = h('span.when');
  const all = button('All dates', () => app.set({ from: '', to: '' }), { class: 'link' });
  const sliders = h('div.sliders', {}, from, to);
  let dates: string[] = [];
  let precision: Precision = 'month';
  let first = 0;
  let count = 0;
  let drawn = 0;

  const measure = (): void => {
    dates = app.model.relations.map((relation) => relation.when).filter(Boolean).sort();
    if (dates.length === 0) return;
    const early = earliest(dates);
    precision = precisionFor(early, dates[dates.length - 1]);
    first = numberOf(early, precision);
    count = numberOf(dates[dates.length - 1], precision) - first + 1;
    for (const slider of [from, to]) {
      slider.min = '0';
      slider.max = String(count - 1);
    }
  };
  const bounds = (): [number, number] => {
    const place = (date: string, none: number): number =>
      date ? Math.min(count - 1, Math.max(0, numberOf(date, precision) - first)) : none;
    return [place(app.state.from, 0), place(app.state.to, count - 1)];
  };
  const choose = (low: number, high: number): void => {
    const [a, b] = [Math.min(low, high), Math.max(low, high)];
    app.set({
      from: a <= 0 ? '' : dateOf(first + a, precision),
      to: b >= count - 1 ? '' : dateOf(first + b, precision),
    });
  };
  const bins = (): Bin[] => {
    const rows: Bin[] = Array.from({ length: count }, (_, i) => ({
      date: dateOf(first + i, precision), words: [0, 0, 0, 0],
    }));
    for (const relation of app.model.relations) {
      if (!relation.when || !passes(app.model, app.state, relation, false)) continue;
      const part = parts.indexOf(relation.quad);
      if (part < 0) continue;
      rows[Math.max(0, numberOf(relation.when, precision) - first)].words[part] += 1;
    }
    return rows;
  };
  const update = (): void => {
    if (dates.length === 0) {
      host.replaceChildren(h('p.empty', {}, 'No relation has a date.'));
      sliders.hidden = true;
      return;
    }
    const [low, high] = bounds();
    from.value = String(low);
    to.value = String(high);
    from.setAttribute('aria-valuetext', dateWords(dateOf(first + low, precision)));
    to.setAttribute('aria-valuetext', dateWords(dateOf(first + high, precision)));
    const narrowed = low > 0 || high < count - 1;
    words.textContent = `${dateWords(dateOf(first + low, precision))} – ${dateWords(dateOf(first + high, precision))}`;
    all.hidden = !narrowed;
    const undated = app.model.relations.length - dates.length;
    words.title = undated > 0 ? `${plural(undated, 'relation')} without a date` : '';
    drawn = host.clientWidth;
    host.replaceChildren(chart(bins(), low, high, drawn || 600));
  };

  from.addEventListener('input', () => choose(Number(from.value), Number(to.value)));
  to.addEventListener('input', () => choose(Number(from.value), Number(to.value)));
  let dragged: number | null = null;
  const binAt = (event: PointerEvent): number => {
    const box = host.getBoundingClientRect();
    return Math.min(count - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * count)));
  };
  host.addEventListener('pointerdown', (event) => {
    if (dates.length === 0) return;
    dragged = binAt(event);
    host.setPointerCapture(event.pointerId);
  });
  host.addEventListener('pointermove', (event) => {
    if (dragged !== null && binAt(event) !== dragged) choose(dragged, binAt(event));
  });
  host.addEventListener('pointerup', (event) => {
    if (dragged !== null && binAt(event) === dragged) choose(dragged, dragged);
    dragged = null;
  });
  measure();
  // At once: were it to grow later, the graph above would be drawn twice.
  update();
  new ResizeObserver(() => {
    if (host.clientWidth !== drawn) update();
  }).observe(host);
  app.listen((what) => {
    if (what === 'model') measure();
    update();
  });
  return h('section.timeline', { 'aria-label': 'Timeline of cooperation and conflict' },
    h('div.panel-head', {}, h('h2', {}, 'Timeline'), words, all), host, sliders);
}

function chart(bins: Bin[], low: number, high: number, width: number): SVGElement {
  const up = Math.max(1, ...bins.map(({ words }) => words[0] + words[1]));
  const down = Math.max(1, ...bins.map(({ words }) => words[2] + words[3]));
  const room = height - 16;
  const unit = room / (up + down);
  const zero = up * unit;
  const step = width / bins.length;
  const gap = step > 4 ? 1 : 0;
  const bars: SVGElement[] = [];
  bins.forEach(({ date, words }, i) => {
    if (words.every((n) => n === 0)) return;
    const out = i < low || i > high;
    let above = zero;
    let below = zero;
    const group = svg('g', { class: out ? 'out' : '' }, svg('title', {},
      `${dateWords(date)}: ${words[0] + words[1]} cooperation, ${words[2] + words[3]} conflict`));
    // Deeds nearest the line.
    for (const part of [1, 0, 3, 2]) {
      const size = words[part] * unit;
      if (size === 0) continue;
      const y = isCooperation(parts[part]) ? (above -= size) : below;
      if (isConflict(parts[part])) below += size;
      group.append(svg('rect', {
        class: `bar-${parts[part].replace(' ', '-')}`, x: i * step, y,
        width: Math.max(1.5, Math.min(40, step - gap)), height: size,
      }));
    }
    bars.push(group);
  });
  const ticks = tickMarks(bins, step, width);
  return svg('svg', {
    viewBox: `0 0 ${width} ${height}`, width, height, role: 'img',
    'aria-label': `Cooperation above, conflict below, from ${dateWords(bins[0].date)} to ${dateWords(bins[bins.length - 1].date)}`,
  },
  svg('rect', { class: 'window', x: low * step, y: 0, width: (high - low + 1) * step, height: room }),
  ...bars, svg('line', { class: 'zero', x1: 0, x2: width, y1: zero, y2: zero }), ...ticks);
}

function tickMarks(bins: Bin[], step: number, width: number): SVGElement[] {
  const wanted = Math.max(2, Math.floor(width / 90));
  const years = bins.length > 1 && bins[0].date.length === 7 && bins.length > 18;
  const every = Math.max(1, Math.ceil(bins.length / wanted / (years ? 12 : 1))) * (years ? 12 : 1);
  const marks: SVGElement[] = [];
  bins.forEach(({ date }, i) => {
    const at = years ? Number(date.slice(0, 4)) * 12 + Number(date.slice(5)) - 1 : i;
    if (at % every !== 0 || i * step > width - 30) return;
    marks.push(svg('text', { class: 'tick', x: i * step, y: height - 2 }, years ? date.slice(0, 4) : dateWords(date)));
  });
  return marks;
}
