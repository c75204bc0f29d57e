// The drawn graph with its buttons, legend and notes.
import type { App } from './app';
import { applyPalette, palette } from './colours';
import { quads } from './data';
import { button, h, iconButton } from './dom';
import { emphasisOf, makeScene, type Scene } from './scene';
import { SigmaView } from './sigma_view';
import { SvgView } from './svg_view';
import type { GraphView, Handlers } from './view';
import { kindWords, quadWords } from './words';

const manyDots = 200;
const outliers = 0.015; // at each end

/** Without WebGL sigma cannot be made. */
function makeView(host: HTMLElement, handlers: Handlers): GraphView {
  try {
    return new SigmaView(host, handlers);
  } catch {
    host.replaceChildren();
    return new SvgView(host, handlers);
  }
}

export class Stage {
  readonly element: HTMLElement;
  readonly host: HTMLElement;
  view!: GraphView;
  scene!: Scene;
  private legend = h('div.legend-body');
  private note = h('div.stage-note');
  private empty = h('p.stage-empty', {}, 'The filters leave nothing to show.');

  constructor(private app: App, private handlers: Handlers) {
    this.host = h('div.graph', {
      tabindex: '0', role: 'application',
      'aria-label': 'Graph of actors. The table holds the same as text. Press question mark for the keys.',
    });
    const legend = h('details.legend', {}, h('summary', {}, 'Legend'), this.legend);
    this.element = h('div.stage', {},
      this.host, this.note, this.empty, legend,
      h('div.zoom', { role: 'group', 'aria-label': 'Zoom' },
        iconButton('plus', 'Nearer', () => this.view.zoom(1.5)),
        iconButton('minus', 'Farther', () => this.view.zoom(1 / 1.5)),
        iconButton('fit', 'Show all', () => this.fit())));
  }

  /** The element must be in the page: renderers measure it. */
  start(): void {
    applyPalette();
    this.view = makeView(this.host, this.handlers);
    this.update();
    if (this.app.state.camera) this.view.setCamera(this.app.state.camera);
    else if (!this.showSelection(true)) this.view.show(this.middle(), true);
    new ResizeObserver(() => this.view.resize()).observe(this.host);
  }

  update(): void {
    const { app } = this;
    const emphasis = emphasisOf(app.model, app.state, app.shown, app.path);
    this.scene = makeScene(app.model, app.state, app.shown, emphasis, palette());
    this.view.update(this.scene);
    this.empty.hidden = this.scene.dots.length > 0;
    this.fillLegend();
    this.fillNote();
  }

  recolour(): void {
    applyPalette();
    this.update();
  }

  fit(atOnce = false): void {
    this.view.show(this.scene.dots.map(({ x, y }) => [x, y]), atOnce);
  }

  /** Of many dots, those that are not far out: a few pairs at the edge would make the rest small. */
  private middle(): [number, number][] {
    const { dots } = this.scene;
    const cut = dots.length > manyDots ? Math.floor(dots.length * outliers) : 0;
    const ends = (axis: 'x' | 'y'): [number, number] => {
      const sorted = dots.map((dot) => dot[axis]).sort((a, b) => a - b);
      return [sorted[cut], sorted[sorted.length - 1 - cut]];
    };
    if (dots.length === 0) return [];
    const [xs, ys] = [ends('x'), ends('y')];
    return [[xs[0], ys[0]], [xs[1], ys[1]]];
  }

  /** Moves to what is selected; false if nothing is. */
  showSelection(atOnce = false): boolean {
    const emphasis = emphasisOf(this.app.model, this.app.state, this.app.shown, this.app.path);
    if (!emphasis || emphasis.actors.size === 0) return false;
    const points = [...emphasis.actors].map((index): [number, number] => {
      const { x, y } = this.app.actor(index);
      return [x, y];
    });
    this.view.show(points, atOnce);
    return true;
  }

  private fillLegend(): void {
    const { app } = this;
    const kinds = app.model.kinds.filter((kind) =>
      [...app.shown.actors.keys()].some((index) => app.actor(index).kind === kind));
    const lines = quads.filter((quad) => app.shown.links.some((link) => link.quad === quad));
    const by = (colour: 'kind' | 'tone', words: string): HTMLElement =>
      button(words, () => app.set({ colour }), { 'aria-pressed': String(app.state.colour === colour) });
    this.legend.replaceChildren(
      h('div.legend-lines', {}, ...lines.map((quad) =>
        h('span', {}, h(`span.stroke.quad-${quad.replace(' ', '-')}`), quadWords(quad)))),
      app.state.colour === 'kind'
        ? h('div.legend-kinds', {}, ...kinds.map((kind) =>
          h('span', {}, h(`span.dot.kind-${kind}`), kindWords(kind))))
        : h('div.legend-tone', {}, 'conflict', h('span.tone-scale'), 'cooperation'),
      h('div.segments.small', { role: 'group', 'aria-label': 'Colour of actors' },
        by('kind', 'By kind'), by('tone', 'By tone')));
  }

  private fillNote(): void {
    const { app } = this;
    const from = app.pathFrom ? app.model.find(app.pathFrom) : undefined;
    const parts: (HTMLElement | string)[] = [];
    if (from) {
      parts.push('Path from ', h('bdi', {}, from.name), ': click where it ends ',
        button('Cancel', () => app.select(app.state.selection), { class: 'link' }));
    } else if (app.state.hops > 0 && app.state.selection.type === 'actor') {
      parts.push(app.state.hops === 1 ? 'Neighbours only ' : 'Two steps only ',
        button('Show all', () => app.set({ hops: 0 }), { class: 'link' }));
    }
    this.note.replaceChildren(...parts);
    this.note.hidden = parts.length === 0;
  }
}
