// The desk at `/-/`: where an editor sees the state of every text, by keyboard, on a phone, in the dark.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { LIMIT, Preview, assertClean, build, commit, copyOfThisSite, engross, launch, open, sideways, test } from './lib.mjs';

let browser, root, preview;
before(async () => {
  root = copyOfThisSite();
  const { status, stderr } = engross('build', '--root', root);
  assert.equal(status, 0, stderr);
  preview = await Preview.start(root, '--port', '0');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await preview?.end();
});

const tab = (options) => open(browser, preview.origin, options);
const at = (place) => `${preview.origin}/-/${place}`;
const file = (name) => path.join(root, name);
const read = (name) => fs.readFileSync(file(name), 'utf8');
const write = (name, text) => fs.writeFileSync(file(name), text);
/** Waits until words stand in the main part, reloaded or not. */
const shows = (page, words) => page.locator('main').getByText(words).first().waitFor({ timeout: LIMIT });

const PLACES = [
  '', 'findings/', 'findings/translations/', 'publishing/', 'state/published/', 'language/ja/', 'document/privacy/',
  'text/de/privacy/', 'in-force/en/privacy/', 'commit/en/privacy/', 'beside/ja/privacy/', 'beside/de/cookies/',
];

test('an editor follows a change from the first glance to the archive', async () => {
  const opened = await tab();
  const { page, context } = opened;
  await page.goto(at('en/'));
  await shows(page, 'What needs doing');
  assert.equal(await page.getByText(/not committed/).count(), 0);
  const text = read('content/privacy/en.md');
  const changed = text.replace('as a serious responsibility', 'as a most serious responsibility');
  assert.notEqual(changed, text);
  write('content/privacy/en.md', changed);
  await shows(page, '1 text is not committed'); // The page came again by itself.
  await page.getByRole('link', { name: '1 text is not committed' }).click();
  await page.getByRole('link', { name: /^Not committed Changed ?: Privacy Policy, English$/ }).click();
  await shows(page, 'The file has changes that are not committed.');
  await page.getByRole('link', { name: 'Changes since the version in force' }).click();
  assert.equal(await page.locator('.redline ins').textContent(), 'inserted: most end of change');
  await page.getByRole('link', { name: 'English', exact: true }).last().click();
  await page.getByRole('link', { name: 'What publishing would change' }).click();
  await shows(page, '/en/privacy/');
  assert.match((await page.locator('.pages li').allTextContents()).join('\n'), /^Changed \/en\/privacy\/ The page$/m);
  assert.equal(await page.getByText('/de/cookies/', { exact: true }).count(), 0);
  commit(root, 'A most serious responsibility');
  await page.goto(at('en/document/privacy/'));
  await shows(page, 'Archive a version');
  const command = await page.locator('.steps .command code').last().textContent();
  assert.match(command, /^engross archive privacy --effective \d{4}-\d\d-\d\d (--behind )?--note "what changed" --root /);
  const words = command.match(/"[^"]*"|\S+/g).slice(1).map((word) => word.replace(/^"|"$/g, ''));
  const { status, stderr } = engross(...words);
  assert.equal(status, 0, stderr);
  await shows(page, 'There is nothing to archive.');
  await assertClean(opened, 'the desk');
  await context.close();
  for (const args of [['reset', '-q', '--hard', 'HEAD~1'], ['clean', '-fdq', 'versions']]) {
    assert.equal(spawnSync('git', args, { cwd: root }).status, 0);
  }
});

test('every page is within a phone, light and dark, and needs no script', async () => {
  for (const options of [
    { viewport: { width: 320, height: 640 } },
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark', javaScriptEnabled: false },
  ]) {
    const opened = await tab(options);
    for (const tongue of ['en', 'de']) {
      for (const place of PLACES) {
        const answer = await opened.page.goto(at(`${tongue}/${place}`));
        assert.equal(answer.status(), 200, place);
        assert.equal(await sideways(opened.page), '', `${tongue}/${place}`);
        assert.equal(await opened.page.locator('html').getAttribute('lang'), tongue);
        assert.equal(await opened.page.locator('h1').count(), 1);
      }
    }
    await assertClean(opened, 'the desk');
    await opened.context.close();
  }
});

test('the keyboard reaches everything, and sees where it is', async () => {
  const { page, context } = await tab();
  await page.goto(at('de/'));
  await page.getByText(/nicht committet|geändert und/).first().waitFor({ state: 'hidden', timeout: LIMIT });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Zum Inhalt springen');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'main');
  const names = [];
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const one = document.activeElement;
      return { name: one.textContent.trim(), outline: getComputedStyle(one).outlineStyle, body: one === document.body };
    });
    if (focus.body) break;
    assert.notEqual(focus.outline, 'none', focus.name);
    names.push(focus.name);
  }
  assert.ok(names.includes('Veröffentlicht: Privacy Policy, Deutsch'), names.join('\n'));
  const links = await page.locator('main a').evaluateAll((all) => all.map((a) => [a.textContent.trim(), a.href]));
  const places = new Map();
  for (const [name, href] of links) assert.equal(places.set(name, places.get(name) ?? href).get(name), href, name);
  await context.close();
});

test('what is asked for in German is answered in German, and nothing of it is published', async () => {
  const { page, context } = await tab({ locale: 'de-CH' });
  await page.goto(at('de/text/de/privacy/'));
  await page.getByRole('link', { name: 'English', exact: true }).first().click();
  assert.equal(page.url(), at('en/text/de/privacy/'));
  await page.goto(at(''));
  assert.match(page.url(), /\/-\/(de|en)\/$/);
  await page.goto(at('de/text/de/nichts/'));
  await shows(page, 'Diese Seite gibt es auf dem Schreibtisch nicht.');
  await context.close();
  assert.equal(fs.existsSync(path.join(build(root), '-')), false);
});
