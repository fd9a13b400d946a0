// Versions as readers find them: earlier texts, the list, which one applied on a day.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { assertClean, build, copyOfThisSite, filesOf, host, launch, open, sideways, test } from './lib.mjs';

const BASE = 'https://policies.example.com';
/** The versions of both policies, and the last day of each. */
const VERSIONS = [['2012-07-01', '2013-10-14'], ['2013-10-15', '2014-12-31'], ['2015-01-01', '2016-05-31'], ['2016-06-01', null]];
const DAYS = VERSIONS.map(([day]) => day);
const [EARLIER, LAST] = [VERSIONS.slice(0, -1), DAYS.at(-1)];
const POLICIES = ['privacy', 'cookies'];
const LOCALES = ['en', 'de', 'ja', 'en-GB', 'ar'];
/** What the notice of an earlier version, and the link in it, say. */
const WORDS = {
  en: [/earlier version/, 'Read the current version'], de: [/frühere Fassung/, 'Aktuelle Fassung lesen'], ja: [/旧版/, '現行版を読む'],
};

let browser, served, site, pages;
before(async () => {
  // Nothing of the Arabic text is archived: every version is shown in the original there.
  site = build(copyOfThisSite({ 'content/privacy/ar.md': '# سياسة الخصوصية\n\nنص قصير باللغة العربية.\n' }));
  const files = filesOf(site).filter((file) => file.endsWith('index.html'));
  pages = new Map(files.map((file) => [`/${file.replace(/index\.html$/, '')}`, fs.readFileSync(path.join(site, file), 'utf8')]));
  served = await host(site);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  served?.close();
});

const tab = (options) => open(browser, served.origin, options);
const ofVersions = () => [...pages.keys()].filter((address) => /\/(\d{4}-\d\d-\d\d|versions)\//.test(address));
const json = (file) => JSON.parse(fs.readFileSync(path.join(site, file), 'utf8'));
/** What stands in the page: links of a relation, by their addresses on the site. */
const related = (page, rel) => page.locator(`head link[rel="${rel}"]`).evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
const dates = (locator) => locator.evaluateAll((all) => all.map((time) => time.dateTime));

/** Runs `check` on each of the addresses in one tab. */
async function each(addresses, check, options = {}) {
  const opened = await tab(options);
  for (const address of addresses) {
    await opened.page.goto(served.origin + address);
    await check(opened.page, address, opened);
  }
  await opened.context.close();
}

async function follow(page, link, address) {
  await Promise.all([page.waitForURL(served.origin + address), link.click()]);
}

test('an earlier version says so before anything else, and leads to the current one', async () => {
  const all = ['en', 'de', 'ja'].flatMap((locale) => POLICIES.flatMap((policy) => EARLIER.map((days) => ({ locale, policy, days }))));
  const { page, context } = await tab();
  for (const { locale, policy, days } of all) {
    const address = `/${locale}/${policy}/${days[0]}/`;
    await page.goto(served.origin + address);
    const notice = page.locator('main > :first-child');
    assert.equal(await notice.getAttribute('role'), 'note', address);
    assert.match(await notice.innerText(), WORDS[locale][0], address);
    assert.deepEqual(await dates(notice.locator('time')), days, address);
    const { y, height } = await notice.boundingBox();
    assert.ok(y + height < 400, `${address}: the notice can be seen at once`);
    await follow(page, notice.getByRole('link', { name: WORDS[locale][1], exact: true }), `/${locale}/${policy}/`);
    assert.equal(await page.locator('main .notice').count(), 0, 'the current text has no notice');
  }
  await context.close();
});

test('search engines are led to the current text, and pass earlier ones by', async () => {
  const addresses = LOCALES.flatMap((locale) => POLICIES.flatMap((policy) => ['', ...DAYS.map((day) => `${day}/`)].map((end) => `/${locale}/${policy}/${end}`)));
  const canonical = (page) => page.locator('link[rel=canonical]').getAttribute('href');
  await each(addresses, async (page, address) => {
    const isEarlier = EARLIER.some(([day]) => address.includes(day)) || (address.startsWith('/ar/privacy/2'));
    assert.deepEqual(await page.locator('meta[name=robots]').evaluateAll((all) => all.map((meta) => meta.content)), isEarlier ? ['noindex'] : [], address);
    const named = await canonical(page);
    const inherits = /^\/(en-GB|ar)\/cookies\//.test(address);
    const main = address.replace(/\d{4}-\d\d-\d\d\/$/, '').replace(/^\/[^/]+/, inherits ? '/en' : '$&');
    assert.equal(named, BASE + (isEarlier ? address : main), address);
    await page.goto(served.origin + named.slice(BASE.length));
    assert.equal(await canonical(page), named, `${address}: the address that is named names itself`);
  });
});

test('the relations of RFC 5829 lead through all versions and back', async () => {
  const addresses = ['en', 'de', 'ja', 'en-GB'].flatMap((locale) => POLICIES.map((policy) => `/${locale}/${policy}/`));
  await each(addresses, async (page, main) => {
    const beside = (at) => (DAYS[at] ? [`${main}${DAYS[at]}/`] : []);
    for (const [end, before, next] of [['', DAYS.length - 2, -1], ...DAYS.map((day, at) => [`${day}/`, at - 1, at + 1])]) {
      await page.goto(served.origin + main + end);
      assert.deepEqual(await related(page, 'latest-version'), [main], main + end);
      assert.deepEqual(await related(page, 'version-history'), [`${main}versions/`], main + end);
      assert.deepEqual(await related(page, 'predecessor-version'), beside(before), main + end);
      assert.deepEqual(await related(page, 'successor-version'), beside(next), main + end);
    }
  });
});

test('every link of versions, lists and days works, down to the section', async () => {
  const ids = new Map([...pages].map(([address, html]) => [address, new Set([...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]))]));
  assert.ok(ofVersions().length >= LOCALES.length * POLICIES.length * 6);
  const files = new Set();
  await each(ofVersions(), async (page, address) => {
    const links = await page.locator('a[href], link[href]:not([rel=canonical], [hreflang])').evaluateAll((all) => all.map((one) => one.href));
    for (const link of links.map((link) => new URL(link)).filter((link) => link.origin === served.origin)) {
      const section = decodeURIComponent(link.hash.slice(1));
      // Of the Arabic policy there are but a few words.
      if (section && !link.pathname.startsWith('/ar/privacy/')) assert.ok(ids.get(link.pathname)?.has(section), `${address} links to ${link}`);
      if (!pages.has(link.pathname)) files.add(link.pathname);
    }
  });
  for (const file of files) assert.equal((await fetch(served.origin + file)).status, 200, file);
  assert.ok([...files].some((file) => file.endsWith('source.md')) && [...files].some((file) => file.endsWith('versions.json')));
});

test('from the policy to the list, to an earlier version, to its neighbours', async () => {
  const { page, context } = await tab();
  await page.goto(`${served.origin}/en/privacy/`);
  const versions = page.getByRole('navigation', { name: 'Versions' });
  await follow(page, versions.getByRole('link', { name: 'All versions' }), '/en/privacy/versions/');
  const items = page.locator('.timeline > li');
  assert.deepEqual(await items.locator('h2').allInnerTexts(),
    ['Version of June 1, 2016', 'Version of January 1, 2015', 'Version of October 15, 2013', 'Version of July 1, 2012']);
  assert.deepEqual(await items.locator('strong').allInnerTexts(), ['In force', 'Superseded', 'Superseded', 'Superseded']);
  assert.deepEqual(await dates(items.nth(2).locator('time')), VERSIONS[1]);
  assert.match(await items.nth(2).innerText(), /Cool Idea Award/);
  await follow(page, page.getByRole('link', { name: 'Read Version of October 15, 2013', exact: true }), '/en/privacy/2013-10-15/');
  await follow(page, versions.getByRole('link', { name: 'January 1, 2015' }), '/en/privacy/2015-01-01/');
  await follow(page, versions.getByRole('link', { name: 'Current version' }), '/en/privacy/');
  await context.close();
});

test('another language shows the same version, list or day', async () => {
  const { page, context } = await tab();
  const names = { Deutsch: 'de', English: 'en', 日本語: 'ja', 'British English': 'en-GB', العربية: 'ar' };
  for (const end of [...DAYS.map((day) => `cookies/${day}/`), 'privacy/versions/', 'privacy/versions/by-date/']) {
    await page.goto(`${served.origin}/en/${end}`);
    for (const [name, locale] of Object.entries(names)) {
      const link = page.locator('nav.languages').getByRole('link', { name, exact: true });
      await follow(page, link, `/${locale}/${end}`);
      assert.equal(await page.locator('nav.languages [aria-current=page]').innerText(), name, `${locale}/${end}`);
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
    }
  }
  await context.close();
});

test('a version that was not translated is shown in the original, which is said', async () => {
  const sides = (locator) => locator.evaluate((element) => [element.closest('[lang]').lang, getComputedStyle(element).direction]);
  await each(['/ja/cookies/2012-07-01/', '/ar/cookies/2013-10-15/', '/ar/privacy/2012-07-01/'], async (page, address) => {
    const [locale, direction] = address.startsWith('/ar') ? ['ar', 'rtl'] : ['ja', 'ltr'];
    const notices = page.locator('main > [role=note]');
    assert.equal(await notices.count(), 2, `${address}: superseded, and not translated`);
    assert.equal(await notices.last().locator('bdi[lang=en]').innerText(), 'English', address);
    for (const notice of await notices.all()) assert.deepEqual(await sides(notice), [locale, direction], address);
    const article = page.locator('article');
    for (const own of ['h1', '.contents ol', '.text > p >> nth=0']) assert.deepEqual(await sides(article.locator(own).first()), ['en', 'ltr'], `${address} ${own}`);
    for (const ours of ['.dates', 'nav.versions', '.contents summary', 'nav.contents']) {
      assert.deepEqual(await sides(article.locator(ours)), [locale, direction], `${address} ${ours}: the words are of the page's language`);
    }
    await page.goto(`${served.origin}${address}../versions/`);
    assert.ok(await page.locator('.timeline li').last().locator('bdi[lang=en]').isVisible(), `the list of ${address} says it too`);
  });
  await each(['/en-GB/cookies/2013-10-15/'], async (page) => {
    assert.equal(await page.locator('article').getAttribute('lang'), 'en', 'British English inherits');
    assert.equal(await page.locator('main > [role=note]').count(), 1, 'and needs no notice for that');
  });
});

test('a section has the same address in every language of a version', async () => {
  const headings = (address) => [...pages.get(address).matchAll(/<h[1-6][^>]* id="([^"]+)"/g)].map((found) => found[1]);
  for (const [policy, day] of POLICIES.flatMap((policy) => DAYS.map((day) => [policy, day]))) {
    const original = headings(`/en/${policy}/${day}/`);
    assert.ok(original.length >= 15);
    for (const locale of LOCALES) assert.deepEqual(headings(`/${locale}/${policy}/${day}/`), original, `${locale}/${policy}/${day}`);
  }
});

test('without scripts the table says which version applied', async () => {
  await each(['/en/privacy/versions/by-date/', '/ja/cookies/versions/by-date/'], async (page, address) => {
    assert.ok(!(await page.locator('#engross-by-date').isVisible()), 'nothing is shown that does not work');
    const rows = page.locator('tbody tr');
    const shown = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll('time')].map((time) => time.dateTime)));
    assert.deepEqual(shown.reverse(), VERSIONS.map((days) => days.filter(Boolean)), address);
    assert.deepEqual(await dates(page.locator('table ~ p time')), [DAYS[0]], 'and what is before');
    await follow(page, rows.nth(1).getByRole('link'), address.replace('versions/by-date', '2015-01-01'));
  }, { javaScriptEnabled: false });
});

/** Chooses a day; what is said aloud, what is there to see, where it leads, and the row that is marked. */
async function ask(page, day) {
  await page.locator('#engross-day').fill(day);
  const box = page.locator('#engross-by-date');
  const [said, seen] = await Promise.all([page.getByRole('status').innerText(), box.innerText()]);
  const link = await box.locator('a:visible').evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
  return { said, seen, link, row: await page.locator('tbody [aria-current=true]').evaluateAll((all) => all.map((row) => row.dataset.from)) };
}

test('a day is answered, aloud too', async () => {
  const { page, context, faults } = await tab();
  for (const main of ['/en/privacy/', '/de/cookies/', '/ja/cookies/']) {
    const address = `${main}versions/by-date/`;
    await page.goto(served.origin + address);
    assert.equal(await page.getByRole('status').innerText(), '', 'nothing is answered before it is asked');
    const name = (from) => page.locator(`tr[data-from="${from}"] a`).innerText();
    for (const [from, until] of VERSIONS) {
      for (const day of [from, until, until ?? '2999-12-31'].filter(Boolean)) {
        const { said, seen, link, row } = await ask(page, day);
        assert.ok(said.includes(await name(from)), `${address} on ${day}: ${said}`);
        assert.equal(seen.split(await name(from)).length, 2, `${address} on ${day}: it is said once: ${seen}`);
        assert.deepEqual([link, row], [[`${main}${from}/`], [from]], `${address} on ${day}`);
      }
    }
    for (const day of ['2012-06-30', '0001-01-01']) {
      const { said, link, row } = await ask(page, day);
      assert.equal(said, await page.locator('#engross-by-date').getAttribute('data-none'));
      assert.deepEqual([link, row], [[], []], `${address}: before the first version`);
    }
    const { said, link, row } = await ask(page, '');
    assert.deepEqual([said, link, row], ['', [], []], 'no day, no answer');
    await assertClean({ page, context, faults }, address);
  }
  await context.close();
});

test('a day is asked and its version reached with the keyboard alone; the way back keeps the answer', async () => {
  const { page, context, faults } = await tab({ locale: 'en-US' });
  await page.goto(`${served.origin}/en/privacy/versions/by-date/`);
  await page.getByLabel('Day', { exact: true }).focus();
  await page.keyboard.type('12312014');
  assert.match(await page.getByRole('status').innerText(), /October 15, 2013/);
  const here = () => page.evaluate(() => document.activeElement.textContent);
  for (let at = 0; at < 6 && !/October 15, 2013/.test(await here()); at += 1) await page.keyboard.press('Tab');
  await Promise.all([page.waitForURL(`${served.origin}/en/privacy/2013-10-15/`), page.keyboard.press('Enter')]);
  await page.goBack();
  assert.equal(await page.locator('#engross-day').inputValue(), '2014-12-31');
  await page.waitForFunction(() => document.querySelector('output').textContent.includes('October 15, 2013'), null, { timeout: 5000 });
  await assertClean({ page, context, faults }, 'by-date');
  await context.close();
});

test('on a small screen nothing moves sideways, answer included', async () => {
  await each(ofVersions(), async (page, address) => {
    if (address.endsWith('by-date/')) await ask(page, '2014-01-01');
    assert.equal(await sideways(page), '', address);
  }, { viewport: { width: 320, height: 256 } });
});

test('the keyboard reaches everything, and there is room for a finger', async () => {
  const addresses = ['en', 'ja', 'ar'].flatMap((locale) => ['2013-10-15/', 'versions/', 'versions/by-date/'].map((end) => `/${locale}/cookies/${end}`));
  await each(addresses, async (page, address) => {
    if (address.endsWith('by-date/')) await ask(page, '2014-01-01');
    await page.locator('.site').evaluate((site) => site.focus());
    const missed = await page.evaluate(() => {
      window.left = new Set([...document.querySelectorAll('a[href], summary, input')].filter((e) => e.checkVisibility() && !e.matches('.skip, .site')));
      return window.left.size;
    });
    for (let at = 0; at < 2 * missed + 10; at += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(() => {
        const e = document.activeElement;
        window.left.delete(e);
        const { outlineStyle, outlineWidth } = getComputedStyle(e);
        return e === document.body || (outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2) ? '' : e.outerHTML.slice(0, 99);
      });
      assert.equal(fault, '', `${address}: the focus shows`);
    }
    assert.deepEqual(await page.evaluate(() => [...window.left].map((e) => e.outerHTML.slice(0, 99))), [], address);
    const small = await page.evaluate(() => {
      // A link within a sentence is as high as its line.
      const inText = (e) => e.closest('.prose') && e.closest('p, li, td, dd') && !e.closest('[data-engross]');
      const all = [...document.querySelectorAll('a[href], summary, input')].filter((e) => e.checkVisibility() && !e.matches('.skip, .back') && !inText(e));
      const size = (e) => [e.textContent, Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height)];
      return all.map(size).filter(([, least]) => least < 24);
    });
    assert.deepEqual(small, [], `${address}: too small`);
  });
});

test('on paper an earlier version says so, and what only works on a screen is gone', async () => {
  for (const address of ['/en/privacy/2013-10-15/', '/ja/cookies/2012-07-01/', '/de/privacy/versions/', '/ar/cookies/versions/by-date/']) {
    await each([address], async (page) => {
      if (address.endsWith('by-date/')) await ask(page, '2014-01-01');
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      assert.ok(pdf.length > 10_000, `${address}: ${pdf.length} bytes`);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
      assert.ok(await page.locator('main h1').isVisible());
      if (/\d\/$/.test(address)) assert.ok(await page.locator('main > :first-child[role=note]').isVisible(), address);
      for (const gone of ['nav.languages', '#engross-day', 'ul.links', '.skip']) {
        for (const one of await page.locator(gone).all()) assert.ok(!(await one.isVisible()), `${address}: ${gone}`);
      }
    }, { colorScheme: 'dark' });
  }
});

/** What of a value is not as a schema says. Knows the words that the schemas use, and no other. */
function faultsOf(schema, value, at = '$') {
  const fails = (ok, what) => (ok ? [] : [`${at}: ${what}`]);
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const isUri = (text) => URL.canParse(text) && text === encodeURI(decodeURI(text));
  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toISOString().startsWith(text);
  const checks = {
    $schema: () => [], title: () => [], description: () => [],
    type: (types) => fails([types].flat().includes(kind), `${kind}, not ${types}`),
    enum: (values) => fails(values.includes(value), `${value} is not one of ${values}`),
    pattern: (pattern) => fails(kind !== 'string' || new RegExp(pattern, 'u').test(value), `${value} is not like ${pattern}`),
    format: (format) => fails(kind !== 'string' || { uri: isUri, date: isDay }[format](value), `${value} is no ${format}`),
    required: (names) => (kind !== 'object' ? [] : names.flatMap((name) => fails(name in value, `no ${name}`))),
    properties: (inner) => (kind !== 'object' ? [] : Object.keys(value).flatMap((name) =>
      (name in inner ? faultsOf(inner[name], value[name], `${at}.${name}`) : [`${at}: ${name} is not described`]))),
    items: (inner) => (kind !== 'array' ? [] : value.flatMap((one, n) => faultsOf(inner, one, `${at}[${n}]`))),
  };
  return Object.entries(schema).flatMap(([word, said]) => (checks[word] ? checks[word](said) : [`${at}: the schema says ${word}`]));
}

test('the files for machines are as their schemas say, and true', () => {
  const place = (url) => url.replace(`${BASE}/`, '');
  const check = (file) => {
    const value = json(file);
    const schema = json(place(value.$schema));
    assert.deepEqual(faultsOf(schema, value), [], file);
    assert.notDeepEqual(faultsOf(schema, { ...value, url: 'privacy' }), [], 'the schema tells wrong from right');
    return value;
  };
  const index = check('index.json');
  assert.deepEqual(index.documents.map((document) => document.document), ['cookies', 'privacy']);
  const listed = index.documents.flatMap((document) => document.languages.map((language) => place(language.versions)));
  assert.ok(['en/privacy/versions.json', 'ja/cookies/versions.json'].every((file) => listed.includes(file)));
  for (const file of listed) assert.ok(fs.existsSync(path.join(site, file)), file);
  for (const [locale, policy] of LOCALES.flatMap((locale) => POLICIES.map((policy) => [locale, policy]))) {
    const { versions, ...own } = check(`${locale}/${policy}/versions.json`);
    assert.deepEqual([own.document, own.language, own.url], [policy, locale, `${BASE}/${locale}/${policy}/`]);
    const archived = versions.filter((version) => version.archived).reverse();
    assert.deepEqual(archived.map((version) => version.version), DAYS);
    for (const version of archived) {
      assert.ok(pages.has(`/${place(version.url)}`), version.url);
      const bytes = fs.readFileSync(path.join(site, place(version.source)));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), version.sha256, version.source);
    }
    if (versions.length !== DAYS.length) continue; // Where a text is not archived it took over.
    assert.deepEqual(archived.map((version) => [version.effective, version.until]), VERSIONS);
    assert.deepEqual(archived.map((version) => version.standing), ['superseded', 'superseded', 'superseded', 'in-force']);
  }
});
