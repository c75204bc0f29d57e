// The scene as an SVG drawing: for export, and where there is no WebGL.
import { arrowLength, arrowSlope, bendPoint, type Place } from './curves';
import type { Dot, Line, Scene } from './scene';

export interface Projection {
  project(x: number, y: number): [number, number];
  scaled(size: number): number;
  size(): [number, number];
}

export const fontFamily =
  "Inter, 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

export function escaped(text: string): string {
  return text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

const n = (value: number): string => value.toFixed(1);

function curve(line: Line, a: Place, b: Place, width: number): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [cx, cy] = bendPoint(a, b, line.bend);
  const head = width * arrowSlope + arrowLength;
  // The tip touches the dot, along the last part of the curve.
  const ex = b.x - cx;
  const ey = b.y - cy;
  const last = Math.hypot(ex, ey) || 1;
  const back = Math.min(length * 0.4, b.r + (line.arrow ? head : 0));
  const tx = b.x - (ex / last) * back;
  const ty = b.y - (ey / last) * back;
  const path = line.bend === 0
    ? `M${n(a.x)} ${n(a.y)}L${n(tx)} ${n(ty)}`
    : `M${n(a.x)} ${n(a.y)}Q${n(cx)} ${n(cy)} ${n(tx)} ${n(ty)}`;
  let drawing = `<path d="${path}" fill="none" stroke="${line.colour}" stroke-width="${n(width)}"${
    line.dashed ? ` stroke-dasharray="${n(width * 2 + 2)} ${n(width + 2)}"` : ''}/>`;
  if (line.arrow) {
    const ux = ex / last;
    const uy = ey / last;
    const half = head / 2;
    const px = b.x - ux * b.r;
    const py = b.y - uy * b.r;
    drawing += `<path d="M${n(px)} ${n(py)}L${n(tx - uy * half)} ${n(ty + ux * half)}L${
      n(tx + uy * half)} ${n(ty - ux * half)}Z" fill="${line.colour}"/>`;
  }
  return drawing;
}

function lineLabel(line: Line, a: Place, b: Place, scene: Scene): string {
  if (!line.label) return '';
  const [x, y] = bendPoint(a, b, line.bend / 2);
  let angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  if (angle > 90 || angle < -90) angle += 180;
  return `<text x="${n(x)}" y="${n(y - 3)}" transform="rotate(${n(angle)} ${n(x)} ${n(y)})" ${
    halo(scene)} font-size="11" text-anchor="middle" fill="${scene.colours.muted}">${
    escaped(line.label)}</text>`;
}

function halo(scene: Scene): string {
  return `stroke="${scene.colours.background}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
}

export interface Label {
  x: number;
  y: number;
  text: string;
  font: number;
  bold: boolean;
}

const maxLabels = 160;

/** Names that find room, the largest dots first; those of what is selected in any case. */
export function labelsOf(scene: Scene, view: Projection): Label[] {
  const size = view.size();
  const taken: [number, number, number, number][] = [];
  const labels: Label[] = [];
  const rank = (dot: Dot): number => Number(dot.centre) * 2000 + Number(dot.strong) * 1000 + dot.size;
  const order = scene.dots.filter((dot) => !dot.faded).sort((a, b) => rank(b) - rank(a));
  for (const dot of order) {
    if (labels.length >= maxLabels) break;
    const r = view.scaled(dot.size);
    if (r < 4.2 && !dot.strong) continue;
    const [px, py] = view.project(dot.x, dot.y);
    if (px < -60 || py < -10 || px > size[0] + 10 || py > size[1] + 10) continue;
    const bold = dot.strong || dot.size > 12;
    const font = dot.size > 12 || dot.strong ? 13 : 12;
    const width = Array.from(dot.label).length * font * 0.55;
    // To the right of its dot; to the left where the view ends.
    const x = px + r + 4 + width > size[0] && px - r - 4 - width > 0 ? px - r - 4 - width : px + r + 4;
    const box: [number, number, number, number] = [x - 2, py - font * 0.6, x + width, py + font * 0.6];
    const clash = taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]);
    if (clash && labels.length > 0) continue;
    taken.push(box);
    labels.push({ x, y: py + font * 0.35, text: dot.label, font, bold });
  }
  return labels;
}

function labelText(label: Label, scene: Scene): string {
  return `<text x="${n(label.x)}" y="${n(label.y)}" font-size="${label.font}" font-weight="${
    label.bold ? 600 : 500}" fill="${scene.colours.ink}" ${halo(scene)}>${escaped(label.text)}</text>`;
}

export interface Drawing {
  /** The elements inside <svg>, without background. */
  body: string;
}

/** `data-a` and `data-l` on the elements tell clicks what was hit. */
export function draw(scene: Scene, view: Projection): Drawing {
  const places = new Map<number, Place>();
  for (const dot of scene.dots) {
    const [x, y] = view.project(dot.x, dot.y);
    places.set(dot.index, { x, y, r: view.scaled(dot.size) });
  }
  const size = view.size();
  const inside = (p: Place): boolean =>
    p.x > -size[0] && p.y > -size[1] && p.x < 2 * size[0] && p.y < 2 * size[1];
  const lines: string[] = [];
  const lineLabels: string[] = [];
  for (const line of scene.lines) {
    const a = places.get(line.from);
    const b = places.get(line.to);
    if (!a || !b || (!inside(a) && !inside(b))) continue;
    lines.push(`<g data-l="${line.from} ${line.to}">${curve(line, a, b, view.scaled(line.width))}</g>`);
    lineLabels.push(lineLabel(line, a, b, scene));
  }
  const dots = scene.dots.map((dot) => {
    const p = places.get(dot.index) as Place;
    if (p.x < -50 || p.y < -50 || p.x > size[0] + 50 || p.y > size[1] + 50) return '';
    return `<circle data-a="${dot.index}" cx="${n(p.x)}" cy="${n(p.y)}" r="${n(p.r)}" fill="${
      dot.colour}" stroke="${scene.colours.background}" stroke-width="1.5"><title>${
      escaped(dot.label)}</title></circle>`;
  });
  return {
    body: [...lines, ...dots, ...lineLabels,
      ...labelsOf(scene, view).map((label) => labelText(label, scene))].filter(Boolean).join('\n'),
  };
}
