// The SQL tab of `entente serve`: questions to the database, read only.
import { button, h } from './dom';
import type { Server, SqlResult } from './server';
import { plural } from './words';

const examples: [string, string][] = [
  ['Strongest pairs', 'SELECT subject, class, object, weight, first_date, last_date\nFROM edges ORDER BY weight DESC LIMIT 20'],
  ['Conflict by month', "SELECT substr(date, 1, 7) AS month, count(*) AS events\nFROM timeline WHERE quad LIKE '%conflict' GROUP BY 1 ORDER BY 1"],
  ['Who accuses whom', "SELECT date, subject, relation, object, document\nFROM triples WHERE class = 'ACCUSE' ORDER BY date LIMIT 50"],
  ['Tables and views', "SELECT type, name FROM sqlite_schema\nWHERE type IN ('table', 'view') ORDER BY type, name"],
];

function resultTable(result: SqlResult): HTMLElement {
  return h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': 'Rows of the answer' }, h('table', {},
    h('caption', {}, `${plural(result.rows.length, 'row')} in ${result.milliseconds} ms${result.cut && ` · ${result.cut}`}`),
    h('thead', {}, h('tr', {}, ...result.columns.map((column) => h('th', { scope: 'col' }, column)))),
    h('tbody', {}, ...result.rows.map((row) => h('tr', {}, ...row.map((cell) =>
      h(typeof cell === 'number' ? 'td.number' : cell === null ? 'td.null' : 'td', { dir: 'auto' },
        cell === null ? 'NULL' : cell)))))));
}

export function sqlView(server: Server): HTMLElement {
  const text = h('textarea', {
    rows: 5, spellcheck: 'false', 'aria-label': 'SQL', autocapitalize: 'off',
  }) as HTMLTextAreaElement;
  text.value = examples[0][1];
  const answer = h('div.answer', { 'aria-live': 'polite' });
  const run = async (): Promise<void> => {
    answer.replaceChildren(h('p.muted', {}, 'Asking …'));
    try {
      answer.replaceChildren(resultTable(await server.sql(text.value)));
    } catch (error) {
      answer.replaceChildren(h('p.error', { role: 'alert' }, error instanceof Error ? error.message : String(error)));
    }
  };
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void run();
    }
    event.stopPropagation();
  });
  const element = h('section.sql', { 'aria-label': 'SQL' },
    h('p.muted', {}, 'Reads the database and changes nothing. The views triples, edges, timeline, positions and evidence_text are made for people.'),
    h('div.chips', {}, ...examples.map(([words, sql]) => button(words, () => {
      text.value = sql;
      void run();
    }, { class: 'chip' }))),
    text,
    h('div.actions', {}, button('Run', () => void run(), { class: 'primary' }), h('span.muted', {}, 'Ctrl + Enter')),
    answer);
  element.hidden = true;
  return element;
}
