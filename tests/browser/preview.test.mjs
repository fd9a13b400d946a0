// `engross serve`: what an editor sees, and what nobody else may.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before } from 'node:test';
import { LIMIT, Preview, assertClean, copyOfThisSite, engross, launch, open, raw, test } from './lib.mjs';

let browser, root, preview;
before(async () => {
  root = copyOfThisSite();
  preview = await Preview.start(root, '--port', '0');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await preview?.end();
});

const tab = (options) => open(browser, preview.origin, options);
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const write = (file, text) => fs.writeFileSync(path.join(root, file), text);
/** A text whose first long paragraph ends in further words. */
const withWords = (text, words) => {
  const changed = text.replace(/^(\p{L}.{60,})$/mu, `$1 ${words}`);
  assert.notEqual(changed, text);
  return changed;
};
/** Waits until words stand on the page, reloaded or not. */
const shows = (page, words) => page.locator('main').getByText(words).waitFor({ timeout: LIMIT });

test('a saved change is on the page without a touch of the browser', async (t) => {
  const opened = await tab();
  const { page, context } = opened;
  const file = 'content/privacy/en.md';
  const text = read(file);
  await page.goto(`${preview.origin}/en/privacy/`);
  for (const words of ['The first change has come.', 'The second change has come.', 'The third change has come.']) {
    const start = performance.now();
    write(file, withWords(text, words));
    await shows(page, words);
    t.diagnostic(`seen after ${Math.round(performance.now() - start)} ms`);
  }
  assert.equal(await page.getByText('The second change has come.').count(), 0);
  // As editors save: a file of another name takes the place of the old one.
  write('content/privacy/.en.md.new', withWords(text, 'Moved into place.'));
  fs.renameSync(path.join(root, 'content/privacy/.en.md.new'), path.join(root, file));
  await shows(page, 'Moved into place.');
  await assertClean(opened, 'the preview');
  write(file, text);
  await context.close();
});

test('a change that comes while the page is being opened is not lost', async () => {
  const { page, context } = await tab();
  const file = 'content/privacy/ja.md';
  const text = read(file);
  const held = new Promise((resolve) => page.route(/\/-\/events/, resolve, { times: 1 }));
  await page.goto(`${preview.origin}/ja/privacy/`);
  const events = await held; // The page stands, and its connection for news is only just being made.
  const other = await tab();
  await other.page.goto(`${preview.origin}/ja/privacy/`);
  write(file, withWords(text, 'Saved in between.'));
  await shows(other.page, 'Saved in between.');
  await events.continue();
  await shows(page, 'Saved in between.');
  write(file, text);
  await Promise.all([other.context.close(), context.close()]);
});

test('broken front matter is named, and mending it brings the page back', async () => {
  const { page, context } = await tab();
  const file = 'content/cookies/de.md';
  const text = read(file);
  await page.goto(`${preview.origin}/de/cookies/`);
  const mark = preview.mark;
  write(file, `---\ntitle: "never closed\n---\n${text}`);
  await preview.said(/front matter[^]*content\/cookies\/de\.md:2/, mark);
  assert.equal((await raw(preview.port, request('/de/cookies/'))).status, 200);
  write(file, `---\ntitle: "now closed"\n---\n${text.replace('# Cookie-Richtlinie', '# Wieder heil')}`);
  await page.getByRole('heading', { level: 1, name: 'Wieder heil' }).waitFor();
  assert.ok(preview.alive);
  write(file, text);
  await page.getByRole('heading', { level: 1, name: 'Cookie-Richtlinie' }).waitFor();
  await context.close();
});

test('a mistake stands above the last good page, and goes when it is mended', async () => {
  const opened = await tab();
  const { page, context } = opened;
  const file = 'content/cookies/de.md';
  const text = read(file);
  await page.goto(`${preview.origin}/de/cookies/`);
  const told = page.getByRole('alert');
  assert.equal(await told.count(), 0);
  write(file, `---\ntitle: Ein Titel\neffective: gestern\n---\n${text.replace('# Cookie-Richtlinie', '# Noch nicht')}`);
  await told.waitFor();
  assert.match(await told.innerText(), /1 mistake in what was saved last/);
  assert.match(await told.innerText(), /content\/cookies\/de\.md, line 3, column 12/);
  // The line as it was typed, marks below what is meant, and the cure.
  assert.match(await told.locator('pre').innerText(), /^effective: gestern\n {11}\^{7} not a day/);
  assert.match(await told.innerText(), /2016-06-01/);
  assert.equal(await page.locator('h1').innerText(), 'Cookie-Richtlinie', 'the page is the last good one');
  assert.ok(await told.evaluate((e) => getComputedStyle(e).position === 'sticky'), 'with the style sheet of the preview');
  // It can be folded away, by keyboard too.
  await told.locator('summary').focus();
  await page.keyboard.press('Enter');
  assert.equal(await told.locator('ol').isVisible(), false);
  await assertClean(opened, 'a page with a mistake');
  // Other pages are shown as they are now.
  await page.goto(`${preview.origin}/de/privacy/`);
  write('content/privacy/de.md', withWords(read('content/privacy/de.md'), 'Und doch zu sehen.'));
  await shows(page, 'Und doch zu sehen.');
  assert.equal(await told.count(), 1);
  write('content/privacy/de.md', read('content/privacy/de.md').replace(' Und doch zu sehen.', ''));
  write(file, text);
  await told.waitFor({ state: 'detached' });
  await context.close();
});

test('what has just changed is shown for a moment, and the page stays where it was', async () => {
  const { page, context } = await tab();
  const file = 'content/privacy/en.md';
  const text = read(file);
  await page.goto(`${preview.origin}/en/privacy/`);
  assert.equal(await page.locator('.engross-changed').count(), 0);
  await page.evaluate(() => scrollTo(0, 700));
  write(file, withWords(text, 'This is new.'));
  await shows(page, 'This is new.');
  const changed = page.locator('.engross-changed');
  assert.equal(await changed.count(), 1);
  assert.match(await changed.innerText(), /This is new\./);
  assert.ok((await page.evaluate(() => scrollY)) > 500, 'but for what the change moved');
  await page.reload();
  assert.equal(await changed.count(), 0);
  write(file, text);
  await context.close();
});

test('broken settings are named, and the last good site stays', async () => {
  const { page, context } = await tab();
  const text = read('engross.toml');
  await page.goto(`${preview.origin}/en/`);
  const mark = preview.mark;
  write('engross.toml', text.replace('title', 'tilte'));
  await preview.said(/engross\.toml:3[^]*last good site/, mark);
  assert.equal((await raw(preview.port, request('/en/'))).status, 200);
  await page.getByRole('alert').getByText('engross.toml, line 3').waitFor();
  write('engross.toml', text.replace('Proto Labs (sample)', 'Another title'));
  await page.getByRole('heading', { level: 1, name: 'Another title' }).waitFor();
  write('engross.toml', text);
  await page.getByRole('heading', { level: 1, name: 'Proto Labs (sample)' }).waitFor();
  await context.close();
});

test('a new language, and a new policy, are there as soon as their file is', async () => {
  const { page, context } = await tab();
  await page.goto(`${preview.origin}/en/privacy/`);
  write('content/privacy/fr.md', '# Politique de confidentialité\n\nUn texte court.\n');
  const french = page.locator('nav.languages a[lang=fr]');
  await french.waitFor();
  assert.equal(await french.innerText(), 'Français');
  await Promise.all([page.waitForURL(`${preview.origin}/fr/privacy/`), french.click()]);
  await shows(page, 'Un texte court.');
  await page.goto(`${preview.origin}/en/`);
  fs.mkdirSync(path.join(root, 'content/terms'));
  write('content/terms/en.md', '# Terms of Use\n\nA short text.\n');
  const terms = page.getByRole('link', { name: 'Terms of Use' });
  await terms.waitFor();
  await Promise.all([page.waitForURL(`${preview.origin}/en/terms/`), terms.click()]);
  await shows(page, 'A short text.');
  // What was made after the start is watched too, and what goes is gone.
  write('content/terms/en.md', '# Terms of Use\n\nAnother short text.\n');
  await shows(page, 'Another short text.');
  await page.goto(`${preview.origin}/en/`);
  fs.rmSync(path.join(root, 'content/terms'), { recursive: true });
  fs.rmSync(path.join(root, 'content/privacy/fr.md'));
  await terms.waitFor({ state: 'detached' });
  await page.locator('nav.languages a[lang=fr]').waitFor({ state: 'detached' });
  await context.close();
});

const request = (address, { method = 'GET', host = `localhost:${preview.port}` } = {}) =>
  `${method} ${address} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;

test('only loopback names are answered', async () => {
  const { port } = preview;
  for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
    assert.equal((await raw(port, request('/', { host: `${name}:${port}` }))).status, 200, name);
  }
  const foreign = ['evil.example', `evil.example:${port}`, 'localhost', `localhost:${port}.evil.example`, `localhost:${port + 1}`, ''];
  for (const name of foreign) {
    for (const address of ['/', '/en/privacy/', '/-/events', '/-/reload.js']) {
      const { status, text } = await raw(port, request(address, { host: name }));
      assert.ok(status === 403 || (name === '' && status === 400), `${name} ${address}: ${status}`);
      assert.ok(!text.includes('Proto'), name);
    }
  }
  assert.ok([400, 403].includes((await raw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).status));
});

test('only GET and HEAD are answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    assert.equal((await raw(preview.port, request('/en/privacy/', { method }))).status, 405, method);
  }
  const [head, get] = await Promise.all(['HEAD', 'GET'].map((method) => fetch(`${preview.origin}/en/privacy/`, { method })));
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
  for (const name of ['content-type', 'content-security-policy', 'cache-control']) {
    assert.ok(head.headers.get(name), name);
    assert.equal(head.headers.get(name), get.headers.get(name));
  }
  assert.match(await get.text(), /<h1/);
});

test('no address leads out of the site', async () => {
  write('secret.txt', 'root:secret');
  const out = [
    '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cetc', '/..%2f..%2fetc%2fpasswd', '/en/../../etc/passwd',
    '/%252e%252e/etc/passwd', '//etc/passwd', '/etc/passwd', '/en/privacy/..%00', '/%ff', '/./etc/passwd', 'etc/passwd',
    '/secret.txt', '/engross.toml', '/content/privacy/en.md', '/.git/config', '/.git/HEAD', '/themes/default/theme.toml',
    'http://localhost/../../etc/passwd', 'file:///etc/passwd', '/assets/../../engross.toml', '/C:%5cWindows',
  ];
  for (const address of out) {
    const { status, text } = await raw(preview.port, request(address));
    assert.ok([400, 404].includes(status), `${address}: ${status}`);
    assert.doesNotMatch(text, /root:|base_url|\[core\]|refs\/heads|# Privacy/, address);
  }
  assert.ok(preview.alive);
});

test('nonsense does not end the preview', async () => {
  const { port } = preview;
  for (const bytes of ['\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`]) {
    await new Promise((resolve) => {
      const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.end(bytes));
      socket.on('error', resolve).on('close', resolve).resume();
    });
  }
  assert.equal((await raw(port, request('/en/'))).status, 200);
});

test('addresses: folders, unknown pages, headers', async () => {
  const moved = await fetch(`${preview.origin}/de/privacy`, { redirect: 'manual' });
  assert.equal(moved.status, 301);
  assert.equal(new URL(moved.headers.get('location'), preview.origin).href, `${preview.origin}/de/privacy/`);
  const { page, context } = await tab();
  const missing = await page.goto(`${preview.origin}/de/no/such/page`);
  assert.equal(missing.status(), 404);
  assert.equal(await page.locator('h1').innerText(), 'Page not found');
  for (const response of [missing, await page.goto(`${preview.origin}/ja/privacy/?query=1#contact`)]) {
    const headers = response.headers();
    assert.match(headers['content-security-policy'], /^default-src 'none';.*frame-ancestors 'none'$/);
    assert.doesNotMatch(headers['content-security-policy'], /unsafe|\*/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['strict-transport-security'], undefined);
    assert.match(headers['content-type'], /^text\/html/);
  }
  await context.close();
});

test('of many connections that come at once and stay open, none is forgotten', async () => {
  for (let round = 0; round < 5; round += 1) {
    const sockets = Array.from({ length: 40 }, () => net.connect(preview.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer in round ${round}`)), LIMIT);
      socket.on('error', reject).once('data', () => resolve(clearTimeout(late)));
      socket.write(`GET /en/ HTTP/1.1\r\nHost: localhost:${preview.port}\r\n\r\n`);
    })));
    for (const socket of sockets) socket.destroy();
  }
});

test('every page and link of the preview is there, without an error or a violation', async () => {
  const opened = await tab();
  const seen = new Set();
  const next = ['/'];
  while (next.length > 0) {
    const address = next.pop();
    if (seen.has(address)) continue;
    seen.add(address);
    // Chromium shows a feed with styles of its own, which the policy forbids.
    if (address.endsWith('.xml')) {
      assert.equal((await fetch(preview.origin + address)).status, 200, address);
      continue;
    }
    const response = await opened.page.goto(preview.origin + address);
    assert.equal(response.status(), 200, address);
    await assertClean(opened, address);
    const links = await opened.page.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.href));
    const own = (url) => url.origin === preview.origin && !url.pathname.startsWith('/-/'); // The desk has tests of its own.
    next.push(...links.map((link) => new URL(link)).filter(own).map((url) => url.pathname));
  }
  assert.ok(seen.size >= 12 && seen.has('/de/privacy/') && seen.has('/en-GB/cookies/'), [...seen].join(' '));
  await opened.context.close();
});

test('a busy port: the next free one is named, and one that was asked for is an error', async () => {
  const held = net.createServer();
  await new Promise((resolve) => held.on('error', resolve).listen(1111, '127.0.0.1', resolve)); // Or another holds it.
  const second = await Preview.start(root);
  const [, named] = await second.said(/Port 1111 is busy, so the preview is on port (\d+)/);
  assert.equal(Number(named), second.port);
  assert.equal((await fetch(`${second.origin}/en/`)).status, 200);
  await second.end();
  held.close();
  const { status, stderr } = engross('serve', '--root', root, '--port', String(preview.port));
  assert.equal(status, 2, stderr);
  assert.match(stderr, new RegExp(`port ${preview.port}`));
});

test('no settings, no preview: 2, and the reason', () => {
  const { status, stderr } = engross('serve', '--root', path.join(root, 'content'), '--port', '0');
  assert.equal(status, 2, stderr);
  assert.match(stderr, /engross\.toml/);
});

test('it ends at once, with open pages too', async (t) => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const other = await Preview.start(root, '--port', '0');
    const { page, context } = await open(browser, other.origin);
    const events = page.waitForRequest(/\/-\/events/);
    await page.goto(`${other.origin}/en/privacy/`);
    await events;
    const { after: time, text } = await other.end(signal);
    t.diagnostic(`${signal}: ended after ${Math.round(time)} ms`);
    assert.ok(time < 2000, `${signal}: ${time} ms`);
    assert.doesNotMatch(text, /panicked/);
    await context.close();
  }
});
