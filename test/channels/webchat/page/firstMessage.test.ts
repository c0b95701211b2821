import { performance } from 'node:perf_hooks';
import nock from 'nock';
import type { Browser } from 'playwright-core';
import type { Service } from '../../../../src/service';
import { openBrowser, withBrowser } from '../../simulator/browser';
import { openDemo } from './visitor';

withBrowser('the first message', (chromium) => {
  let browser: Browser;
  let service: Service;

  beforeAll(async () => {
    nock.restore();
    service = await openDemo();
    browser = await openBrowser(chromium);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  // 400 kbit/s and 400 ms there and back: what Chrome calls slow 3G; a cheap phone's processor by a factor of six.
  test('is there in ten seconds on a slow phone and a slow network, and costs less than 25 KB', async () => {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'es-CO' })).newPage();
    const chrome = await page.context().newCDPSession(page);
    await chrome.send('Network.enable');
    const throughput = 400_000 / 8;
    const slow = { offline: false, latency: 400, downloadThroughput: throughput, uploadThroughput: throughput };
    await chrome.send('Network.emulateNetworkConditions', slow);
    await chrome.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    let bytes = 0;
    chrome.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const began = performance.now();
    await page.goto(service.url, { waitUntil: 'commit' });
    await page.getByRole('log').getByText('¿Qué quiere hacer?').waitFor();
    const seconds = (performance.now() - began) / 1000;
    if (process.env.TELL) console.log(`The first message was there after ${seconds.toFixed(1)} s and ${bytes} bytes.`);
    expect(seconds).toBeLessThan(10);
    expect(bytes).toBeLessThan(25_000);
    await page.context().close();
  }, 60_000);
});
