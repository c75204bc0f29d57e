// node build.mjs OUTPUT: bundles src/ into one HTML file without any reference to elsewhere.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

async function bundled(entry, extra) {
  const result = await build({
    entryPoints: [join(here, 'src', entry)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    target: 'es2020',
    legalComments: 'none',
    absWorkingDir: here,
    ...extra,
  });
  return result.outputFiles[0].text.trim();
}

/** The licences of what is bundled travel with it. */
async function notices() {
  const names = ['sigma', 'graphology', 'graphology-utils', 'events'];
  const parts = await Promise.all(
    names.map(async (name) => {
      const root = join(here, 'node_modules', name);
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
      const text = await licence(root);
      return `${name} ${version}\n${text.trim()}`;
    }),
  );
  return parts.join('\n\n').replaceAll('--', '- -');
}

async function licence(root) {
  for (const file of ['LICENSE.txt', 'LICENSE', 'LICENSE.md']) {
    try {
      return await readFile(join(root, file), 'utf8');
    } catch {
      // the next name
    }
  }
  return 'MIT licence';
}

const [script, style, page] = await Promise.all([
  bundled('main.ts', { format: 'iife' }),
  bundled('style.css', {}),
  readFile(join(here, 'src', 'page.html'), 'utf8'),
]);
if (/<\/(script|style)/i.test(script) || /<\/style/i.test(style)) {
  throw new Error('the bundle would close its own element');
}
const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const fill = {
  notices: await notices(),
  scriptDigest: digest(script),
  styleDigest: digest(style),
  style,
  script,
};
const html = page.replace(/\{\{(notices|scriptDigest|styleDigest|style|script)\}\}/g, (_, name) => fill[name]);
await writeFile(process.argv[2] ?? 'explorer.html', html);
