// What the reader has chosen, and how the address holds it.

export type Selection =
  | { type: 'none' }
  | { type: 'actor'; id: string }
  | { type: 'pair'; one: string; other: string }
  | { type: 'path'; from: string; to: string };

export interface Camera {
  x: number;
  y: number;
  ratio: number;
}

export interface State {
  quadsOff: Set<string>;
  classesOff: Set<string>;
  kindsOff: Set<string>;
  modalitiesOff: Set<string>;
  deniedOff: boolean;
  /** Empty: all. */
  countries: Set<string>;
  confidence: number;
  /** Empty: from the first, to the last. */
  from: string;
  to: string;
  /** 0: the whole graph; else only so far around the selected actor. */
  hops: number;
  selection: Selection;
  view: 'graph' | 'table' | 'sql';
  colour: 'kind' | 'tone';
  camera: Camera | null;
}

/** Offices and mere statements are a click away: they would hide the rest. */
export function firstState(): State {
  return {
    quadsOff: new Set(),
    classesOff: new Set(['HOLDS_POSITION', 'STATEMENT']),
    kindsOff: new Set(),
    modalitiesOff: new Set(),
    deniedOff: false,
    countries: new Set(),
    confidence: 0,
    from: '',
    to: '',
    hops: 0,
    selection: { type: 'none' },
    view: 'graph',
    colour: 'kind',
    camera: null,
  };
}

const sets = [
  ['q', 'quadsOff'],
  ['k', 'kindsOff'],
  ['m', 'modalitiesOff'],
  ['l', 'countries'],
] as const;

function selectionWords(selection: Selection): string[] {
  switch (selection.type) {
    case 'none':
      return [];
    case 'actor':
      return ['actor', selection.id];
    case 'pair':
      return ['pair', selection.one, selection.other];
    case 'path':
      return ['path', selection.from, selection.to];
  }
}

function selectionOf([type, one, other]: string[]): Selection {
  if (type === 'actor' && one) return { type, id: one };
  if (type === 'pair' && one && other) return { type, one, other };
  if (type === 'path' && one && other) return { type, from: one, to: other };
  return { type: 'none' };
}

const join = (words: Iterable<string>): string => [...words].map(encodeURIComponent).join(',');
const split = (text: string): string[] =>
  text.split(',').filter(Boolean).map((word) => {
    try {
      return decodeURIComponent(word);
    } catch {
      return word;
    }
  });

/** Only what differs from the first state, so that short links stay short. */
export function hashOf(state: State): string {
  const first = firstState();
  const parts = new URLSearchParams();
  const put = (key: string, value: string): void => {
    if (value) parts.set(key, value);
  };
  put('s', join(selectionWords(state.selection)));
  for (const [key, field] of sets) put(key, join([...state[field]].sort()));
  const classes = join([...state.classesOff].sort());
  if (classes !== join([...first.classesOff].sort())) parts.set('c', classes);
  if (state.deniedOff) parts.set('d', '0');
  if (state.confidence > 0) parts.set('p', state.confidence.toFixed(2));
  if (state.from || state.to) parts.set('t', `${state.from}..${state.to}`);
  if (state.hops > 0) parts.set('h', String(state.hops));
  if (state.view !== 'graph') parts.set('v', state.view);
  if (state.colour !== 'kind') parts.set('by', state.colour);
  if (state.camera) {
    const { x, y, ratio } = state.camera;
    parts.set('at', [x, y, ratio].map((n) => n.toFixed(4)).join(','));
  }
  return parts.toString().replaceAll('%2C', ',').replaceAll('%252F', '/');
}

export function stateOf(hash: string): State {
  const state = firstState();
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  state.selection = selectionOf(split(parts.get('s') ?? ''));
  for (const [key, field] of sets) state[field] = new Set(split(parts.get(key) ?? ''));
  const classes = parts.get('c');
  if (classes !== null) state.classesOff = new Set(split(classes));
  state.deniedOff = parts.get('d') === '0';
  state.confidence = Math.min(1, Math.max(0, Number(parts.get('p')) || 0));
  const dates = /^([\d-]*)\.\.([\d-]*)$/.exec(parts.get('t') ?? '');
  if (dates) [, state.from, state.to] = dates;
  state.hops = Math.min(3, Math.max(0, Math.round(Number(parts.get('h')) || 0)));
  const view = parts.get('v');
  if (view === 'table' || view === 'sql') state.view = view;
  if (parts.get('by') === 'tone') state.colour = 'tone';
  const at = (parts.get('at') ?? '').split(',').map(Number);
  if (at.length === 3 && at.every(Number.isFinite) && at[2] > 0) {
    state.camera = { x: at[0], y: at[1], ratio: at[2] };
  }
  return state;
}
