// A site built for opening from disk, where there is no server.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, copyOfThisSite, filesOf, launch, open, test } from './lib.mjs';

let browser, site;
before(async () => {
  site = build(copyOfThisSite(), '--links', 'files');
  browser = await launch();
});
after(() => browser?.close());

const url = (file) => pathToFileURL(path.join(site, file)).href;
const styled = (page) =>
  page.evaluate(() => [getComputedStyle(document.querySelector('main')).maxWidth, getComputedStyle(document.body).backgroundColor]);

test('from the chooser to a policy and another one, by links', async () => {
  const { page, faults, context } = await open(browser, 'file://');
  const follow = async (name, file) => {
    await Promise.all([page.waitForURL(url(file)), page.getByRole('link', { name, exact: true }).first().click()]);
    const [width, ground] = await styled(page);
    assert.notEqual(width, 'none', `${file} has its style`);
    assert.equal(ground, 'rgb(255, 255, 255)', file);
  };
  await page.goto(url('index.html'));
  await follow('English', 'en/index.html');
  await follow('Privacy Policy', 'en/privacy/index.html');
  await follow('Cookie Policy', 'en/cookies/index.html');
  assert.match(await page.locator('main').innerText(), /A cookie is a small file/);
  await follow('日本語', 'ja/cookies/index.html');
  await page.goto(url('en/privacy/index.html'));
  await Promise.all([
    page.waitForURL(`${url('en/cookies/index.html')}#web-beacons`),
    page.getByRole('link', { name: 'Web beacons', exact: true }).click(),
  ]);
  assert.ok(await page.locator('#web-beacons').evaluate((e) => e.matches(':target')));
  assert.deepEqual(faults, []);
  await context.close();
});

test('no link of any page leads to a folder', async () => {
  const { page, context } = await open(browser, 'file://');
  for (const file of filesOf(site).filter((file) => file.endsWith('.html') && file !== '404.html')) {
    await page.goto(url(file));
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.href));
    assert.deepEqual(links.filter((link) => link.startsWith('file:') && /\/(#.*)?$/.test(link)), [], file);
  }
  await context.close();
});
