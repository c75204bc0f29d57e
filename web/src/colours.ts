// One set of colours a theme. Actors are told apart after Paul Tol's "muted" scheme, links after
// ColorBrewer's RdBu: both hold for eyes that see red and green alike.

export interface Palette {
  background: string;
  ink: string;
  muted: string;
  kinds: Record<string, string>;
  quads: Record<string, string>;
}

const light: Palette = {
  background: '#fbfaf7',
  ink: '#1d2229',
  muted: '#5d6672',
  kinds: {
    country: '#332288', person: '#cfae3a', organisation: '#44aa99', armed_force: '#882255',
    group: '#aa4499', company: '#117733', place: '#8f969e', entity: '#88bbdd',
    position: '#c4c8cc',
  },
  quads: {
    'material cooperation': '#1b5a9e', 'verbal cooperation': '#6aaed6',
    'verbal conflict': '#ee9a3a', 'material conflict': '#b2182b', none: '#a3a8ae',
  },
};

const dark: Palette = {
  background: '#12161b',
  ink: '#eceef1',
  muted: '#9aa5b1',
  kinds: {
    country: '#8f83e6', person: '#e3cf74', organisation: '#56c4b1', armed_force: '#d0578f',
    group: '#c87abf', company: '#4fae6c', place: '#8b949e', entity: '#9fd0ee',
    position: '#5d6672',
  },
  quads: {
    'material cooperation': '#4b93e0', 'verbal cooperation': '#9acbec',
    'verbal conflict': '#f3b266', 'material conflict': '#ee5561', none: '#68727d',
  },
};

export function palette(): Palette {
  return isDark() ? dark : light;
}

export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** The quad colours as custom properties, so that style.css and the canvas agree. */
export function applyPalette(): void {
  const colours = palette();
  const style = document.documentElement.style;
  for (const [quad, colour] of Object.entries(colours.quads)) {
    style.setProperty(`--${quad.replace(' ', '-')}`, colour);
  }
  for (const [kind, colour] of Object.entries(colours.kinds)) {
    style.setProperty(`--kind-${kind}`, colour);
  }
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

/** `share` of the first colour over the second. */
export function blend(over: string, under: string, share: number): string {
  const below = channels(under);
  const mixed = channels(over).map((c, i) => Math.round(c * share + below[i] * (1 - share)));
  return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

/** From conflict (-1) over grey to cooperation (1). */
export function toneColour(colours: Palette, tone: number): string {
  const end = tone < 0 ? colours.quads['material conflict'] : colours.quads['material cooperation'];
  return blend(end, colours.quads.none, Math.min(1, Math.abs(tone)));
}
