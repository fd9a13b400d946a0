// This very site as a host serves it, with the headers that are shipped with it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { assertClean, build, copyOfThisSite, filesOf, host, launch, open, sideways, test } from './lib.mjs';

let browser, served, pages;
before(async () => {
  const site = build(copyOfThisSite({ 'content/privacy/ar.md': '# سياسة الخصوصية\n\nنص قصير باللغة العربية.\n' }));
  pages = filesOf(site).filter((file) => file.endsWith('.html')).map((file) => `/${file.replace(/index\.html$/, '')}`);
  served = await host(site);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  served?.close();
});

const tab = (options) => open(browser, served.origin, options);

/** Runs `check` on every page in one tab. */
async function everyPage(options, check) {
  const opened = await tab(options);
  for (const address of pages) {
    const response = await opened.page.goto(served.origin + address);
    await check(opened, address, response);
  }
  await opened.context.close();
}

/** Follows a link to the page at an address. */
async function follow(page, link, address) {
  await Promise.all([page.waitForURL(served.origin + address), link.click()]);
}

test('there are pages of every kind', () => {
  for (const address of ['/', '/404.html', '/en/', '/en/privacy/', '/de/cookies/', '/en-GB/cookies/', '/ar/privacy/']) {
    assert.ok(pages.includes(address), `${address} is missing`);
  }
});

test('no page asks another host, sets a cookie, stores or violates anything', async () => {
  await everyPage({}, async (opened, address, response) => {
    assert.equal(response.status(), 200, address);
    assert.match(response.headers()['content-security-policy'] ?? '', /default-src 'none'.*frame-ancestors 'none'/, address);
    assert.notEqual(await opened.page.locator('main').innerText(), '', address);
    await assertClean(opened, address);
  });
});

test('the policy holds: neither an inline script nor an inline style works', async () => {
  const { page, faults, context } = await tab();
  await page.goto(`${served.origin}/en/privacy/`);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.ran = true';
    } catch { /* trusted types */ }
    document.body.append(script);
    document.body.setAttribute('style', 'opacity: 0.5');
    return [window.ran, getComputedStyle(document.body).opacity];
  });
  assert.deepEqual(ran, [undefined, '1']);
  assert.ok(faults.some((fault) => /Content Security Policy/.test(fault)), `no violation was reported: ${faults}`);
  await context.close();
});

test('no page moves sideways at 320 pixels, nor at 400 % on a desktop screen', async () => {
  await everyPage({ viewport: { width: 320, height: 256 } }, async ({ page }, address) => {
    assert.equal(await sideways(page), '', address);
  });
});

test('with scripts off every word is there', async () => {
  const words = new Map();
  // Of the words for what works with scripts alone none is part of a policy.
  const text = (page) => page.evaluate(() => {
    for (const tools of document.querySelectorAll('#engross-by-date, #engross-redline')) tools.remove();
    return document.body.innerText.replace(/\s+/g, ' ');
  });
  await everyPage({}, async ({ page }, address) => words.set(address, await text(page)));
  await everyPage({ javaScriptEnabled: false }, async ({ page }, address) => {
    assert.equal(await text(page), words.get(address), address);
  });
});

test('every page says its language and direction', async () => {
  await everyPage({}, async ({ page }, address) => {
    const [, folder] = address.split('/');
    // Choosers, and the page for unknown addresses, are in the language of the originals.
    const locale = /^[a-z]{2}(-[A-Z]{2})?$/.test(folder) ? folder : 'en';
    const direction = locale === 'ar' ? 'rtl' : 'ltr';
    const said = await page.evaluate(() => {
      const { lang, dir } = document.documentElement;
      return [lang, dir, getComputedStyle(document.body).direction];
    });
    assert.deepEqual(said, [locale, direction, direction], address);
  });
});

test('a missing translation shows the original, in its own language and direction', async () => {
  const { page, context } = await tab();
  await page.goto(`${served.origin}/ar/cookies/`);
  await page.locator('main [role=note]').first().waitFor();
  const article = page.locator('article');
  assert.equal(await article.getAttribute('lang'), 'en');
  assert.equal(await article.evaluate((e) => getComputedStyle(e).direction), 'ltr');
  assert.match(await article.locator('h1').innerText(), /Cookie Policy/);
  assert.equal(await page.locator('main [role=note]').first().evaluate((e) => getComputedStyle(e).direction), 'rtl');
  assert.match(await page.locator('link[rel=canonical]').getAttribute('href'), /\/en\/cookies\/$/);
  await context.close();
});

test('British English inherits the cookie policy', async () => {
  const { page, context } = await tab();
  await page.goto(`${served.origin}/en-GB/cookies/`);
  const inherited = await page.locator('article .text > p').allInnerTexts();
  assert.equal(await page.locator('article').getAttribute('lang'), 'en');
  await page.goto(`${served.origin}/en/cookies/`);
  assert.deepEqual(inherited, await page.locator('article .text > p').allInnerTexts());
  assert.ok(inherited.length > 5);
  await context.close();
});

test('from the chooser to a policy and on to its translation', async () => {
  const { page, context } = await tab();
  await page.goto(`${served.origin}/`);
  await follow(page, page.getByRole('link', { name: 'English', exact: true }), '/en/');
  await follow(page, page.getByRole('link', { name: 'Privacy Policy' }), '/en/privacy/');
  await follow(page, page.getByRole('navigation').getByRole('link', { name: 'Deutsch', exact: true }), '/de/privacy/');
  assert.equal(await page.locator('h1').innerText(), 'Datenschutzerklärung');
  assert.equal(await page.locator('nav.languages [aria-current=page]').innerText(), 'Deutsch');
  await context.close();
});

test('an unknown address has the page that says so, with its style', async () => {
  const { page, context } = await tab();
  const response = await page.goto(`${served.origin}/de/no/such/page`);
  assert.equal(response.status(), 404);
  assert.equal(await page.locator('h1').innerText(), 'Page not found');
  assert.notEqual(await page.locator('main').evaluate((e) => getComputedStyle(e).maxWidth), 'none');
  await follow(page, page.getByRole('link', { name: 'All policies' }), '/en/');
  await context.close();
});

test('a link to a section works, and in every language', async () => {
  const { page, context } = await tab();
  await page.goto(`${served.origin}/en/privacy/`);
  const permalink = page.locator('a.permalink[href="#opt-out"]');
  assert.match(await permalink.getAttribute('aria-label'), /Opting out/);
  await permalink.click();
  await page.waitForURL(`${served.origin}/en/privacy/#opt-out`);
  for (const locale of ['de', 'ja', 'en-GB']) {
    await page.goto(`${served.origin}/${locale}/privacy/#opt-out`);
    const top = await page.locator('#opt-out').evaluate((e) => e.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 200, `${locale}: the section is at ${top}`);
    assert.ok(await page.locator('#opt-out').evaluate((e) => e.matches(':target')), locale);
  }
  await context.close();
});

test('the contents lead to every section, footnotes forth and back', async () => {
  const { page, context } = await tab();
  await page.goto(`${served.origin}/en/privacy/`);
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')].map((a) => a.hash.slice(1)).filter((id) => !document.getElementById(id)));
  assert.deepEqual(dead, []);
  await page.getByRole('link', { name: 'Footnote 1', exact: true }).click();
  await page.waitForURL(/#fn-1$/);
  await page.getByRole('link', { name: /^Back to the text/ }).click();
  await page.waitForURL(/#fnref-1-1$/);
  await context.close();
});

test('a table has a name and takes the focus, and moves sideways by itself', async () => {
  const { page, context } = await tab({ viewport: { width: 320, height: 640 } });
  await page.goto(`${served.origin}/en/cookies/`);
  const region = page.getByRole('region', { name: /Types of cookies/ });
  await page.locator('a.permalink[href="#types"]').focus();
  await page.keyboard.press('Tab');
  assert.ok(await region.evaluate((e) => e === document.activeElement), 'Tab leads to the table');
  assert.notEqual(await region.evaluate((e) => getComputedStyle(e).outlineStyle), 'none');
  assert.ok(await region.evaluate((e) => e.scrollWidth > e.clientWidth), 'the table is wider than the screen');
  await context.close();
});

test('the first stop of the keyboard leads to the text', async () => {
  const { page, context } = await tab();
  await page.goto(`${served.origin}/en/privacy/`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  assert.ok(await skip.evaluate((e) => e === document.activeElement && e.getBoundingClientRect().top >= 0));
  await page.keyboard.press('Enter');
  await page.waitForURL(/#engross-main$/);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'main');
  await context.close();
});

test('on paper: the text, and nothing that only works on a screen', async () => {
  const { page, context } = await tab({ colorScheme: 'dark' });
  await page.goto(`${served.origin}/ja/privacy/`);
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('article h1').isVisible());
  assert.ok(!(await page.locator('nav.languages').isVisible()));
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  await context.close();
});

test('dark screens have a dark ground', async () => {
  const { page, context } = await tab({ colorScheme: 'dark' });
  await page.goto(`${served.origin}/de/privacy/`);
  const sum = (color) => color.match(/\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b);
  const [ground, ink] = await page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.backgroundColor, style.color];
  });
  assert.ok(sum(ground) < 150 && sum(ink) > 600, `${ink} on ${ground}`);
  await context.close();
});
