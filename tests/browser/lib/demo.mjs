// Starts and stops the product's own demo on a free port with a fresh data folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_SECONDS_MAX = 120; // the first start seeds the history, in a debug build

/** Path of the built binary. */
export function binary() {
  return process.env.KHONGCHO_BIN ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug', 'khongcho');
}

/**
 * Why the demo cannot be started, or false when it can. Whoever names a binary wants it tested: then nothing is
 * skipped, and a missing demo fails.
 */
export function demoIsMissing() {
  if (process.env.KHONGCHO_BIN) return false;
  if (!existsSync(binary())) return `no binary at ${binary()}: run cargo build -p khongcho`;
  const help = spawnSync(binary(), ['demo', '--help'], { encoding: 'utf8', timeout: 30_000 });
  return help.status === 0 && help.stdout.includes('--data') ? false : 'this binary has no demo command';
}

/** Starts the demo and waits until it says it is ready. `at` moves the demo clock (RFC 3339). */
export async function startDemo({ at } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'khongcho-demo-'));
  const options = ['demo', '--data', join(folder, 'data'), '--listen', '127.0.0.1:0', ...(at ? ['--at', at] : [])];
  const child = spawn(binary(), options, { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  child.stdout.on('data', (bytes) => output.push(bytes));
  child.stderr.on('data', (bytes) => output.push(bytes));
  child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
  const said = () => Buffer.concat(output).toString('utf8');
  const stop = async () => {
    if (isRunning(child)) {
      child.kill('SIGTERM');
      await new Promise((done) => child.once('exit', done));
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const base = await waitForAddress(child, said);
    await waitForReadiness(base, child, said);
    return { base, said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function isRunning(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

async function waitForAddress(child, said) {
  return poll(child, said, () => said().match(/http:\/\/[\w.-]+:\d+/)?.[0]);
}

async function waitForReadiness(base, child, said) {
  await poll(child, said, async () => {
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    return answer?.ok;
  });
}

async function poll(child, said, attempt) {
  const end = Date.now() + READY_SECONDS_MAX * 1000;
  while (Date.now() < end) {
    const found = await attempt();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 100));
    if (!isRunning(child)) break;
  }
  throw new Error(`the demo did not get ready. It said:\n${said()}`);
}
