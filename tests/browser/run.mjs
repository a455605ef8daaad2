// Runs every story in stories/ one after the other and ends with "N passed, N failed, N skipped".
// One file: node tests/browser/run.mjs stories/main_job.mjs
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pictureFolder } from './lib/look.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const asked = process.argv.slice(2).map((path) => resolve(path));
const all = readdirSync(join(here, 'stories'))
  .filter((name) => name.endsWith('.mjs'))
  .sort()
  .map((name) => join(here, 'stories', name));

// Stories share the folder for pictures, so it is chosen once, here.
process.env.KHONGCHO_SHOTS = pictureFolder();

const counts = { passed: 0, failed: 0, skipped: 0 };
const isTest = (event) => event.details?.type !== 'suite';

const stream = run({ files: asked.length > 0 ? asked : all, concurrency: 1, timeout: 15 * 60 * 1000 });
stream.on('test:pass', (event) => {
  if (event.skip !== undefined) counts.skipped += 1;
  else if (isTest(event)) counts.passed += 1;
});
stream.on('test:fail', (event) => {
  if (isTest(event)) counts.failed += 1;
  process.exitCode = 1;
});
stream.compose(new spec()).pipe(process.stdout);
stream.once('end', () => {
  process.once('exit', () => {
    console.log(`pictures are in ${process.env.KHONGCHO_SHOTS}`);
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  });
});
