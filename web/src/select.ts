// Which relations are shown, merged into links, and what connects two actors.
import type { Model, Relation } from './data';
import { isConflict, isCooperation } from './data';
import type { State } from './state';
import { isFact } from './words';

/** All shown relations of one direction and one sort of cooperation or conflict. */
export interface Link {
  key: string;
  from: number;
  to: number;
  quad: string;
  symmetric: boolean;
  relations: number[];
  weight: number;
  /** At least one is told as done. */
  fact: boolean;
}

export interface Shown {
  relations: number[];
  /** The same, to ask. */
  has: Set<number>;
  links: Link[];
  /** Weight of its links a shown actor. */
  actors: Map<number, number>;
}

/** A day before or after which a date of any precision lies. */
function first(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}
function last(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

export function passes(model: Model, state: State, relation: Relation, dated = true): boolean {
  if (relation.subject === relation.object) return false;
  if (state.quadsOff.has(relation.quad) || state.classesOff.has(relation.type)) return false;
  if (state.modalitiesOff.has(relation.modality)) return false;
  if (state.deniedOff && relation.negated) return false;
  if (relation.confidence < state.confidence) return false;
  if (dated && (state.from || state.to)) {
    if (!relation.when) return false;
    if (state.from && last(relation.when) < first(state.from)) return false;
    if (state.to && first(relation.when) > last(state.to)) return false;
  }
  const one = model.actors[relation.subject];
  const other = model.actors[relation.object];
  if (state.kindsOff.has(one.kind) || state.kindsOff.has(other.kind)) return false;
  if (state.countries.size === 0) return true;
  return state.countries.has(one.country) || state.countries.has(other.country);
}

function near(model: Model, relations: number[], start: number, hops: number): Set<number> {
  const neighbours = adjacency(model, relations);
  const reached = new Set([start]);
  let edge = [start];
  for (let i = 0; i < hops; i += 1) {
    const next: number[] = [];
    for (const node of edge) {
      for (const [other] of neighbours.get(node) ?? []) {
        if (reached.has(other)) continue;
        reached.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return reached;
}

export function select(model: Model, state: State): Shown {
  let relations: number[] = [];
  for (const relation of model.relations) {
    if (passes(model, state, relation)) relations.push(relation.index);
  }
  const centre = state.selection.type === 'actor' ? model.find(state.selection.id) : undefined;
  if (state.hops > 0 && centre) {
    const kept = near(model, relations, centre.index, state.hops);
    relations = relations.filter((index) => {
      const { subject, object } = model.relations[index];
      return kept.has(subject) && kept.has(object);
    });
  }
  const links = merged(model, relations);
  const actors = new Map<number, number>();
  for (const link of links) {
    for (const node of [link.from, link.to]) {
      actors.set(node, (actors.get(node) ?? 0) + link.weight);
    }
  }
  return { relations, has: new Set(relations), links, actors };
}

function merged(model: Model, relations: number[]): Link[] {
  const links = new Map<string, Link>();
  for (const index of relations) {
    const relation = model.relations[index];
    let { subject: from, object: to } = relation;
    if (relation.symmetric && from > to) [from, to] = [to, from];
    const key = `${from} ${to} ${relation.quad} ${relation.symmetric ? 's' : 'd'}`;
    let link = links.get(key);
    if (!link) {
      link = {
        key, from, to, quad: relation.quad, symmetric: relation.symmetric,
        relations: [], weight: 0, fact: false,
      };
      links.set(key, link);
    }
    link.relations.push(index);
    link.weight += Math.max(1, relation.quotes.length) * relation.confidence;
    link.fact ||= isFact(relation);
  }
  return [...links.values()];
}

/** For each actor its neighbours, and a relation that leads there. */
export function adjacency(model: Model, relations: number[]): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>();
  const put = (one: number, other: number, relation: number): void => {
    let row = found.get(one);
    if (!row) found.set(one, (row = new Map()));
    const known = row.get(other);
    const better =
      known === undefined ||
      model.relations[relation].confidence > model.relations[known].confidence;
    if (better) row.set(other, relation);
  };
  for (const index of relations) {
    const { subject, object } = model.relations[index];
    put(subject, object, index);
    put(object, subject, index);
  }
  return found;
}

/** The relations of a shortest chain; empty if nothing connects the two. */
export function shortestPath(
  model: Model, relations: number[], from: number, to: number,
): number[] {
  const neighbours = adjacency(model, relations);
  const via = new Map<number, [number, number]>();
  let edge = [from];
  while (edge.length > 0 && !via.has(to)) {
    const next: number[] = [];
    for (const node of edge) {
      for (const [other, relation] of neighbours.get(node) ?? []) {
        if (other === from || via.has(other)) continue;
        via.set(other, [node, relation]);
        next.push(other);
      }
    }
    edge = next;
  }
  const path: number[] = [];
  for (let node = to; node !== from; ) {
    const step = via.get(node);
    if (!step) return [];
    path.push(step[1]);
    node = step[0];
  }
  return path.reverse();
}

export interface Tone {
  cooperation: number;
  conflict: number;
  other: number;
}

export function toneOf(model: Model, relations: Iterable<number>): Tone {
  const tone = { cooperation: 0, conflict: 0, other: 0 };
  for (const index of relations) {
    const { quad } = model.relations[index];
    if (isCooperation(quad)) tone.cooperation += 1;
    else if (isConflict(quad)) tone.conflict += 1;
    else tone.other += 1;
  }
  return tone;
}

export interface Pair {
  one: number;
  other: number;
  relations: number[];
  weight: number;
}

/** The shown relations by unordered pair of actors, the strongest first. */
export function pairsOf(model: Model, relations: number[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const index of relations) {
    const { subject, object, confidence } = model.relations[index];
    const one = Math.min(subject, object);
    const other = Math.max(subject, object);
    const key = `${one} ${other}`;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { one, other, relations: [], weight: 0 }));
    pair.relations.push(index);
    pair.weight += confidence;
  }
  return [...pairs.values()].sort((a, b) => b.weight - a.weight);
}
