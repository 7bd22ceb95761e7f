// Opens pages in Chromium at a phone's and a desk's width, light and dark, and prints what a user would stumble over.
// Usage: node look.mjs CHROMIUM PROFILE SCREENSHOTS(or -) VIEW=PAGE...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [program, profile, screenshots, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const views = {
  'phone': { width: 360, height: 740, colorScheme: 'light' },
  'phone-dark': { width: 360, height: 740, colorScheme: 'dark' },
  'desk': { width: 1280, height: 900, colorScheme: 'light' },
  'desk-dark': { width: 1280, height: 900, colorScheme: 'dark' },
};
const flags = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const browser = await chromium.launchPersistentContext(profile, { executablePath: program, args: flags.split(' '), bypassCSP: false });
const results = [];
for (const asked_for of pages) {
  const [name, address] = asked_for.split(/=(.*)/s);
  const { width, height, colorScheme } = views[name];
  const page = await browser.newPage();
  const errors = [], asked = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('dialog', (dialog) => { errors.push('dialog: ' + dialog.message()); dialog.dismiss(); });
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.goto(address, { waitUntil: 'load' });
  const stumbles = await page.evaluate(() => ({
    title: document.title,
    text: document.body.innerText,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    scripts: document.querySelectorAll('script, iframe, object, embed, [onerror], [onload], [onclick]').length,
    odd: [...document.links].map((a) => a.protocol).filter((p) => !['http:', 'https:', 'file:'].includes(p)),
  }));
  // The table of sites: sorted by its first column, filtered by a word.
  const names = () => page.$$eval('#sites tbody tr:not([hidden])', (rows) => rows.map((row) => row.cells[0].innerText));
  let sorted = [], filtered = [];
  if (await page.$('#sites')) {
    await page.click('#sites th button');
    sorted = await names();
    await page.fill('#filter', 'tar late');
    filtered = await names();
    await page.fill('#filter', '');
  }
  // The keyboard: everything that Tab reaches must be seen to have the focus.
  let unseen = 0;
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    unseen += await page.evaluate(() => {
      const at = document.activeElement;
      return at && at !== document.body && getComputedStyle(at).outlineStyle === 'none' ? 1 : 0;
    });
  }
  if (screenshots !== '-') await page.screenshot({ path: `${screenshots}/${address.split('/').pop()}-${name}.png`, fullPage: true });
  // The page's own policy forbids scripts; the debugger's evaluate is not the page's.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  results.push({
    page: address, view: name, errors, asked, unseen, sorted, filtered, ...stumbles,
    violations: violations.map((v) => `${v.id}: ${v.help} ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')}`),
  });
  await page.close();
}
await browser.close();
console.log(JSON.stringify(results));
