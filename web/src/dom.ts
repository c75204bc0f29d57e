// Elements from code. Text is always set as text, so that no name can become markup.

type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | EventListener>;

const svgNamespace = 'http://www.w3.org/2000/svg';

function fill(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.replace(/^on/, ''), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** h('button.primary', { type: 'button', onclick }, 'Words') */
export function h<K extends string>(
  name: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElement {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length > 0) element.className = classes.join(' ');
  fill(element, attributes, children);
  return element;
}

export function svg(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS(svgNamespace, name) as SVGElement;
  fill(element, attributes, children);
  return element;
}

/** A name of an actor or article: its direction is its own. */
export function name(words: string, tag = 'bdi'): HTMLElement {
  return h(tag, { dir: 'auto' }, words);
}

export function button(words: string, onclick: () => void, attributes: Attributes = {}): HTMLElement {
  return h('button', { type: 'button', onclick: () => onclick(), ...attributes }, words);
}

const paths: Record<string, string> = {
  search: 'M11 4a7 7 0 1 0 4.4 12.4L20 21l1-1-4.6-4.6A7 7 0 0 0 11 4z',
  filter: 'M4 6h16M7 12h10M10 18h4',
  path: 'M6 18a2 2 0 1 0 0-.01M18 6a2 2 0 1 0 0-.01M7.5 16.5 16.5 7.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  close: 'M6 6l12 12M18 6 6 18',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  theme: 'M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  graph: 'M6 17a2.5 2.5 0 1 0 0-.01M18 14a2.5 2.5 0 1 0 0-.01M11 6a2.5 2.5 0 1 0 0-.01M7 15l3-7M13 7l4 5M8.5 17l7-2',
  time: 'M4 20V10M9 20V5M14 20v-8M19 20v-5',
  info: 'M12 8v.01M12 11v6M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  help: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 17v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  sql: 'M5 6c0-3 14-3 14 0v12c0 3-14 3-14 0zM5 6c0 3 14 3 14 0M5 12c0 3 14 3 14 0',
  back: 'M14 6l-6 6 6 6',
};

export function icon(which: string): SVGElement {
  return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' },
    svg('path', { d: paths[which] }));
}

export function iconButton(
  which: string, words: string, onclick: () => void, attributes: Attributes = {},
): HTMLElement {
  return h('button.icon-button', {
    type: 'button', title: words, 'aria-label': words, onclick: () => onclick(), ...attributes,
  }, icon(which));
}

/** Saves bytes as a file on the reader's machine. */
export function download(content: Blob, file: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
