// node speed.mjs PAGE.html: how long an explorer takes to open and to move, in a Chromium that
// draws by software. What the page's process spends (its script) is told apart from what drawing
// costs, which a graphics card would do.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const args = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const server = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args });
const browser = await chromium.connect(server.wsEndpoint());

/** Milliseconds of processor time of the browser's processes by what they do. */
function spent() {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row)).filter(Boolean);
  const ours = new Set([String(server.process().pid)]);
  for (let before = 0; before !== ours.size;) {
    before = ours.size;
    for (const [, pid, parent] of rows) if (ours.has(parent)) ours.add(pid);
  }
  const times = { script: 0, drawing: 0 };
  for (const [, pid, , command] of rows) {
    const part = { renderer: 'script', 'gpu-process': 'drawing' }[/--type=([\w-]+)/.exec(command)?.[1]];
    if (!part || !ours.has(pid)) continue;
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
    times[part] += 10 * (Number(user) + Number(system));
  }
  return times;
}

async function timed(what, act) {
  const before = spent();
  const begun = performance.now();
  const words = await act();
  const wall = Math.round(performance.now() - begun);
  const after = spent();
  console.log(`${what}: ${wall} ms; processor: script ${after.script - before.script} ms, ` +
              `drawing ${after.drawing - before.drawing} ms${words ? `; ${words}` : ''}`);
}

const frame = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(180_000);
// The first page in a browser waits for the drawing process to start.
await page.goto('data:text/html,<canvas></canvas><script>document.querySelector("canvas").getContext("webgl2")</script>');
await timed('open', async () => {
  await page.goto(`file://${resolve(process.argv[2])}`, { waitUntil: 'commit' });
  await page.waitForSelector('.details h2', { state: 'attached' });
  await frame(page);
  await page.screenshot({ timeout: 180_000 });  // only then it is surely drawn
  return page.textContent('.shown-counts');
});
const box = await page.locator('.graph').boundingBox();
const steps = 40;
await page.mouse.move(box.x + 60, box.y + 60);
await page.mouse.down();
await timed(`pan, ${steps} steps`, async () => {
  for (let i = 1; i <= steps; i += 1) {
    await page.mouse.move(box.x + 60 + i * 5, box.y + 60 + i * 3);
    await frame(page);
  }
});
await page.mouse.up();
await browser.close();
await server.close();
