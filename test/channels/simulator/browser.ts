import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** A suite that needs Chromium; skipped, and said so, only where there is none. `CHROMIUM_PATH` overrides where it is. */
export function withBrowser(name: string, suite: (chromium: string) => void): void {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const path = places.find((one) => one !== undefined && isRunnable(one));
  if (path === undefined) console.warn('Skipped: no Chromium here (apt-get install chromium, or set CHROMIUM_PATH).');
  (path === undefined ? describe.skip : describe)(name, () => suite(path ?? ''));
}

/** Starts a browser that talks to nobody but us. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
