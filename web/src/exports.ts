// What is shown, as files.
import type { App } from './app';
import { download } from './dom';
import type { Scene } from './scene';
import { draw, escaped, fontFamily } from './svg';
import type { GraphView } from './view';
import { dateWords, plural, quadWords } from './words';
import { quads } from './data';

const margin = 20;
const captionHeight = 64;

/** The view as it is, with title, counts and legend below it. */
export function svgText(app: App, scene: Scene, view: GraphView): string {
  const [width, height] = view.size();
  const { colours } = scene;
  const full = height + captionHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${full}" width="${width}" height="${full}" font-family="${escaped(fontFamily)}">
<rect width="100%" height="100%" fill="${colours.background}"/>
<clipPath id="view"><rect width="${width}" height="${height}"/></clipPath>
<g clip-path="url(#view)">
${draw(scene, view).body}
</g>
${caption(app, scene, width, height)}
</svg>
`;
}

function caption(app: App, scene: Scene, width: number, top: number): string {
  const { colours } = scene;
  const dates = app.shown.relations.map((i) => app.relation(i).when).filter(Boolean).sort();
  const span = dates.length > 0 ? `, ${dateWords(dates[0])} to ${dateWords(dates[dates.length - 1])}` : '';
  const words = `${plural(app.shown.actors.size, 'actor')}, ${plural(app.shown.relations.length, 'relation')}${span}`;
  const occurring = quads.filter((quad) => app.shown.links.some((link) => link.quad === quad));
  let x = margin;
  const legend = occurring.map((quad) => {
    const item = `<path d="M${x} ${top + 48}h18" stroke="${colours.quads[quad]}" stroke-width="4"/><text x="${x + 24}" y="${top + 52}" font-size="12" fill="${colours.ink}">${quadWords(quad)}</text>`;
    x += 40 + quadWords(quad).length * 6.6;
    return item;
  });
  return `<path d="M0 ${top}h${width}" stroke="${colours.quads.none}" stroke-opacity="0.4"/>
<text x="${margin}" y="${top + 26}" font-size="14" font-weight="600" fill="${colours.ink}">${escaped(app.model.title || 'Who did what to whom')}<tspan dx="10" font-weight="400" font-size="12" fill="${colours.muted}">${escaped(words)}</tspan></text>
${legend.join('\n')}`;
}

export function saveSvg(app: App, scene: Scene, view: GraphView): void {
  download(new Blob([svgText(app, scene, view)], { type: 'image/svg+xml' }), 'entente.svg');
}

export async function savePng(app: App, scene: Scene, view: GraphView): Promise<void> {
  const text = svgText(app, scene, view);
  const [width, height] = view.size();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = (height + captionHeight) * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) download(blob, 'entente.png');
}

export function jsonText(app: App): string {
  const actors = [...app.shown.actors.keys()].sort((a, b) => a - b).map((index) => {
    const { id, name, kind, country, sector } = app.actor(index);
    return { id, name, kind, country: country || null, sector: sector || null };
  });
  const relations = app.shown.relations.map((index) => {
    const r = app.relation(index);
    return {
      subject: app.actor(r.subject).id,
      relation: r.label,
      object: app.actor(r.object).id,
      class: r.type,
      quad: r.quad,
      polarity: r.negated ? 'negated' : 'affirmed',
      modality: r.modality,
      attribution: r.attribution || null,
      date: r.date || null,
      symmetric: r.symmetric,
      confidence: r.confidence,
      evidence: r.quotes.map(({ article, text }) => ({
        document: article.name, title: article.title || null, url: article.url || null,
        source: article.source || null, published: article.date || null, sentence: text,
      })),
    };
  });
  return `${JSON.stringify({ format: 'entente-shown', version: 1, actors, relations }, null, 1)}\n`;
}

export function saveJson(app: App): void {
  download(new Blob([jsonText(app)], { type: 'application/json' }), 'entente.json');
}

const header = [
  'subject', 'relation', 'object', 'class', 'quad', 'polarity', 'modality', 'attribution', 'date',
  'confidence', 'document', 'published', 'source', 'url', 'sentence',
];

/** Quoted; what a spreadsheet would take for a formula gets an apostrophe. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(app: App): string {
  const rows = app.shown.relations.map((index) => {
    const r = app.relation(index);
    const [quote] = r.quotes;
    return [
      app.actor(r.subject).name, r.label, app.actor(r.object).name, r.type, r.quad,
      r.negated ? 'negated' : 'affirmed', r.modality, r.attribution, r.date,
      String(r.confidence), quote?.article.name ?? '', quote?.article.date ?? '',
      quote?.article.source ?? '', quote?.article.url ?? '', quote?.text ?? '',
    ];
  });
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

export function saveCsv(app: App): void {
  // The mark makes spreadsheets read UTF-8.
  download(new Blob(['\ufeff', csvText(app)], { type: 'text/csv' }), 'entente.csv');
}
