// What is shown and what is not.
import type { App } from './app';
import { quads, type Relation } from './data';
import { button, h } from './dom';
import { firstState, type State } from './state';
import { classWords, figures, kindWords, modalityWords, plural, quadWords } from './words';

type Counts = Map<string, number>;

/** One group of choices whose counts follow the other groups. */
interface Facet {
  element: HTMLElement;
  update(): void;
}

interface Choice {
  key: string;
  words: string;
  swatch?: string;
}

const firstCountries = 8;

function choiceRow(choice: Choice, change: (on: boolean) => void): {
  element: HTMLElement; box: HTMLInputElement; number: HTMLElement;
} {
  const box = h('input', { type: 'checkbox' }) as HTMLInputElement;
  box.addEventListener('change', () => change(box.checked));
  const number = h('span.count');
  const element = h('label.choice', { 'data-key': choice.key }, box,
    choice.swatch ? h(`span.${choice.swatch}`) : null, h('span.words', { dir: 'auto' }, choice.words), number);
  return { element, box, number };
}

function facet(
  title: string, choices: Choice[], tally: () => Counts,
  isOn: (key: string) => boolean, change: (key: string, on: boolean) => void,
): Facet {
  const rows = choices.map((choice) => ({
    choice, ...choiceRow(choice, (on) => change(choice.key, on)),
  }));
  const element = h('fieldset', {}, h('legend', {}, title), ...rows.map((row) => row.element));
  return {
    element,
    update() {
      const counts = tally();
      for (const { choice, box, number, element: row } of rows) {
        const value = counts.get(choice.key) ?? 0;
        box.checked = isOn(choice.key);
        number.textContent = figures(value);
        row.classList.toggle('nothing', value === 0);
      }
    },
  };
}

function toggled(set: Set<string>, key: string, inside: boolean): Set<string> {
  const changed = new Set(set);
  if (inside) changed.add(key);
  else changed.delete(key);
  return changed;
}

/** How many relations there would be of each, were none left out for this reason. */
function tallyOf(
  app: App, field: 'quadsOff' | 'kindsOff' | 'classesOff', of: (relation: Relation) => string[],
): Counts {
  return app.tally({ [field]: new Set() } as Partial<State>, of);
}

function offFacet(
  app: App, title: string, field: 'quadsOff' | 'kindsOff' | 'classesOff', choices: Choice[],
  tally: () => Counts,
): Facet {
  return facet(
    title, choices, tally,
    (key) => !app.state[field].has(key),
    (key, on) => app.set({ [field]: toggled(app.state[field], key, !on) } as Partial<State>),
  );
}

const denied = 'denied';

function statusFacet(app: App): Facet {
  const choices = app.model.modalities.map((key) => ({
    key, words: key === 'actual' ? 'told as done' : modalityWords(key),
  }));
  return facet(
    'Told as',
    [...choices, { key: denied, words: 'denied (“did not”)' }],
    () => app.tally({ modalitiesOff: new Set(), deniedOff: false },
      (r) => (r.negated ? [r.modality, denied] : [r.modality])),
    (key) => (key === denied ? !app.state.deniedOff : !app.state.modalitiesOff.has(key)),
    (key, on) => app.set(key === denied
      ? { deniedOff: !on }
      : { modalitiesOff: toggled(app.state.modalitiesOff, key, !on) }),
  );
}

function confidenceFacet(app: App): Facet {
  const output = h('output');
  const range = h('input', {
    type: 'range', min: 0, max: 1, step: 0.05, 'aria-label': 'Least confidence',
  }) as HTMLInputElement;
  range.addEventListener('input', () => app.set({ confidence: Number(range.value) }));
  return {
    element: h('fieldset', {}, h('legend', {}, 'Confidence'),
      h('div.range-row', {}, range, output)),
    update() {
      range.value = String(app.state.confidence);
      output.textContent = app.state.confidence === 0 ? 'any' : `≥ ${app.state.confidence.toFixed(2)}`;
    },
  };
}

function countryFacet(app: App): Facet {
  const all = app.tally({ ...firstState(), classesOff: new Set() }, countriesOf(app));
  const codes = [...all].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
  const inner = facet(
    'Country',
    codes.map((key) => ({ key, words: app.countries.get(key) ?? key })),
    () => app.tally({ countries: new Set() }, countriesOf(app)),
    (key) => app.state.countries.has(key),
    (key, on) => app.set({ countries: toggled(app.state.countries, key, on) }),
  );
  const rows = [...inner.element.querySelectorAll<HTMLElement>('.choice')];
  let open = false;
  const more = button('', () => {
    open = !open;
    fold();
  }, { class: 'link' });
  const fold = (): void => {
    rows.forEach((row, i) => {
      const kept = open || i < firstCountries || app.state.countries.has(row.dataset.key ?? '');
      row.hidden = !kept;
    });
    more.textContent = open ? 'Fewer' : `All ${codes.length}`;
    more.hidden = codes.length <= firstCountries;
  };
  inner.element.append(more);
  return {
    element: inner.element,
    update() {
      inner.update();
      fold();
    },
  };
}

function countriesOf(app: App): (relation: Relation) => string[] {
  return ({ subject, object }) => {
    const one = app.actor(subject).country;
    const other = app.actor(object).country;
    return [...new Set([one, other])].filter(Boolean);
  };
}

function kindsOf(app: App): (relation: Relation) => string[] {
  return ({ subject, object }) => [...new Set([app.actor(subject).kind, app.actor(object).kind])];
}

function classFacets(app: App): Facet {
  const present = new Set(app.model.relations.map((relation) => relation.type));
  const groups = quads.map((quad) => {
    const choices = app.model.classes
      .filter(([type, of]) => of === quad && present.has(type))
      .map(([type]) => ({ key: type, words: classWords(type) }));
    return { quad, choices };
  }).filter(({ choices }) => choices.length > 0);
  let counts: Counts = new Map();
  const facets = groups.map(({ quad, choices }) =>
    offFacet(app, capital(quadWords(quad)), 'classesOff', choices, () => counts));
  const element = h('details.classes', {}, h('summary', {}, 'Kinds of event'),
    ...facets.map((one) => one.element));
  return {
    element,
    update() {
      counts = tallyOf(app, 'classesOff', (r) => [r.type]);
      facets.forEach((one) => one.update());
    },
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function facetsOf(app: App): Facet[] {
  const kinds = app.model.kinds
    .filter((kind) => app.model.actors.some((actor) => actor.kind === kind && actor.relations.length > 0))
    .map((key) => ({ key, words: kindWords(key), swatch: `dot.kind-${key}` }));
  return [
    offFacet(app, 'Relations', 'quadsOff',
      quads.map((key) => ({ key, words: quadWords(key), swatch: `stroke.quad-${key.replace(' ', '-')}` })),
      () => tallyOf(app, 'quadsOff', (r) => [r.quad])),
    statusFacet(app),
    confidenceFacet(app),
    offFacet(app, 'Actors', 'kindsOff', kinds, () => tallyOf(app, 'kindsOff', kindsOf(app))),
    countryFacet(app),
    classFacets(app),
  ];
}

export function filtersPanel(app: App): HTMLElement {
  const summary = h('p.shown-counts');
  const reset = button('Reset', () => {
    const first = firstState();
    app.set({
      quadsOff: first.quadsOff, classesOff: first.classesOff, kindsOff: first.kindsOff,
      modalitiesOff: first.modalitiesOff, deniedOff: false, countries: first.countries,
      confidence: 0, from: '', to: '', hops: 0,
    });
  }, { class: 'link' });
  const body = h('div');
  let facets: Facet[] = [];
  const build = (): void => {
    facets = facetsOf(app);
    body.replaceChildren(...facets.map((one) => one.element));
  };
  const update = (): void => {
    facets.forEach((one) => one.update());
    const { actors, relations } = app.shown;
    summary.replaceChildren(
      h('b', {}, figures(actors.size)), actors.size === 1 ? ' actor · ' : ' actors · ',
      h('b', {}, figures(relations.length)), ` of ${plural(app.model.relations.length, 'relation')}`);
  };
  build();
  update();
  app.listen((what) => {
    if (what === 'model') build();
    update();
  });
  return h('section.filters', { 'aria-label': 'Filters' },
    h('div.panel-head', {}, h('h2', {}, 'Filters'), reset), summary, body);
}
