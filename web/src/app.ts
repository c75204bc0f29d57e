// The one place where state changes: panels ask it, and hear when something is new.
import type { Actor, Model, Relation } from './data';
import { passes, select, shortestPath, type Shown } from './select';
import type { Server } from './server';
import type { Selection, State } from './state';
import { countryNames, plural } from './words';

export type Listener = (what: 'state' | 'model') => void;

export class App {
  shown: Shown;
  path: number[] = [];
  countries: Map<string, string>;
  /** The next click on an actor ends a path from this one. */
  pathFrom: string | null = null;
  private listeners: Listener[] = [];
  private live: HTMLElement | null = null;

  constructor(readonly model: Model, public state: State, readonly server: Server | null) {
    this.countries = countryNames(model);
    this.shown = select(model, state);
    this.findPath();
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Where screen readers hear what has changed. */
  announceIn(element: HTMLElement): void {
    this.live = element;
  }

  announce(words: string): void {
    if (this.live) this.live.textContent = words;
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.shown = select(this.model, this.state);
    this.findPath();
    this.tell('state');
    if (!('camera' in change)) this.announce(this.counts());
  }

  /** After the server added relations. */
  grown(): void {
    this.countries = countryNames(this.model);
    this.shown = select(this.model, this.state);
    this.findPath();
    this.tell('model');
  }

  select(selection: Selection): void {
    const keepsHops = selection.type === 'actor' && this.state.hops > 0;
    this.pathFrom = null;
    this.set({ selection, hops: keepsHops ? this.state.hops : 0 });
    const actor = selection.type === 'actor' ? this.model.find(selection.id) : undefined;
    if (actor) this.announce(`${actor.name} selected. ${this.counts()}`);
  }

  /** A click on an actor: the end of a path if one was begun, else what the panel tells of. */
  choose(actor: Actor): void {
    if (this.pathFrom && this.pathFrom !== actor.id) {
      this.select({ type: 'path', from: this.pathFrom, to: actor.id });
    } else {
      this.select({ type: 'actor', id: actor.id });
    }
  }

  startPath(from: string): void {
    this.pathFrom = from;
    this.tell('state');
    this.announce('Choose the actor where the path ends.');
  }

  counts(): string {
    const { actors, relations } = this.shown;
    return `${plural(actors.size, 'actor')} and ${plural(relations.length, 'relation')} shown.`;
  }

  actor(index: number): Actor {
    return this.model.actors[index];
  }

  relation(index: number): Relation {
    return this.model.relations[index];
  }

  /** How many relations would be shown, were these choices different, for each answer of `of`. */
  tally(without: Partial<State>, of: (relation: Relation) => string[]): Map<string, number> {
    const state = { ...this.state, ...without };
    const counts = new Map<string, number>();
    for (const relation of this.model.relations) {
      if (!passes(this.model, state, relation)) continue;
      for (const key of of(relation)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  private findPath(): void {
    this.path = [];
    const { selection } = this.state;
    if (selection.type !== 'path') return;
    const from = this.model.find(selection.from);
    const to = this.model.find(selection.to);
    if (from && to) this.path = shortestPath(this.model, this.shown.relations, from.index, to.index);
  }

  private tell(what: 'state' | 'model'): void {
    for (const listener of this.listeners) listener(what);
  }
}
