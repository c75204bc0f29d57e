// A box that finds actors: an ARIA combobox.
import type { App } from './app';
import type { Actor } from './data';
import { h, icon, name } from './dom';
import { actorSummary, folded } from './words';

const maxHits = 8;
let serial = 0;

/** Names that begin with the words first, then words that do, then the rest; the strongest first. */
export function findActors(actors: Actor[], words: string): Actor[] {
  const wanted = folded(words.trim());
  if (!wanted) return [];
  const hits: [number, Actor][] = [];
  for (const actor of actors) {
    if (actor.relations.length === 0) continue;
    const text = folded(actor.name);
    const at = text.indexOf(wanted);
    if (at < 0) continue;
    const rank = at === 0 ? 0 : /[\s\-(]/.test(text[at - 1]) ? 1 : 2;
    hits.push([rank * 1e6 - actor.relations.length, actor]);
  }
  return hits.sort((a, b) => a[0] - b[0]).slice(0, maxHits).map(([, actor]) => actor);
}

export function searchBox(
  app: App, label: string, chosen: (actor: Actor) => void, key = '',
): HTMLElement {
  serial += 1;
  const listId = `search-list-${serial}`;
  const input = h('input', {
    type: 'search', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': listId,
    'aria-autocomplete': 'list', 'aria-label': label, placeholder: label, autocomplete: 'off',
    spellcheck: 'false',
  }) as HTMLInputElement;
  const list = h('ul.hits', { id: listId, role: 'listbox', 'aria-label': label });
  list.hidden = true;
  let hits: Actor[] = [];
  let active = -1;
  let asked = 0;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (actor: Actor | undefined): void => {
    if (!actor) return;
    input.value = '';
    close();
    input.blur();
    chosen(actor);
  };
  const mark = (to: number): void => {
    active = hits.length === 0 ? -1 : (to + hits.length) % hits.length;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
    if (active >= 0) input.setAttribute('aria-activedescendant', `${listId}-${active}`);
  };
  const render = (): void => {
    const items = hits.map((actor, i) =>
      h('li', {
        id: `${listId}-${i}`, role: 'option', 'aria-selected': 'false',
        onmousedown: ((event: Event) => {
          event.preventDefault();
          take(actor);
        }) as EventListener,
      },
      h(`span.dot.kind-${actor.kind}`), name(actor.name, 'b'),
      h('span.muted', {}, actorSummary(actor, app.countries))));
    if (items.length === 0) {
      items.push(h('li.none', { role: 'option', 'aria-disabled': 'true' }, 'No actor has such a name.'));
    }
    list.replaceChildren(...items);
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(hits.length > 0 ? 0 : -1);
  };
  const ask = async (): Promise<void> => {
    const words = input.value;
    if (!words.trim()) {
      close();
      return;
    }
    hits = findActors(app.model.actors, words);
    render();
    if (!app.server) return;
    asked += 1;
    const mine = asked;
    const more = await app.server.search(words).catch(() => []);
    if (mine !== asked) return;
    const known = new Set(hits.map((actor) => actor.id));
    hits = [...hits, ...more.filter((actor) => !known.has(actor.id))].slice(0, maxHits + 4);
    render();
  };

  input.addEventListener('input', () => void ask());
  input.addEventListener('focus', () => {
    if (input.value.trim()) void ask();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(hits[active]);
    } else if (event.key === 'Escape') {
      input.value = '';
      close();
      input.blur();
      event.stopPropagation();
    }
  });
  return h('div.search', { role: 'search' }, icon('search'), input,
    key ? h('kbd', { 'aria-hidden': 'true' }, key) : null, list);
}
