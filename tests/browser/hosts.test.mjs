// This very site on its main host: which language `/` leads to, what stays where it is, and the headers.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';
import { ROOT, assertClean, build, copyOfThisSite, host, launch, open, temp, test } from './lib.mjs';
import { headersFor, headersOf, netlify, twoLetters } from './netlify.mjs';

const POLICY = /^default-src 'none'; (?!.*unsafe).*script-src 'self'; (?!.*unsafe).*frame-ancestors 'none'/;
const TYPES = {
  html: /^text\/html; charset=utf-8$/i, css: /^text\/css\b/, js: /^(text|application)\/javascript\b/, json: /^application\/json\b/,
  xml: /^application\/xml\b/, svg: /^image\/svg\+xml\b/, txt: /^text\/plain\b/, md: /^text\/markdown; charset=utf-8$/i,
};

let browser, site, served, asked = 0;
before(async () => {
  site = build(copyOfThisSite());
  served = await netlify(site);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  served?.close();
});

/** Asks for an address as it is written, and follows nothing. */
function ask(address, headers = {}, { origin } = served) {
  asked += 1;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    http.get({ hostname, port, path: address, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

const text = (name) => fs.readFileSync(path.join(site, name));
const addressOf = (name) => `/${encodeURI(name.replace(/(^|\/)index\.html$/, '$1'))}`;

test('the host that these tests are about does what Netlify says of itself', async () => {
  const folder = temp();
  const files = {
    'index.html': 'start', '404.html': 'nothing', 'there.html': 'there', 'a/index.html': 'a', 'a/b.json': '{}', 'other/index.html': 'other', '.well': 'x',
    _redirects: '/there /other/ 302\n/a/ /other/ 302!\n/gone /other/ 301\n/gone /a/ 301\n/kept /other/ 200\n/no /404 404\n/old/:id/* /new/:id/:splat\n'
      + '/by /other/ 302! Language=de,ja\n/by /there 302 Language=pt\n',
    _headers: '# a comment\n/*\n  X-All: 1\n  X-Twice: a\n/a/*\n  X-Twice: b\n/:one/b.json\n  X-Place: yes\n/*\n  X-More: 2\n',
  };
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  const small = await netlify(folder);
  assert.deepEqual([small.headers.errors, small.redirects.errors], [[], []]);
  const answer = async (address, headers) => {
    const { status, headers: own, body } = await ask(address, headers, small);
    return [status, own.location ?? body.toString()];
  };
  const expected = {
    '/': [200, 'start'], '/there': [200, 'there'], '/there.html': [200, 'there'], '/a/': [302, '/other/'], '/a': [302, '/other/'], '/other': [301, '/other/'], '/gone': [301, '/other/'],
    '/kept': [200, 'other'], '/no': [404, 'nothing'], '/old/7/x/y': [301, '/new/7/x/y'], '/nowhere': [404, 'nothing'], '/_headers': [404, 'nothing'],
    '/.well': [404, 'nothing'], '/by': [404, 'nothing'],
  };
  for (const [address, wanted] of Object.entries(expected)) assert.deepEqual(await answer(address), wanted, address);
  for (const [accepted, wanted] of [['de', '/other/'], ['ja-JP', '/other/'], ['pt-BR', '/there'], ['fr,de', 'nothing']]) {
    assert.equal((await answer('/by', { 'accept-language': accepted }))[1], wanted, accepted);
  }
  const named = ({ headers }) => ['x-all', 'x-twice', 'x-place', 'x-more'].map((name) => headers[name]);
  assert.deepEqual(named(await ask('/a/b.json', {}, small)), ['1', 'a, b', 'yes', '2']);
  assert.deepEqual(named(await ask('/nowhere', {}, small)), ['1', 'a', undefined, '2']);
  small.close();
});

test('Netlify finds no fault in the files that are written for it, and netlify.toml says the same', async () => {
  assert.deepEqual([served.headers.errors, served.redirects.errors], [[], []]);
  assert.ok(served.redirects.rules.every((rule) => rule.status === 302 && rule.force && rule.from === '/' && served.names.includes(`${rule.to.slice(1)}index.html`)));
  const settings = await headersOf({ netlifyToml: path.join(ROOT, 'netlify.toml') });
  assert.deepEqual(settings.errors, []);
  assert.deepEqual(settings.rules, served.headers.rules);
  // Both are in force on Netlify, which sends none of it twice.
  const both = await headersOf({ headersFile: path.join(site, '_headers'), netlifyToml: path.join(ROOT, 'netlify.toml') });
  assert.deepEqual(both.rules, served.headers.rules);
  assert.deepEqual(served.headers.rules.map((rule) => rule.for), ['/*', '/assets/*']);
});

test('the start page leads on to the first language of the browser, and shows the choice for others', async () => {
  const chooser = text('index.html').toString();
  const short = await netlify(site, twoLetters);
  const cases = [
    ['de', '/de/'], ['ja', '/ja/'], ['en', '/en/'], ['en-GB', '/en-GB/', '/en/'], ['en-gb', '/en-GB/', '/en/'], ['DE', '/de/'], ['de-AT', '/de/'], ['de-CH-1996', '/de/'],
    ['en-US', '/en/'], ['en-AU,de', '/en/'], ['ja-JP,ja;q=0.9,en;q=0.8', '/ja/'], ['de;q=0.3', '/de/'], ['de,en;q=0.9', '/de/'], [' de', '/de/'],
    // A later language does not count, whatever its weight.
    ['fr', null], ['fr,de;q=0.9', null], ['fr;q=0.1,de;q=0.9', null], ['*', null], ['*,de', null], ['', null], [undefined, null], ['x', null], ['zh-Hant', null], ['den', null, '/de/'],
  ];
  for (const [accepted, target, cut = target] of cases) {
    for (const [where, wanted] of [[served, target], [short, cut]]) {
      const { status, headers, body } = await ask('/', accepted === undefined ? {} : { 'accept-language': accepted }, where);
      if (wanted) assert.deepEqual([status, headers.location], [302, wanted], accepted);
      else assert.deepEqual([status, body.toString()], [200, chooser], accepted);
    }
  }
  for (const [cookie, target] of [['nf_lang=ja', '/ja/'], ['a=b; nf_lang=en', '/en/']]) {
    assert.equal((await ask('/', { cookie, 'accept-language': 'de' })).headers.location, target, 'who chose a language gets that one');
  }
  short.close();
});

test('nothing but the start page is ever led elsewhere because of a language', async () => {
  const others = served.names.filter((name) => name !== 'index.html');
  assert.ok(others.length > 150 && others.includes('privacy/index.html'));
  for (const language of ['de', 'ja-JP,ja', 'en-GB']) {
    for (const name of others) {
      const { status, body } = await ask(addressOf(name), { 'accept-language': language, cookie: 'nf_lang=de' });
      assert.equal(status, 200, `${name} for ${language}`);
      assert.ok(body.equals(text(name)), `${name} for ${language}`);
    }
  }
  const { body } = await ask('/privacy/', { 'accept-language': 'de' });
  for (const link of ['../de/privacy/', '../ja/privacy/', '../en/privacy/']) assert.ok(body.includes(`href="${link}"`), link);
  for (const name of others.filter((name) => name.endsWith('/index.html'))) {
    const folder = addressOf(name);
    const { status, headers } = await ask(folder.slice(0, -1), { 'accept-language': 'ja' });
    assert.deepEqual([status, headers.location], [301, folder], 'the address without its last stroke leads to the same page');
  }
});

const UNKNOWN = [
  '/nowhere', '/de/nowhere/', '/en/privacy/2000-01-01/', '/fr/', '/de/privacy/feed', '/_headers', '/_redirects', '/.engross', '/.nojekyll', '/.git/config', '/engross.toml',
  '/%2e%2e/etc/passwd', '/de/..%2f..%2fetc', '/%', '/%ff', '/de/privacy/%00', '/%3F/de/', '/DE/', '/assets/', '/versions/',
];

test('an unknown address has the page that says so, and status 404', async () => {
  for (const address of UNKNOWN) {
    const { status, headers, body } = await ask(address, { 'accept-language': 'de' });
    assert.equal(status, 404, address);
    assert.ok(body.equals(text('404.html')), address);
    assert.match(headers['content-type'], TYPES.html, address);
  }
});

test('every response has every header that the site sets, and the type of what it is', async () => {
  const lasting = 'public, max-age=31536000, immutable';
  const kinds = new Set();
  for (const [address, kind] of [...served.names.map((name) => [addressOf(name), name.split('.').pop()]), ...UNKNOWN.map((address) => [address, 'html'])]) {
    const { headers } = await ask(address);
    const wanted = headersFor(served.headers.rules, decodeURI(address.replace(/%(?![0-9a-f]{2})|%ff/gi, '')));
    for (const [name, value] of Object.entries(wanted)) assert.equal(headers[name.toLowerCase()], value, `${name} of ${address}`);
    assert.match(headers['content-security-policy'], POLICY, address);
    assert.equal(headers['content-security-policy'].split('default-src').length, 2, `${address} has one policy`);
    assert.deepEqual([headers['x-content-type-options'], headers['referrer-policy'], headers['cross-origin-opener-policy']], ['nosniff', 'no-referrer', 'same-origin'], address);
    assert.ok(headers['permissions-policy'] && headers['strict-transport-security'], address);
    assert.match(headers['content-type'], TYPES[kind], address);
    const isAsset = address.startsWith('/assets/');
    assert.equal(headers['cache-control'] === lasting, isAsset, `${address} may ${isAsset ? '' : 'not '}be kept`);
    if (isAsset && address !== '/assets/') assert.match(address, /\.[0-9a-f]{12}\.\w+$/, 'what is kept has another name when it is another');
    assert.equal(headers['set-cookie'], undefined, address);
    kinds.add(kind);
  }
  assert.deepEqual([...kinds].sort(), Object.keys(TYPES).sort());
});

/** Pages of every kind. */
const PAGES = ['/', '/privacy/', '/en/', '/de/privacy/', '/ja/cookies/2013-10-15/', '/en/privacy/versions/', '/en/privacy/versions/by-date/',
  '/en/privacy/compare/2013-10-15/2015-01-01/', '/en-GB/cookies/', '/nowhere', '/assets-of-nobody/x.svg'];

/** A tab that remembers what its pages were refused. */
async function watched(options = {}) {
  const opened = await open(browser, served.origin, { locale: 'fr-FR', ...options });
  await opened.context.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push([event.effectiveDirective, event.disposition]));
  });
  return opened;
}

test('no page does anything that its policy refuses', async () => {
  const { page, context, faults } = await watched();
  for (const address of PAGES) {
    const response = await page.goto(served.origin + address);
    assert.match(response.headers()['content-security-policy'], POLICY, address);
    if (address.endsWith('by-date/')) await page.locator('#engross-day').fill('2014-01-01');
    if (address.includes('compare')) for (const key of ['n', 'p']) await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(() => window.refused), [], address);
    assert.notEqual(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth), 'none', address);
    const found = faults.filter((fault) => !/status of 404/.test(fault));
    await assertClean({ page, context, faults: found }, address);
  }
  await context.close();
});

/** What the policy must be seen to refuse. Of scripts it names the trusted types first. */
const REFUSED = ['base-uri', 'connect-src', 'form-action', 'frame-src', 'img-src', 'style-src-attr', 'style-src-elem'];

/** Puts into a page what an intruder would; what was refused. */
async function intrude([evil, expected]) {
  const add = (name, attributes, words = '') => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      try {
        element.setAttribute(key, value);
      } catch { /* trusted types */ }
    }
    element.append(words);
    return document.body.appendChild(element);
  };
  add('script', {}, 'window.ran = "inline"');
  add('script', { src: `${evil}/script.js` });
  add('style', {}, 'body { opacity: 0.5 }');
  const text = add('p', { style: 'position: fixed', onclick: 'window.ran = "click"' });
  add('img', { src: `${evil}/image.png`, onerror: 'window.ran = "error"' });
  add('iframe', { src: `${evil}/frame` });
  add('link', { rel: 'stylesheet', href: `${evil}/style.css` });
  add('base', { href: evil });
  add('form', { action: `${evil}/send` }).submit();
  fetch(`${evil}/fetch`).catch(() => {});
  const seen = () => window.refused.map(([directive]) => directive);
  for (let at = 0; at < 100 && !expected.every((one) => seen().includes(one)); at += 1) await new Promise((done) => setTimeout(done, 20));
  text.dispatchEvent(new Event('click'));
  return { ran: window.ran, opacity: getComputedStyle(document.body).opacity, refused: [...new Set(seen())].sort() };
}

test('the policy refuses scripts, styles, pictures, frames and forms that anybody puts into a page', async () => {
  const came = [];
  const evil = http.createServer((request, response) => {
    came.push(request.url);
    response.end();
  });
  await new Promise((resolve) => evil.listen(0, '127.0.0.1', resolve));
  evil.unref();
  for (const bypassCSP of [false, true]) {
    const { page, context } = await watched({ bypassCSP });
    await context.unrouteAll();
    for (const address of bypassCSP ? ['/en/privacy/'] : PAGES) {
      await page.goto(served.origin + address);
      const result = page.evaluate(intrude, [`http://127.0.0.1:${evil.address().port}`, bypassCSP ? [] : REFUSED]);
      if (bypassCSP) {
        await result.catch(() => {}); // The form is sent, and the page is gone.
        continue;
      }
      const { ran, opacity, refused } = await result;
      assert.deepEqual([ran, opacity], [undefined, '1'], address);
      assert.deepEqual(refused.filter((one) => !/script/.test(one) && one !== 'require-trusted-types-for'), REFUSED, address);
      assert.ok(refused.some((one) => /^script-src|trusted-types/.test(one)), `${address}: scripts among ${refused}`);
      assert.equal(page.url(), served.origin + address);
    }
    if (!bypassCSP) assert.deepEqual(came, [], 'nothing has left');
    await context.close();
  }
  assert.ok(came.length > 0, 'without the policy something leaves');
  evil.close();
});

test('no other site may show a page in a frame', async () => {
  const folder = temp();
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><title>x</title><iframe src="${served.origin}/en/privacy/"></iframe>`);
  const other = await host(folder);
  const { page, context } = await open(browser, other.origin);
  await context.unrouteAll();
  await page.goto(`${other.origin}/`);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  assert.ok(!(await frame.content()).includes('engross-main'));
  await context.close();
  other.close();
  assert.ok(asked > 800, `${asked} requests`);
});
