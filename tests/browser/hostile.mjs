// What the tests of hostile content share: opening a page as it is, and with its Content-Security-Policy
// passed over, so that the text alone must be harmless.
import assert from 'node:assert/strict';
import { open } from './lib.mjs';

/** Waits until all that could have run has run. */
export const settle = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

/** Moves the mouse over everything and focuses everything, as a reader might. */
export const touch = (page) =>
  page.evaluate(() => {
    for (const e of document.querySelectorAll('*')) {
      for (const kind of ['mouseover', 'mouseenter', 'focus', 'blur', 'pointerdown', 'click', 'animationstart', 'toggle']) e.dispatchEvent(new Event(kind));
    }
  });

/** What stands in the page and could run, load, restyle or lead away; the theme's own scripts and fields do not count. */
function harmful() {
  const own = 'head > script, body > script[src], #engross-by-date input, .view input, .view button';
  const ofTheme = (e) => e.matches(own) && !e.closest('article') && (e.localName !== 'script'
    || e.type === 'application/ld+json' && JSON.parse(e.textContent)['@context'] === 'https://schema.org'
    || /^\/(assets\/[a-z-]+\.[0-9a-f]+\.js|-\/reload\.js)$/.test(new URL(e.src || 'x:', location).pathname));
  const bad = 'script, style, iframe, object, embed, base, form, input, button, svg, math, video, audio, template, textarea, select, '
    + 'meta[http-equiv]:not([http-equiv=Content-Security-Policy]), link[rel=prefetch], link[rel=preload], body link, [style], [srcset], '
    + '[ping], [target], [formaction], [background], [autofocus], [contenteditable]';
  const nodes = [...document.querySelectorAll(bad)].filter((e) => !ofTheme(e));
  const handlers = [...document.querySelectorAll('*')].filter((e) => e.getAttributeNames().some((name) => /^on|["'<>=`]/.test(name)));
  const schemes = [...document.querySelectorAll('[href], [src]')]
    .filter((e) => !['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'ftp:'].includes(new URL(e.href || e.src || '', document.baseURI).protocol));
  const remote = [...document.querySelectorAll('[src]')].filter((e) => new URL(e.getAttribute('src'), location).origin !== location.origin);
  return [...nodes, ...handlers, ...schemes, ...remote].map((e) => e.outerHTML.slice(0, 500));
}

/** Whether the page still stands: its frame, its words, its style. */
function standing(says) {
  const main = document.querySelector('body > main#engross-main');
  return {
    mains: document.querySelectorAll('body > main, #engross-main').length,
    visible: main?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && main.getBoundingClientRect().height > 0,
    styled: main !== null && getComputedStyle(main).maxWidth !== 'none',
    says: !says || main?.textContent.includes(says),
  };
}

/** Nothing runs on a page and nothing leaves it; `says` are words that it must show. */
async function assertHarmlessIn({ page, context, faults }, url, says, what) {
  await page.goto(url);
  await settle(page);
  await touch(page);
  assert.deepEqual(await page.evaluate(harmful), [], what);
  // What was written has reached the page, to its end.
  assert.deepEqual(await page.evaluate(standing, says), { mains: 1, visible: true, styled: true, says: true }, what);
  assert.equal(await page.evaluate(() => window.__pwned), undefined, what);
  assert.equal(page.url(), new URL(url).href, what);
  assert.deepEqual(faults, [], what);
  assert.equal(context.pages().length, 1, what);
}

/** The same of several pages; `says` gives the words for an address. */
export async function assertHarmless(browser, origin, addresses, says = () => undefined) {
  await Promise.all([false, true].map(async (bypassCSP) => {
    const opened = await open(browser, origin, { bypassCSP });
    for (const address of addresses) {
      const what = `${address}${bypassCSP ? ' without its policy' : ''}`;
      await assertHarmlessIn(opened, origin + address, says(address), what);
    }
    assert.deepEqual(await opened.context.cookies(), []);
    await opened.context.close();
  }));
}
