// The preview in many tabs, on the way back, and for readers of several languages.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before } from 'node:test';
import { LIMIT, Preview, assertClean, launch, open, siteOf, test } from './lib.mjs';

const picture = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>\n`;
const text = (words) => `# Privacy\n\n${words}\n\n![A picture](picture.svg)\n`;
const SITE = {
  'engross.toml': '[site]\nbase_url = "https://www.example.com/"\n',
  'content/privacy/en.md': text('The first words.'),
  'content/privacy/de.md': '# Datenschutz\n\nEin Text.\n',
  'content/privacy/picture.svg': picture(11),
  'content/terms/en.md': '# Terms\n\nA text.\n',
};

let browser, root, preview;
before(async () => {
  root = siteOf(SITE);
  preview = await Preview.start(root, '--port', '0');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await preview?.end();
});

const write = (file, words) => fs.writeFileSync(path.join(root, file), words);
const shows = (page, words) => page.locator('main').getByText(words).waitFor({ timeout: LIMIT });

test('a change is on 25 open pages, while 300 connections say nothing', async () => {
  const silent = Array.from({ length: 300 }, () => net.connect(preview.port, '127.0.0.1').on('error', () => {}));
  // Each as if in a browser of its own: one browser opens six connections to a host.
  const tabs = await Promise.all(Array.from({ length: 25 }, () => open(browser, preview.origin)));
  await Promise.all(tabs.map(({ page }) => page.goto(`${preview.origin}/en/privacy/`)));
  for (const words of ['The second words.', 'The first words.']) {
    write('content/privacy/en.md', text(words));
    await Promise.all(tabs.map(({ page }) => shows(page, words)));
  }
  await assertClean(tabs[24], 'the last tab');
  await Promise.all(tabs.map(({ context }) => context.close()));
  for (const socket of silent) socket.destroy();
});

test('neither the way back nor a reload ever shows what was there before', async () => {
  const opened = await open(browser, preview.origin);
  const { page, context } = opened;
  await context.unrouteAll(); // Whoever is listened in on keeps nothing.
  const width = () => page.locator('main img').evaluate((image) => image.decode().then(() => image.naturalWidth));
  await page.goto(`${preview.origin}/en/privacy/`);
  assert.equal(await width(), 11);
  for (const [round, back] of [() => page.goBack(), () => page.reload()].entries()) {
    if (round === 0) await page.goto(`${preview.origin}/en/terms/`);
    const other = await open(browser, preview.origin);
    await other.page.goto(`${preview.origin}/en/privacy/`);
    write('content/privacy/picture.svg', picture(22 + round));
    write('content/privacy/en.md', text(`Words of round ${round}.`));
    await shows(other.page, `Words of round ${round}.`);
    await other.context.close();
    await back();
    await shows(page, `Words of round ${round}.`);
    assert.equal(await width(), 22 + round);
  }
  // What has its content in its name is asked for, and not sent again.
  const answers = [];
  page.on('response', (response) => response.url().includes('/assets/') && answers.push(response));
  await page.reload();
  assert.ok(answers.length > 0);
  const sizes = await Promise.all(answers.map(async (answer) => (await answer.request().sizes()).responseBodySize));
  assert.deepEqual(sizes.filter((size) => size > 0), [], answers.map((answer) => answer.url()).join(' '));
  await assertClean(opened, 'a page that was gone back to');
  await context.close();
});

test('a page that a preview has left open shows what the next one has', async () => {
  const first = await Preview.start(root, '--port', '0');
  const { page, context } = await open(browser, first.origin);
  await page.goto(`${first.origin}/en/terms/`);
  await first.end();
  write('content/terms/en.md', '# Terms\n\nWords of the night.\n');
  const second = await Preview.start(root, '--port', String(first.port));
  await shows(page, 'Words of the night.');
  await context.close();
  await second.end();
});

test('the start page leads readers to their language, and shows the choice to others', async () => {
  for (const [locale, address] of [['de-AT', '/de/'], ['en-US', '/en/'], ['fr-FR', '/']]) {
    const opened = await open(browser, preview.origin, { locale });
    const response = await opened.page.goto(`${preview.origin}/`);
    assert.deepEqual([response.status(), opened.page.url()], [200, preview.origin + address], locale);
    await assertClean(opened, locale);
    // The choice has an address of its own for those who are led on.
    await opened.page.goto(`${preview.origin}/index.html`);
    assert.equal(await opened.page.locator('main a[href="de/"]').count(), 1, locale);
    await assertClean(opened, `the choice for ${locale}`);
    await opened.context.close();
  }
});
