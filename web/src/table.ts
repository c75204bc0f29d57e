// The shown relations as a table: for reading, for keyboards and for screen readers.
import type { App } from './app';
import type { Relation } from './data';
import { button, h, name } from './dom';
import { classWords, dateWords, plural, predicateWords } from './words';

const page = 100;

interface Column {
  title: string;
  key(app: App, relation: Relation): string | number;
  cell(app: App, relation: Relation): Node | string;
}

function actorButton(app: App, index: number): HTMLElement {
  const actor = app.actor(index);
  return h('button.actor', { type: 'button', onclick: () => app.choose(actor) },
    h(`span.dot.kind-${actor.kind}`), name(actor.name));
}

const columns: Column[] = [
  { title: 'Date', key: (_, r) => r.when, cell: (_, r) => (r.when ? dateWords(r.when) : '–') },
  { title: 'Who', key: (app, r) => app.actor(r.subject).name, cell: (app, r) => actorButton(app, r.subject) },
  { title: 'Does', key: (_, r) => r.label, cell: (app, r) => doesCell(app, r) },
  { title: 'To whom', key: (app, r) => app.actor(r.object).name, cell: (app, r) => actorButton(app, r.object) },
  { title: 'Kind', key: (_, r) => r.type, cell: (_, r) => kindCell(r) },
  { title: 'Confidence', key: (_, r) => r.confidence, cell: (_, r) => r.confidence.toFixed(2) },
  { title: 'Article', key: (_, r) => r.quotes[0]?.article.name ?? '', cell: (_, r) => articleCell(r) },
];

function doesCell(app: App, relation: Relation): Node {
  const [one, other] = [app.actor(relation.subject).id, app.actor(relation.object).id];
  return button(predicateWords(relation), () => app.select({ type: 'pair', one, other }), { class: 'link' });
}

function kindCell(relation: Relation): Node {
  return h('span.nowrap', {}, h(`span.stroke.quad-${relation.quad.replace(' ', '-')}`), classWords(relation.type));
}

function articleCell(relation: Relation): Node {
  const article = relation.quotes[0]?.article;
  return article ? name(article.title || article.name) : h('span', {}, '–');
}

export function tableView(app: App): HTMLElement {
  let by = 0;
  let down = true;
  let shown = page;
  const head = h('tr');
  const body = h('tbody');
  const caption = h('caption');
  const more = button('', () => {
    shown += page;
    update();
  }, { class: 'more' });
  const heads = columns.map(({ title }, i) => {
    const cell = h('th', { scope: 'col' }, button(title, () => {
      down = by === i ? !down : false;
      by = i;
      update();
    }, { class: 'link' }));
    head.append(cell);
    return cell;
  });
  const update = (): void => {
    if (element.hidden) return;
    const { key } = columns[by];
    const rows = app.shown.relations.map((index) => app.relation(index));
    rows.sort((a, b) => {
      const [one, other] = [key(app, a), key(app, b)];
      const order = one < other ? -1 : one > other ? 1 : a.index - b.index;
      return down ? -order : order;
    });
    heads.forEach((cell, i) => cell.setAttribute('aria-sort', i !== by ? 'none' : down ? 'descending' : 'ascending'));
    body.replaceChildren(...rows.slice(0, shown).map((relation) =>
      h('tr', {}, ...columns.map((column) => h('td', { 'data-title': column.title }, column.cell(app, relation))))));
    caption.textContent = plural(rows.length, 'relation');
    more.hidden = shown >= rows.length;
    more.textContent = `Show ${Math.min(page, rows.length - shown)} more of ${rows.length - shown}`;
  };
  const element = h('section.table', { 'aria-label': 'Relations as a table' },
    h('table', {}, caption, h('thead', {}, head), body), more);
  element.hidden = true;
  app.listen(update);
  element.addEventListener('shown', update);
  return element;
}
