// node explorer.mjs FOLDER ADDRESS SCREENSHOTS: what a person does with the explorer.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [folder, address, screenshots] = process.argv.slice(2);
const patience = 180_000;
const softwareGl = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
let passed = 0;
let failed = 0;

/** A page that may ask nobody (but `own`) and complain of nothing. */
async function withPage(browser, url, options, use) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const troubles = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/GPU stall|GL Driver/.test(message.text())) {
      troubles.push(message.text());
    }
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('dialog', () => troubles.push('a dialog opened: a name became code'));
  page.on('request', (request) => {
    const to = request.url();
    if (to !== url.split('#')[0] && !/^(data|blob):/.test(to) && !to.startsWith(address)) troubles.push(`asked ${to}`);
  });
  await page.goto(url, { timeout: patience });
  await page.waitForSelector('.details h2', { state: 'attached' });
  await use(page);
  assert.deepEqual(troubles, []);
  await context.close();
}

async function check(what, test) {
  try {
    await test();
    passed += 1;
    console.log(`ok      ${what}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${what}\n${error.stack}`);
  }
}

const counts = async (page) => (await page.textContent('.shown-counts')).replace(/\s+/g, ' ');

async function search(page, words) {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.waitForSelector('.hits li b');
  await page.keyboard.press('Enter');
}

async function saved(page, item) {
  await page.click('.menu summary');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`.menu-items button:has-text("${item}")`)]);
  return readFile(await file.path());
}

async function useFile(page) {
  const all = await counts(page);
  assert.match(all, /\d+ actors/);
  await page.screenshot({ path: join(screenshots, 'overview-1280.png') });

  await search(page, 'freed');
  await page.waitForSelector('.details h2:has-text("Freedonia")');
  const marks = await page.textContent('.relation blockquote mark.subject');
  assert.match(marks, /Freedonia/);
  assert.match(await page.evaluate(() => location.hash), /s=actor,state\/freedonia/);
  await page.screenshot({ path: join(screenshots, 'actor-1280.png') });

  await page.click('text=verbal conflict');
  assert.notEqual(await counts(page), all);
  await page.click('text=Reset');
  assert.equal(await counts(page), all);

  await page.click('.details >> text=Path to');
  await page.fill('.path-end input', 'free rid');
  await page.keyboard.press('Enter');
  await page.waitForSelector('ol.path li');
  assert.ok((await page.$$('ol.path > li')).length >= 2);

  await page.keyboard.press('Escape');
  await page.waitForSelector('.figures');
  await page.keyboard.press('n');
  await page.waitForSelector('.details-head');
  await page.keyboard.press('t');
  await page.waitForSelector('.table tbody tr');
  const rows = (await page.$$('.table tbody tr')).length;
  await page.screenshot({ path: join(screenshots, 'table-1280.png') });

  const csv = (await saved(page, 'CSV')).toString('utf8');
  assert.ok(csv.startsWith('\ufeffsubject,relation,object'));
  assert.equal(csv.trim().split('\r\n').length, rows + 1);
  assert.equal(JSON.parse(await saved(page, 'JSON')).relations.length, rows);
  assert.match((await saved(page, 'SVG')).toString('utf8'), /^<svg [^]*<circle [^]*<\/svg>\s*$/);
  assert.equal((await saved(page, 'PNG')).subarray(1, 4).toString('latin1'), 'PNG');
}

/** Clicks what the pointer finds until the address says what was wanted. */
async function clickOn(page, wanted) {
  const box = await page.locator('.graph').boundingBox();
  for (let y = 10; y < box.height - 60; y += 12) {
    for (let x = 10; x < box.width - 60; x += 12) {
      await page.mouse.move(box.x + x, box.y + y);
      const over = await page.evaluate(() => document.querySelector('.graph').style.cursor === 'pointer');
      if (!over) continue;
      await page.mouse.click(box.x + x, box.y + y);
      await page.waitForSelector('.relation blockquote');
      if ((await page.evaluate(() => location.hash)).includes(wanted)) return;
      await page.keyboard.press('Escape');
    }
  }
  assert.fail('there was nothing to click');
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: softwareGl });
const wide = { viewport: { width: 1280, height: 800 } };
const file = `file://${join(folder, 'sample.html')}`;

await check('search, evidence, filters, path, keys, table and files', () => withPage(browser, file, wide, useFile));
await check('a click on the drawing shows its evidence', () => withPage(browser, file, wide, async (page) => {
  await clickOn(page, 's=actor');
}));
await check('a click on a line shows what is told of the two', () => withPage(browser, file, wide, async (page) => {
  await clickOn(page, 's=pair');
}));
await check('an address brings the view back', () => withPage(browser, `${file}#s=pair,state/ruritania,company/blue-danube&v=table`, wide, async (page) => {
  await page.waitForSelector('.details h2:has-text("Ruritania")');
  await page.waitForSelector('.table tbody tr');
}));
await check('names stay names', () => withPage(browser, `file://${join(folder, 'hostile.html')}`, wide, async (page) => {
  await page.keyboard.press('t');
  await page.waitForSelector('.table tbody tr');
  assert.equal((await page.$$('script')).length, 2);
  assert.equal((await page.$$('#app img, #app b script')).length, 0);
  await saved(page, 'SVG');
  await page.screenshot({ path: join(screenshots, 'hostile-1280.png') });
}));
await check('a phone', () => withPage(browser, file, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page) => {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.screenshot({ path: join(screenshots, 'overview-390.png') });
  await page.click('.tabs >> text=Filters');
  await page.screenshot({ path: join(screenshots, 'filters-390.png') });
  await page.fill('.top input', 'rurit');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.relation blockquote');
  await page.screenshot({ path: join(screenshots, 'actor-390.png') });
}));
await check('the dark theme', () => withPage(browser, file, { ...wide, colorScheme: 'dark' }, async (page) => {
  await search(page, 'rurit');
  await page.screenshot({ path: join(screenshots, 'dark-1280.png') });
}));
await check('the served explorer fetches neighbours and answers SQL', () => withPage(browser, address, wide, async (page) => {
  await search(page, 'sylv');
  await page.waitForSelector('.relation blockquote');
  await page.click('.top >> text=SQL');
  await page.fill('.sql textarea', 'SELECT count(*) AS relations FROM triples');
  await page.click('.sql >> text=Run');
  await page.waitForSelector('.answer td');
  assert.equal(await page.textContent('.answer td'), '11');
  await page.screenshot({ path: join(screenshots, 'sql-1280.png') });
}));
await browser.close();

const plain = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'] });
await check('without WebGL the page draws SVG', () => withPage(plain, file, wide, async (page) => {
  await page.waitForSelector('svg.svg-view circle[data-a]');
  await page.locator('svg.svg-view circle[data-a]').first().click();
  await page.waitForSelector('.relation blockquote');
  await page.screenshot({ path: join(screenshots, 'svg-1280.png') });
}));
await plain.close();

console.log(`explorer: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
