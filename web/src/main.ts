// Puts the page together.
import { App } from './app';
import { applyPalette, isDark } from './colours';
import { Model, type RawGraph } from './data';
import { detailsPanel } from './details';
import { h, icon, iconButton, svg } from './dom';
import { saveCsv, saveJson, savePng, saveSvg } from './exports';
import { filtersPanel } from './filters';
import { helpDialog } from './help';
import { searchBox } from './search';
import { Server } from './server';
import { sqlView } from './sql';
import { Stage } from './stage';
import { hashOf, stateOf, type State } from './state';
import { tableView } from './table';
import { timelinePanel } from './timeline';

type Sheet = 'graph' | 'filters' | 'details' | 'timeline';

const narrow = matchMedia('(max-width: 860px)');

function start(): void {
  const raw = JSON.parse(document.getElementById('data')?.textContent ?? '') as RawGraph;
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  const server = policy.includes("connect-src 'self'") ? new Server() : null;
  const app = new App(new Model(raw, server !== null), stateOf(location.hash), server);
  server?.attach(app);
  document.title = app.model.title ? `${app.model.title} – Entente` : 'Entente explorer';
  restoreTheme();
  new Page(app).open();
}

function restoreTheme(): void {
  try {
    const theme = localStorage.getItem('entente-theme');
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // no storage here: the system's theme
  }
  applyPalette();
}

function logo(): SVGElement {
  return svg('svg', { viewBox: '0 0 32 32', class: 'logo', 'aria-hidden': 'true' },
    svg('path', { d: 'M9 22 16 9l8 11', class: 'logo-line' }),
    svg('circle', { cx: 16, cy: 9, r: 5, class: 'logo-a' }),
    svg('circle', { cx: 8, cy: 23, r: 4.2, class: 'logo-b' }),
    svg('circle', { cx: 24.5, cy: 21.5, r: 3.6, class: 'logo-c' }));
}

class Page {
  private stage: Stage;
  private table: HTMLElement;
  private sql: HTMLElement | null;
  private timeline: HTMLElement;
  private body = h('div.body');
  private tabs = h('nav.tabs', { 'aria-label': 'Panels' });
  private views = h('div.segments', { role: 'group', 'aria-label': 'View' });
  private toast = h('div.toast', { role: 'status' });
  private help = helpDialog();
  private hashTimer = 0;
  /** The last selection came from a click on the drawing, which then stays where it is. */
  private clicked = false;

  constructor(private app: App) {
    this.stage = new Stage(app, {
      clickActor: (index) => {
        this.clicked = true;
        app.choose(app.actor(index));
      },
      clickLink: (from, to) => {
        this.clicked = true;
        app.select({ type: 'pair', one: app.actor(from).id, other: app.actor(to).id });
      },
      clickNothing: () => {
        if (!app.pathFrom && app.state.selection.type !== 'none') app.select({ type: 'none' });
      },
      moved: () => this.keepAddress(),
    });
    this.table = tableView(app);
    this.sql = app.server ? sqlView(app.server) : null;
    this.timeline = timelinePanel(app);
  }

  open(): void {
    const { app } = this;
    const live = h('div.hidden-words', { 'aria-live': 'polite' });
    app.announceIn(live);
    this.body.append(
      h('aside.left', {}, filtersPanel(app)),
      h('main', {}, this.stage.element, this.table, ...(this.sql ? [this.sql] : []), this.timeline),
      h('aside.right', {}, detailsPanel(app)));
    document.getElementById('app')?.append(
      h('a.skip', { href: '#v=table', onclick: ((event: Event) => {
        event.preventDefault();
        app.set({ view: 'table' });
        this.table.querySelector('button')?.focus();
      }) as EventListener }, 'Read the graph as a table'),
      this.header(), this.body, this.tabs, this.toast, live, this.help);
    this.fillTabs('graph');
    this.showView();
    this.stage.start();
    this.listen();
    this.afterSelection();
  }

  private header(): HTMLElement {
    const { app } = this;
    const search = searchBox(app, 'Search for an actor', (actor) => app.choose(actor), '/');
    return h('header.top', {},
      h('div.brand', {}, logo(), h('b', {}, 'Entente'),
        app.model.title ? h('span.title', { dir: 'auto' }, app.model.title) : null),
      search, this.views,
      h('div.tools', {},
        this.exportMenu(),
        iconButton('link', 'Copy a link to this view', () => void this.copyLink()),
        iconButton('theme', 'Light or dark', () => this.switchTheme()),
        iconButton('help', 'Help', () => this.help.showModal())));
  }

  private exportMenu(): HTMLElement {
    const { app, stage } = this;
    const menu = h('details.menu') as HTMLDetailsElement;
    const item = (words: string, what: string, act: () => void): HTMLElement =>
      h('button', { type: 'button', onclick: () => {
        menu.open = false;
        act();
      } }, h('b', {}, words), h('span.muted', {}, what));
    const drawn = (save: () => void) => (): void => {
      if (app.state.view !== 'graph') app.set({ view: 'graph' });
      requestAnimationFrame(() => save());
    };
    menu.append(
      h('summary.icon-button', { title: 'Save what is shown', 'aria-label': 'Save what is shown' }, icon('download')),
      h('div.menu-items', {},
        item('PNG', 'picture', drawn(() => void savePng(app, stage.scene, stage.view))),
        item('SVG', 'picture to edit', drawn(() => saveSvg(app, stage.scene, stage.view))),
        item('CSV', 'relations for a spreadsheet', () => saveCsv(app)),
        item('JSON', 'actors and relations with evidence', () => saveJson(app))));
    menu.addEventListener('focusout', (event) => {
      if (!menu.contains(event.relatedTarget as Node)) menu.open = false;
    });
    return menu;
  }

  private fillTabs(open: Sheet): void {
    const tab = (sheet: Sheet, which: string, words: string): HTMLElement =>
      h('button', { type: 'button', 'aria-pressed': String(open === sheet), onclick: () => {
        this.fillTabs(this.body.dataset.sheet === sheet ? 'graph' : sheet);
      } }, icon(which), words);
    this.body.dataset.sheet = open;
    this.tabs.replaceChildren(
      tab('graph', 'graph', 'Graph'), tab('filters', 'filter', 'Filters'),
      tab('timeline', 'time', 'Timeline'), tab('details', 'info', 'Details'));
  }

  private fillViews(): void {
    const { app } = this;
    const one = (view: State['view'], which: string, words: string): HTMLElement =>
      h('button', { type: 'button', 'aria-pressed': String(app.state.view === view), onclick: () => app.set({ view }) },
        icon(which), h('span', {}, words));
    this.views.replaceChildren(one('graph', 'graph', 'Graph'), one('table', 'table', 'Table'),
      ...(this.sql ? [one('sql', 'sql', 'SQL')] : []));
  }

  private showView(): void {
    const { view } = this.app.state;
    this.stage.element.hidden = view !== 'graph';
    if (this.sql) this.sql.hidden = view !== 'sql';
    const appears = this.table.hidden && view === 'table';
    this.table.hidden = view !== 'table';
    this.timeline.hidden = view === 'sql';
    this.body.dataset.view = view;
    if (appears) this.table.dispatchEvent(new Event('shown'));
    this.fillViews();
  }

  private listen(): void {
    const { app } = this;
    let selection = JSON.stringify(app.state.selection);
    let hops = app.state.hops;
    app.listen((what) => {
      this.showView();
      this.stage.update();
      const now = JSON.stringify(app.state.selection);
      if (now !== selection) {
        selection = now;
        history.pushState(null, '', `#${hashOf(app.state)}`);
        if (!this.clicked || narrow.matches) this.stage.showSelection();
        this.afterSelection();
      } else if (what === 'model' || app.state.hops !== hops) {
        if (app.state.hops > 0) this.stage.fit();
        else this.stage.showSelection();
      }
      hops = app.state.hops;
      this.clicked = false;
      this.keepAddress();
    });
    addEventListener('popstate', () => {
      const state = stateOf(location.hash);
      selection = JSON.stringify(state.selection);
      app.set(state);
      if (state.camera) this.stage.view.setCamera(state.camera);
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.stage.recolour());
    document.addEventListener('keydown', (event) => this.key(event));
  }

  /** Opens the panel on a phone, and asks the server for what is missing. */
  private afterSelection(): void {
    const { app } = this;
    const { selection } = app.state;
    if (narrow.matches) this.fillTabs(selection.type === 'none' ? 'graph' : 'details');
    if (!app.server) return;
    if (selection.type === 'actor') void app.server.neighbours(selection.id);
    if (selection.type === 'path' && app.path.length === 0) {
      void app.server.path(selection.from, selection.to);
    }
  }

  private keepAddress(): void {
    clearTimeout(this.hashTimer);
    this.hashTimer = window.setTimeout(() => {
      this.app.state.camera = this.stage.view.camera();
      history.replaceState(null, '', `#${hashOf(this.app.state)}`);
    }, 250);
  }

  private async copyLink(): Promise<void> {
    this.app.state.camera = this.stage.view.camera();
    history.replaceState(null, '', `#${hashOf(this.app.state)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      this.say('The link is copied.');
    } catch {
      this.say('The address bar holds the link.');
    }
  }

  private say(words: string): void {
    this.toast.textContent = words;
    this.toast.classList.add('seen');
    setTimeout(() => this.toast.classList.remove('seen'), 2500);
  }

  private switchTheme(): void {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem('entente-theme', theme);
    } catch {
      // no storage here: for this visit only
    }
    this.stage.recolour();
  }

  /** The next or previous shown actor, in order of how much is told of them. */
  private step(by: number): void {
    const { app } = this;
    const order = [...app.shown.actors].sort((a, b) => b[1] - a[1]).map(([index]) => app.actor(index).id);
    if (order.length === 0) return;
    const { selection } = app.state;
    const at = selection.type === 'actor' ? order.indexOf(selection.id) : -1;
    const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length;
    app.select({ type: 'actor', id: order[next] });
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || this.help.open) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'checkbox') return;
    const { app, stage } = this;
    const { selection } = app.state;
    const pan: Record<string, [number, number]> = {
      ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60],
    };
    const actions: Record<string, () => void> = {
      '/': () => document.querySelector<HTMLInputElement>('.top input')?.focus(),
      '?': () => this.help.showModal(),
      '+': () => stage.view.zoom(1.5),
      '=': () => stage.view.zoom(1.5),
      '-': () => stage.view.zoom(1 / 1.5),
      f: () => stage.fit(),
      n: () => this.step(1),
      b: () => this.step(-1),
      p: () => selection.type === 'actor' && app.startPath(selection.id),
      t: () => app.set({ view: app.state.view === 'table' ? 'graph' : 'table' }),
      Escape: () => app.select({ type: 'none' }),
    };
    const act = actions[event.key]
      ?? (target === stage.host && pan[event.key] ? () => stage.view.pan(...pan[event.key]) : null);
    if (!act) return;
    event.preventDefault();
    act();
  }
}

start();
