// node screenshot.mjs PAGE.html PICTURE.png: what a reader sees first, for docs/gallery.md.
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const [page, picture] = process.argv.slice(2);
const args = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await tab.goto(`file://${resolve(page)}`, { timeout: 180_000 });
await tab.waitForTimeout(3000);
await tab.screenshot({ path: picture, timeout: 180_000 });
await browser.close();
