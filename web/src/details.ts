// What is known of the selection, and the sentences it rests on.
import type { App } from './app';
import type { Actor, Quote, Relation, Span } from './data';
import { button, h, icon, iconButton, name } from './dom';
import { searchBox } from './search';
import { pairsOf, toneOf, type Pair } from './select';
import {
  actorSummary, classWords, dateWords, figures, modalityWords, plural, predicateWords, quadWords,
} from './words';

const page = 25;

function actorLink(app: App, index: number): HTMLElement {
  const actor = app.actor(index);
  return h('button.actor', {
    type: 'button', onclick: () => app.choose(actor),
  }, h(`span.dot.kind-${actor.kind}`), name(actor.name));
}

function toneBar(app: App, relations: Iterable<number>): HTMLElement {
  const { cooperation, conflict } = toneOf(app.model, relations);
  const all = cooperation + conflict;
  const bar = h('div.tone-bar', {
    role: 'img', 'aria-label': `${cooperation} of cooperation, ${conflict} of conflict`,
  });
  for (const [part, value] of [['cooperation', cooperation], ['conflict', conflict]] as const) {
    const piece = h(`span.${part}`);
    piece.style.width = all === 0 ? '0' : `${(100 * value) / all}%`;
    bar.append(piece);
  }
  return bar;
}

function toneFigures(app: App, relations: number[]): HTMLElement {
  const { cooperation, conflict, other } = toneOf(app.model, relations);
  return h('div.tone', {},
    toneBar(app, relations),
    h('div.tone-words', {},
      h('span', {}, h('b', {}, cooperation), ' cooperation'),
      other > 0 ? h('span', {}, h('b', {}, other), ' standing') : null,
      h('span', {}, h('b', {}, conflict), ' conflict')));
}

/** The sentence with the words of subject, predicate and object marked. */
export function markedSentence(quote: Quote): HTMLElement {
  const spans = ([['subject', quote.subject], ['predicate', quote.predicate],
    ['object', quote.object]] as [string, Span][])
    .filter(([, [begin, end]]) => end > begin)
    .sort((a, b) => a[1][0] - b[1][0] || b[1][1] - a[1][1]);
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [part, [begin, end]] of spans) {
    if (begin < at) continue;
    parts.push(quote.text.slice(at, begin),
      h(`mark.${part}`, { title: part }, quote.text.slice(begin, end)));
    at = end;
  }
  parts.push(quote.text.slice(at));
  const element = h('blockquote', { dir: 'auto' });
  element.append(...parts);
  return element;
}

/** Links only lead to the web; anything else is shown as words. */
function webAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

function sourceLine({ article }: Quote): HTMLElement {
  const words = [article.source, article.date ? dateWords(article.date) : ''].filter(Boolean);
  const title = article.title || article.name;
  const href = webAddress(article.url);
  return h('p.source', {},
    href
      ? h('a', { href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, title)
      : name(title),
    words.length > 0 ? h('span', {}, ` · ${words.join(' · ')}`) : null);
}

function flag(words: string, kind = ''): HTMLElement {
  return h(`span.flag${kind && `.${kind}`}`, {}, words);
}

export function relationCard(app: App, relation: Relation): HTMLElement {
  const how = modalityWords(relation.modality);
  const quotes = relation.quotes.filter((quote) => quote.text);
  const texts = quotes.flatMap((quote) => [markedSentence(quote), sourceLine(quote)]);
  const [first, second, ...rest] = texts;
  return h('article.relation', { 'data-quad': relation.quad },
    h('div.meta', {},
      h(`span.stroke.quad-${relation.quad.replace(' ', '-')}`, { title: quadWords(relation.quad) }),
      h('span', { title: quadWords(relation.quad) }, classWords(relation.type)),
      relation.negated ? flag('denied', 'denied') : null,
      how ? flag(how) : null,
      relation.date ? h('time', { datetime: relation.date }, dateWords(relation.date)) : null,
      h('span.confidence', { title: 'confidence' }, relation.confidence.toFixed(2))),
    h('p.triple', {},
      actorLink(app, relation.subject), ' ', h('span.predicate', {}, predicateWords(relation)), ' ',
      actorLink(app, relation.object)),
    relation.attribution
      ? h('p.said', {}, 'according to ', name(relation.attribution)) : null,
    texts.length === 0 ? h('p.muted', {}, 'The text of the article was not kept.') : null,
    first, second,
    rest.length > 0
      ? h('details', {}, h('summary', {}, plural(rest.length / 2, 'more sentence')), ...rest) : null);
}

/** The newest first, a page at a time. */
function relationList(app: App, relations: number[]): HTMLElement {
  const order = [...relations].sort((a, b) => {
    const [one, other] = [app.relation(a), app.relation(b)];
    return one.when === other.when
      ? other.confidence - one.confidence || a - b
      : one.when < other.when ? 1 : -1;
  });
  const list = h('div.relations');
  let shown = 0;
  const more = button('', () => grow(), { class: 'more' });
  const grow = (): void => {
    for (const index of order.slice(shown, shown + page)) list.append(relationCard(app, app.relation(index)));
    shown = Math.min(order.length, shown + page);
    more.hidden = shown >= order.length;
    more.textContent = `Show ${Math.min(page, order.length - shown)} more of ${order.length - shown}`;
  };
  grow();
  const box = h('div', {}, list, more);
  if (order.length === 0) {
    box.prepend(h('p.empty', {}, 'The filters leave no relation here.'));
  }
  return box;
}

function touching(app: App, actor: Actor): number[] {
  return actor.relations.filter((index) => app.shown.has.has(index));
}

function partners(app: App, actor: Actor, relations: number[]): HTMLElement | null {
  const pairs = pairsOf(app.model, relations).slice(0, 8);
  if (pairs.length === 0) return null;
  return h('section', {}, h('h3', {}, 'Deals most with'),
    h('ul.partners', {}, ...pairs.map((pair) => {
      const other = app.actor(pair.one === actor.index ? pair.other : pair.one);
      return h('li', {}, h('button.partner', {
        type: 'button',
        onclick: () => app.select({ type: 'pair', one: actor.id, other: other.id }),
      }, h(`span.dot.kind-${other.kind}`), name(other.name), toneBar(app, pair.relations),
      h('span.count', {}, pair.relations.length)));
    })));
}

function offices(app: App, actor: Actor): string[] {
  const names = actor.relations.map((index) => app.relation(index))
    .filter((r) => r.type === 'HOLDS_POSITION' && r.subject === actor.index && !r.negated)
    .map((r) => app.actor(r.object).name);
  return [...new Set(names)].slice(0, 3);
}

function hopsChoice(app: App): HTMLElement {
  const choice = (hops: number, words: string): HTMLElement =>
    button(words, () => app.set({ hops }), { 'aria-pressed': String(app.state.hops === hops) });
  return h('div.segments', { role: 'group', 'aria-label': 'How much of the graph is drawn' },
    choice(0, 'All'), choice(1, 'Neighbours'), choice(2, 'Two steps'));
}

function head(app: App, title: Node, below: string): HTMLElement {
  return h('div.details-head', {},
    iconButton('back', 'Back to the overview', () => app.select({ type: 'none' })),
    h('div', {}, title, h('p.muted', {}, below)));
}

function actorDetails(app: App, actor: Actor): HTMLElement[] {
  const relations = touching(app, actor);
  const held = offices(app, actor);
  return [
    head(app, h('h2', {}, h(`span.dot.big.kind-${actor.kind}`), name(actor.name)),
      actorSummary(actor, app.countries)),
    ...(held.length > 0 ? [h('p.offices', { dir: 'auto' }, held.join('; '))] : []),
    toneFigures(app, relations),
    h('div.actions', {}, hopsChoice(app),
      h('button.secondary', {
        type: 'button', 'aria-pressed': String(app.pathFrom === actor.id), onclick: () => app.startPath(actor.id),
      }, icon('path'), 'Path to …')),
    ...(app.pathFrom === actor.id ? [pathEnd(app, actor)] : []),
    ...(app.server ? [serverMore(app, actor)] : []),
    ...[partners(app, actor, relations)].filter((part) => part !== null),
    h('h3', {}, plural(relations.length, 'relation')),
    relationList(app, relations),
  ];
}

function serverMore(app: App, actor: Actor): HTMLElement {
  return h('p', {}, button('Load more of its neighbours', () => void app.server?.neighbours(actor.id, true), {
    class: 'link',
  }));
}

function pathEnd(app: App, from: Actor): HTMLElement {
  return h('div.path-end', {}, h('p', {}, 'Click the other actor, or search for it:'),
    searchBox(app, 'Where the path ends',
      (to) => app.select({ type: 'path', from: from.id, to: to.id })));
}

function pairDetails(app: App, one: Actor, other: Actor): HTMLElement[] {
  const relations = touching(app, one).filter((index) => {
    const { subject, object } = app.relation(index);
    return subject === other.index || object === other.index;
  });
  const title = h('h2', {}, actorLink(app, one.index), h('span.muted', {}, ' and '), actorLink(app, other.index));
  return [
    head(app, title, plural(relations.length, 'relation')),
    toneFigures(app, relations),
    relationList(app, relations),
  ];
}

function pathDetails(app: App, from: Actor, to: Actor): HTMLElement[] {
  const title = h('h2', {}, name(from.name), h('span.muted', {}, ' to '), name(to.name));
  const steps = app.path.map((index) => h('li', {}, relationCard(app, app.relation(index))));
  return [
    head(app, title, steps.length > 0 ? `A shortest path: ${plural(steps.length, 'step')}` : 'Path'),
    steps.length > 0
      ? h('ol.path', {}, ...steps)
      : h('p.empty', {}, from === to
        ? 'Choose two different actors.'
        : 'Nothing that is shown connects the two. Loosen the filters to look further.'),
    h('div.actions', {}, h('button.secondary', {
      type: 'button', onclick: () => app.select({ type: 'path', from: to.id, to: from.id }),
    }, 'The other way round')),
  ];
}

function figure(value: number, words: string): HTMLElement {
  return h('div', {}, h('b', {}, figures(value)), h('span', {}, words));
}

function pairRow(app: App, pair: Pair): HTMLElement {
  const [one, other] = [app.actor(pair.one), app.actor(pair.other)];
  return h('li', {}, h('button.partner', {
    type: 'button', onclick: () => app.select({ type: 'pair', one: one.id, other: other.id }),
  }, h('span.pair-names', {}, name(one.name), h('span.muted', {}, ' – '), name(other.name)),
  toneBar(app, pair.relations), h('span.count', {}, pair.relations.length)));
}

function pairList(app: App, title: string, pairs: Pair[]): HTMLElement | null {
  if (pairs.length === 0) return null;
  return h('section', {}, h('h3', {}, title), h('ul.partners', {}, ...pairs.map((pair) => pairRow(app, pair))));
}

function overview(app: App): HTMLElement[] {
  const { model, shown } = app;
  const dates = shown.relations.map((i) => app.relation(i).when).filter(Boolean).sort();
  const ranked = [...shown.actors.keys()]
    .map((index) => ({ actor: app.actor(index), relations: touching(app, app.actor(index)) }))
    .sort((a, b) => b.relations.length - a.relations.length).slice(0, 8);
  const pairs = pairsOf(model, shown.relations);
  const score = (pair: Pair): number => {
    const { cooperation, conflict } = toneOf(model, pair.relations);
    return cooperation - conflict;
  };
  const scored = pairs.map((pair) => ({ pair, score: score(pair) }));
  const best = scored.filter((s) => s.score > 0).sort((a, b) => b.score - a.score).slice(0, 5);
  const worst = scored.filter((s) => s.score < 0).sort((a, b) => a.score - b.score).slice(0, 5);
  const lists = [
    pairList(app, 'Cooperate most', best.map(({ pair }) => pair)),
    pairList(app, 'In conflict most', worst.map(({ pair }) => pair)),
  ].filter((part) => part !== null);
  return [
    h('h2', { dir: 'auto' }, model.title || 'Who did what to whom'),
    h('p.muted', {}, dates.length > 0
      ? `${dateWords(dates[0])} to ${dateWords(dates[dates.length - 1])}` : 'No dates'),
    h('div.figures', {}, figure(shown.actors.size, 'actors'), figure(shown.relations.length, 'relations'),
      figure(model.articleCount, 'articles')),
    ...(model.leftOut > 0 ? [h('p.note', {}, leftOutWords(app))] : []),
    ...(ranked.length === 0 ? [emptyState(app)] : [toneFigures(app, shown.relations)]),
    ...(ranked.length > 0
      ? [h('section', {}, h('h3', {}, 'Most active'),
        h('ul.partners', {}, ...ranked.map(({ actor, relations }) => {
          return h('li', {}, h('button.partner', { type: 'button', onclick: () => app.choose(actor) },
            h(`span.dot.kind-${actor.kind}`), name(actor.name), toneBar(app, relations),
            h('span.count', {}, relations.length)));
        })))]
      : []),
    ...lists,
    h('p.hint', {}, 'Click an actor or a line to read the sentences it rests on.'),
  ];
}

function leftOutWords(app: App): string {
  const left = plural(app.model.leftOut, 'weaker relation');
  return app.server
    ? `${left} of the database not loaded: search or click to fetch more.`
    : `${left} of the database not in this file.`;
}

function emptyState(app: App): HTMLElement {
  return h('p.empty', {}, app.model.relations.length === 0
    ? 'The graph holds no relation.'
    : 'The filters leave nothing to show. Reset them to see the graph again.');
}

export function detailsPanel(app: App): HTMLElement {
  const element = h('section.details', { 'aria-label': 'Details', tabindex: '-1' });
  let before = '';
  const update = (): void => {
    const { selection } = app.state;
    const find = (id: string): Actor | undefined => app.model.find(id);
    let content: HTMLElement[] | null = null;
    if (selection.type === 'actor') {
      const actor = find(selection.id);
      if (actor) content = actorDetails(app, actor);
    } else if (selection.type === 'pair') {
      const [one, other] = [find(selection.one), find(selection.other)];
      if (one && other) content = pairDetails(app, one, other);
    } else if (selection.type === 'path') {
      const [from, to] = [find(selection.from), find(selection.to)];
      if (from && to) content = pathDetails(app, from, to);
    }
    element.replaceChildren(...(content ?? overview(app)));
    const now = JSON.stringify(selection);
    if (now !== before) element.scrollTop = 0;
    before = now;
    const box = app.pathFrom ? element.querySelector<HTMLInputElement>('.path-end input') : null;
    box?.focus({ preventScroll: true });
  };
  update();
  app.listen(update);
  return element;
}
