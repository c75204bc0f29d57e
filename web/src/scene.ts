// What is drawn: shown actors and links with their looks, for whichever renderer there is.
import type { Model } from './data';
import { isConflict, isCooperation } from './data';
import type { Palette } from './colours';
import { blend, toneColour } from './colours';
import type { Link, Shown } from './select';
import type { State } from './state';
import { predicateWords, short } from './words';

export interface Dot {
  index: number;
  label: string;
  x: number;
  y: number;
  size: number;
  colour: string;
  /** Part of what is selected: its name is always written. */
  strong: boolean;
  /** What was chosen itself. */
  centre: boolean;
  faded: boolean;
}

export interface Line {
  key: string;
  from: number;
  to: number;
  width: number;
  colour: string;
  /** How far it bends, as a share of its length; 0: straight. */
  bend: number;
  arrow: boolean;
  dashed: boolean;
  strong: boolean;
  faded: boolean;
  label: string;
}

/** Of all actors, whether they are shown or not. */
export interface Bounds {
  x: [number, number];
  y: [number, number];
}

export interface Scene {
  bounds: Bounds;
  dots: Dot[];
  lines: Line[];
  colours: Palette;
}

const maxLineLabels = 14;

/** The actors and links that the selection is about; none: all alike. */
export interface Emphasis {
  actors: Set<number>;
  centre: Set<number>;
  relations: Set<number> | null;
}

export function emphasisOf(
  model: Model, state: State, shown: Shown, path: number[],
): Emphasis | null {
  const { selection } = state;
  if (selection.type === 'none') return null;
  const actors = new Set<number>();
  const centre = new Set<number>();
  if (selection.type === 'path') {
    for (const id of [selection.from, selection.to]) {
      const actor = model.find(id);
      if (actor) centre.add(actor.index);
    }
    for (const index of path) {
      actors.add(model.relations[index].subject).add(model.relations[index].object);
    }
    for (const index of centre) actors.add(index);
    return { actors, centre, relations: path.length > 0 ? new Set(path) : null };
  }
  const ids = selection.type === 'actor' ? [selection.id] : [selection.one, selection.other];
  for (const id of ids) {
    const actor = model.find(id);
    if (actor) centre.add(actor.index);
  }
  const relations = new Set<number>();
  for (const index of shown.relations) {
    const { subject, object } = model.relations[index];
    const touches = selection.type === 'actor'
      ? centre.has(subject) || centre.has(object)
      : centre.has(subject) && centre.has(object);
    if (!touches) continue;
    relations.add(index);
    actors.add(subject).add(object);
  }
  for (const index of centre) actors.add(index);
  return { actors, centre, relations };
}

/** Of several links between two actors, each bends its own way. */
function bendsOf(links: Link[]): Map<Link, number> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const key = link.from < link.to ? `${link.from} ${link.to}` : `${link.to} ${link.from}`;
    const group = groups.get(key);
    if (group) group.push(link);
    else groups.set(key, [link]);
  }
  const bends = new Map<Link, number>();
  for (const group of groups.values()) {
    const step = group.length > 1 ? Math.min(0.22, 0.7 / (group.length - 1)) : 0;
    group.forEach((link, i) => {
      const bend = (i - (group.length - 1) / 2) * step;
      bends.set(link, link.from < link.to ? bend : -bend);
    });
  }
  return bends;
}

function toneOfActor(model: Model, shown: Shown): Map<number, number> {
  const sums = new Map<number, [number, number]>();
  for (const link of shown.links) {
    const sign = isCooperation(link.quad) ? 1 : isConflict(link.quad) ? -1 : 0;
    if (sign === 0) continue;
    for (const node of [link.from, link.to]) {
      const [sum, all] = sums.get(node) ?? [0, 0];
      sums.set(node, [sum + sign * link.weight, all + link.weight]);
    }
  }
  const tones = new Map<number, number>();
  for (const [node, [sum, all]] of sums) tones.set(node, sum / all);
  return tones;
}

function wordsOf(model: Model, link: Link): string {
  const counts = new Map<string, number>();
  for (const index of link.relations) {
    const words = predicateWords(model.relations[index]);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const more = ranked.length > 1 ? ` +${ranked.length - 1}` : '';
  return short(ranked[0][0], 28) + more;
}

function boundsOf(model: Model): Bounds {
  const bounds: Bounds = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  for (const actor of model.actors) {
    if (actor.relations.length === 0) continue;
    for (const axis of ['x', 'y'] as const) {
      bounds[axis][0] = Math.min(bounds[axis][0], actor[axis]);
      bounds[axis][1] = Math.max(bounds[axis][1], actor[axis]);
    }
  }
  return Number.isFinite(bounds.x[0]) ? bounds : { x: [0, 1], y: [0, 1] };
}

export function makeScene(
  model: Model, state: State, shown: Shown, emphasis: Emphasis | null, colours: Palette,
): Scene {
  const tones = state.colour === 'tone' ? toneOfActor(model, shown) : null;
  // The more actors, the less room for each.
  const scale = Math.min(1.25, Math.max(0.4, 21 / Math.sqrt(shown.actors.size + 1)));
  const dots: Dot[] = [];
  for (const [index, weight] of shown.actors) {
    const actor = model.actors[index];
    const base = tones
      ? toneColour(colours, tones.get(index) ?? 0)
      : colours.kinds[actor.kind] ?? colours.muted;
    const faded = emphasis !== null && !emphasis.actors.has(index);
    dots.push({
      index,
      label: short(actor.name),
      x: actor.x,
      y: actor.y,
      size: scale * Math.min(22, 3.2 + 2.3 * Math.sqrt(weight)),
      colour: faded ? blend(base, colours.background, 0.18) : base,
      strong: emphasis !== null && (emphasis.centre.has(index)
        || (emphasis.actors.size <= 40 && emphasis.actors.has(index))),
      centre: emphasis?.centre.has(index) ?? false,
      faded,
    });
  }
  dots.sort((a, b) => Number(b.faded) - Number(a.faded) || b.size - a.size);
  return { bounds: boundsOf(model), dots, lines: linesOf(model, shown, emphasis, colours, scale), colours };
}

function linesOf(
  model: Model, shown: Shown, emphasis: Emphasis | null, colours: Palette, scale: number,
): Line[] {
  const bends = bendsOf(shown.links);
  const chosen = emphasis?.relations;
  const isStrong = (link: Link): boolean =>
    chosen ? link.relations.some((index) => chosen.has(index)) : false;
  const strong = chosen ? shown.links.filter(isStrong) : [];
  const labelled = strong.length <= maxLineLabels ? new Set(strong) : new Set<Link>();
  const lines = shown.links.map((link) => {
    const isChosen = chosen ? isStrong(link) : false;
    const faded = emphasis !== null && !isChosen;
    const share = faded ? 0.1 : link.fact ? 0.85 : 0.5;
    return {
      key: link.key,
      from: link.from,
      to: link.to,
      width: Math.max(0.8, scale * Math.min(6, 1 + 0.9 * Math.log2(1 + link.weight))),
      colour: blend(colours.quads[link.quad], colours.background, share),
      bend: bends.get(link) ?? 0,
      arrow: !link.symmetric,
      dashed: !link.fact,
      strong: isChosen,
      faded,
      label: labelled.has(link) ? wordsOf(model, link) : '',
    };
  });
  return lines.sort((a, b) => Number(a.strong) - Number(b.strong));
}
