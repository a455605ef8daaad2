// Looking at a page: pictures, accessibility, and what went wrong in the browser's console.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let folder;

/** Folder the pictures go to: KHONGCHO_SHOTS, else a new one under the temporary folder. */
export function pictureFolder() {
  folder ??= process.env.KHONGCHO_SHOTS ?? mkdtempSync(join(tmpdir(), 'khongcho-shots-'));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Keeps a picture of the whole page as NAME.png. */
export async function picture(page, name) {
  await page.screenshot({ path: join(pictureFolder(), `${name}.png`), fullPage: true });
}

/**
 * Barriers axe finds on the page, one line each. The script runs through the developer tools, not as a
 * script element, so the page's content security policy stays as strict as it is for everybody.
 */
export async function barriers(page) {
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(AXE, 'utf8'));
  const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), RULES);
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Collects errors of script and console; a story ends by asserting that the list is empty. */
export function listenForErrors(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A refused form answers 422, which the browser reports as an error of its own.
    if (message.type() === 'error' && !message.text().includes('422')) errors.push(`console: ${message.text()}`);
  });
  return errors;
}
