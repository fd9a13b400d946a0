// What changed between versions, as readers find it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { assertClean, build, copyOfThisSite, engross, filesOf, host, launch, open, ROOT, sideways, temp, test } from './lib.mjs';

let browser, served, site, addresses;
before(async () => {
  site = build(copyOfThisSite());
  addresses = filesOf(site).filter((file) => /\/compare\/.*index\.html$/.test(file)).map((file) => `/${file.replace(/index\.html$/, '')}`);
  served = await host(site);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  served?.close();
});

const tab = (options) => open(browser, served.origin, options);
const EVERY = '/en/privacy/compare/2013-10-15/2015-01-01/';
/** A string of the interface without anything to fill in. */
const word = (locale, key) => new RegExp(`^${key} = (.*)$`, 'm').exec(fs.readFileSync(path.join(ROOT, `themes/default/strings/${locale}.ftl`), 'utf8'))[1];

/** Runs `check` on each address in one tab. */
async function each(all, check, options = {}) {
  const opened = await tab(options);
  for (const address of all) {
    await opened.page.goto(served.origin + address);
    await check(opened.page, address, opened);
  }
  await opened.context.close();
}

test('the sample shows every class of change', async () => {
  const classes = new Set();
  await each(addresses.filter((address) => address.startsWith('/en/')), async (page) => {
    for (const name of await page.locator('.view input[id^=show-]').evaluateAll((all) => all.map((box) => box.id.slice(5)))) classes.add(name);
  });
  assert.deepEqual([...classes].sort(), ['added', 'changed', 'format', 'link', 'moved', 'removed', 'renumbered']);
});

test('a changed row reads sensibly aloud, in the language of the page', async () => {
  for (const locale of ['en', 'de', 'ja']) {
    await each([`/${locale}/cookies/compare/2015-01-01/2016-06-01/`], async (page, address) => {
      const row = page.locator('.row.changed:has(del):has(ins)').first();
      const label = await row.getAttribute('aria-label');
      assert.match(label, new RegExp(`^\\d+: ${word(locale, 'class-changed')}$`), address);
      const aloud = await row.ariaSnapshot();
      const [deleted, inserted, end] = ['changes-deleted', 'changes-inserted', 'changes-end'].map((key) => word(locale, key));
      assert.ok(aloud.includes(`group "${label}"`), aloud);
      for (const role of ['deletion', 'insertion']) assert.ok(aloud.includes(role), `${role} in ${aloud}`);
      const said = await row.evaluate((element) => element.textContent.replace(/\s+/g, ' '));
      for (const part of await row.locator('del').allTextContents()) {
        assert.ok(part.startsWith(`${deleted} `) && part.endsWith(` ${end}`), part);
      }
      for (const part of await row.locator('ins').allTextContents()) assert.ok(part.startsWith(`${inserted} `) && part.endsWith(` ${end}`), part);
      assert.ok(said.indexOf(deleted) < said.indexOf(inserted), 'the old text is read before the new one');
    });
  }
});

test('the list of changes and the links between them lead on', async () => {
  await each(addresses, async (page, address) => {
    const broken = await page.evaluate(() => [...document.querySelectorAll('main a[href^="#"]')].filter((a) => !document.querySelector(a.hash)).map((a) => a.hash));
    assert.deepEqual(broken, [], address);
    const listed = await page.locator('.changes a').evaluateAll((all) => all.map((a) => a.hash));
    const rows = await page.locator('.row[id]:not(.away)').evaluateAll((all) => all.map((row) => `#${row.id}`));
    assert.deepEqual(listed, rows, `${address}: every change is listed, in order`);
  });
  await each([EVERY], async (page) => {
    await page.locator('.row.moved a', { hasText: word('en', 'changes-moved-from') }).first().click();
    const from = new URL(page.url()).hash;
    assert.match(from, /^#c\d+-from$/);
    await page.locator(`${from} a`, { hasText: word('en', 'changes-moved-to') }).click();
    assert.equal(new URL(page.url()).hash, from.replace('-from', ''));
  });
});

test('both sides begin level, and stand below each other where there is no room', async () => {
  const tops = (page) => page.locator('.row.changed').evaluateAll((rows) => rows.map((row) => ['.before', '.after'].map((side) => Math.round(row.querySelector(side).getBoundingClientRect().top))));
  await each([EVERY], async (page) => {
    for (const [one, other] of await tops(page)) assert.equal(one, other);
    await page.getByLabel(word('en', 'changes-one-column'), { exact: true }).check();
    for (const [one, other] of await tops(page)) assert.ok(one < other, 'the old text stands above the new one');
  }, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  await each(addresses, async (page, address) => {
    assert.equal(await sideways(page), '', address);
    for (const [one, other] of await tops(page)) assert.ok(one < other, address);
  }, { viewport: { width: 320, height: 256 } });
});

test('classes of changes can be left out, without a script too', async () => {
  await each([EVERY], async (page) => {
    for (const name of ['changed', 'moved', 'renumbered', 'link']) {
      const rows = page.locator(`.row.${name}`);
      assert.ok((await rows.count()) > 0 && await rows.first().isVisible(), name);
      await page.locator(`#show-${name}`).uncheck();
      assert.equal(await rows.first().isVisible(), false, name);
    }
    assert.ok(await page.locator('.row.added').first().isVisible());
  }, { javaScriptEnabled: false });
});

test('the keys lead from change to change, and can be switched off', async () => {
  const { page, context, faults } = await tab();
  await page.goto(served.origin + EVERY);
  const here = () => page.evaluate(() => [location.hash, document.activeElement.id]);
  await page.locator('h1').click();
  for (const [key, id] of [['n', 'c1'], ['j', 'c2'], ['n', 'c3'], ['p', 'c2'], ['k', 'c1'], ['k', 'c1']]) {
    await page.keyboard.press(key);
    assert.deepEqual(await here(), [`#${id}`, id], key);
  }
  await page.getByRole('checkbox', { name: word('en', 'changes-keys') }).uncheck();
  await page.locator('h1').click();
  await page.keyboard.press('n');
  assert.equal((await here())[0], '#c1', 'switched off');
  await page.getByRole('button', { name: word('en', 'changes-expand') }).click();
  assert.equal(await page.locator('details.fold:not([open])').count(), 0);
  await assertClean({ page, context, faults }, EVERY);
  await context.close();
});

test('without colours what is new, gone and moved still differs', async () => {
  for (const media of [{ media: 'print' }, { forcedColors: 'active' }]) {
    await each([EVERY], async (page) => {
      await page.emulateMedia(media);
      const line = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).textDecorationLine);
      assert.deepEqual([await line('.redline ins'), await line('.redline del')], ['underline', 'line-through']);
      const border = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).borderInlineStartStyle);
      assert.deepEqual([await border('.row.moved'), await border('.row.changed')], ['double', 'solid']);
    });
  }
  await each([EVERY], async (page) => {
    await page.emulateMedia({ media: 'print' });
    const colours = await page.locator('.redline ins, .redline del').evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
    assert.deepEqual(colours, ['rgb(0, 0, 0)']);
    assert.equal(await page.locator('.view').isVisible(), false);
    assert.ok(await page.locator('details.fold .row').first().evaluate((row) => row.checkVisibility({ contentVisibilityAuto: true })), 'folded text is printed');
  }, { colorScheme: 'dark' });
});

test('one file can be sent by mail', async () => {
  const root = copyOfThisSite();
  const { status, stdout } = engross('diff', 'privacy@2013-10-15', 'privacy@2015-01-01', '--format', 'html', '--root', root);
  assert.equal(status, 0);
  const file = path.join(temp(), 'changes.html');
  fs.writeFileSync(file, stdout);
  const { page, context, faults } = await open(browser, 'file://', { viewport: { width: 1000, height: 800 } });
  await page.goto(`file://${file}`);
  assert.ok(await page.locator('.redline ins').first().isVisible());
  assert.notEqual(await page.locator('.redline ins').first().evaluate((element) => getComputedStyle(element).backgroundColor), 'rgba(0, 0, 0, 0)');
  await assertClean({ page, context, faults }, 'the file');
  await context.close();
});
