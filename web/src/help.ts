// How to read the picture, and the keys.
import { button, h, iconButton } from './dom';

const keys: [string, string][] = [
  ['/', 'search for an actor'],
  ['n  b', 'next and previous actor, the most active first'],
  ['p', 'path from the selected actor'],
  ['Esc', 'let go of the selection'],
  ['t', 'graph or table'],
  ['+  −  f', 'nearer, farther, all'],
  ['← ↑ → ↓', 'move the graph when it has the focus'],
];

export function helpDialog(): HTMLDialogElement {
  const dialog = h('dialog.help', { 'aria-label': 'Help' }) as HTMLDialogElement;
  dialog.append(
    h('div.panel-head', {}, h('h2', {}, 'How to read this'), iconButton('close', 'Close', () => dialog.close())),
    h('p', {}, 'Each dot is an actor, larger the more is told of it. Each line gathers what one did to another: blue is cooperation, orange and red are conflict; the darker of each are deeds, the lighter words. Pale lines are planned, possible, demanded or denied. The arrow points to whom it was done.'),
    h('p', {}, 'Click an actor or a line to read the sentences it rests on. Choose two actors for the shortest path between them. Drag over the timeline to look at one time. The address always holds what you see: copy it to share the view.'),
    h('h3', {}, 'Keys'),
    h('dl', {}, ...keys.flatMap(([key, words]) => [
      h('dt', {}, ...key.split('  ').map((one) => h('kbd', {}, one))), h('dd', {}, words)])),
    h('div.actions', {}, button('Close', () => dialog.close(), { class: 'primary' })));
  return dialog;
}
