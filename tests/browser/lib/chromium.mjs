// Starts the installed Chromium; nothing is downloaded.
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

// The browser must not talk to anybody but the demo: background traffic is switched off.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // not under this name
    }
  }
  throw new Error('no Chromium found: apt-get install chromium, or set CHROMIUM=path');
}

/** Starts one browser for a story file. */
export function startBrowser() {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
}

/**
 * Opens one person's browser window: own cookies, Vietnamese, Vietnamese time.
 * `script: false` is a browser without JavaScript; `width` 360 is a small phone.
 */
export async function openWindow(browser, base, { script = true, width = 1280, height = 800, scheme = 'light' } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: script,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width, height },
    colorScheme: scheme,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}
