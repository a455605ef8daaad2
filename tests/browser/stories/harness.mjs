// Proves the harness itself on a page of its own: a story that cannot fail proves nothing.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { openWindow, startBrowser } from '../lib/chromium.mjs';
import { barriers, listenForErrors } from '../lib/look.mjs';

const PAGE = (body) => `<!doctype html><html lang="vi"><head><title>Thử</title></head><body>${body}</body></html>`;
const PAGES = {
  '/tot': PAGE('<main><h1>Không chờ</h1><p>Trang thử.</p></main>'),
  '/xau': PAGE('<main><h1>Không chờ</h1><img src="data:,"><input></main>'),
  '/script': PAGE('<main><h1>Không chờ</h1><script>throw new Error("hỏng")</script></main>'),
};

let server;
let browser;
let base;

before(async () => {
  server = createServer((request, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.setHeader('content-security-policy', request.url === '/script' ? '' : "default-src 'self'");
    answer.end(PAGES[request.url] ?? PAGE(''));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  server?.close();
});

test('a sound page has no barriers, under a strict content policy', async () => {
  const page = await openWindow(browser, base);
  await page.goto('/tot');
  assert.deepEqual(await barriers(page), []);
});

test('a picture without text and a field without a label are found', async () => {
  const page = await openWindow(browser, base);
  await page.goto('/xau');
  const found = (await barriers(page)).join('\n');
  assert.match(found, /image-alt/);
  assert.match(found, /label/);
});

test('an error in a script is heard', async () => {
  const page = await openWindow(browser, base);
  const errors = listenForErrors(page);
  await page.goto('/script');
  assert.equal(errors.length, 1);
});

test('a window without script runs none', async () => {
  const page = await openWindow(browser, base, { script: false });
  const errors = listenForErrors(page);
  await page.goto('/script');
  assert.deepEqual(errors, []);
});
