// Content that is hostile by what a browser makes of it, and not by what it looks like.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { assertHarmless, settle } from './hostile.mjs';
import { build, engross, filesOf, host, launch, open, siteOf, temp, test } from './lib.mjs';

const BASE = 'https://policies.example.com/';
const SETTINGS = `[site]\nbase_url = "${BASE}"\n[content]\nhtml = "sanitize"\n`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Addresses of another host that do not look like it, as they are typed. Each has a name of its own: one that is known would cover for others. */
const HIDDEN = [
  '/\\evil.example/x', '\\\\evil.example/x', '\\/evil.example/x', '/\t/evil.example/x', '/&Tab;/evil.example/x', '/&NewLine;/evil.example/x', '&sol;&bsol;evil.example/x',
  '&#x2f;&#x5c;evil.example/x', '&#92;&#92;evil.example/x', '&#1;//evil.example/x', '\u0001/\\evil.example/x', '\f//evil.example/x', ' //evil.example/x', '&#x2f&#x2f;evil.example/x',
  'ht&Tab;tps://evil.example/x', '&#104;ttps://evil.example/x', '///evil.example/x', 'https:evil.example/x', 'HTTPS:\\\\evil.example/x', '/&bsol;evil.example/x', '&sol;/evil.example/x',
].map((address, at) => address + at);
const TAGS = [
  (src) => `<img src="${src}">`, (src) => `<img src='${src}'>`, (src) => `<img/src="${src}">`, (src) => `<img alt=">" src="${src}">`, (src) => `<img src="${src}" src=x>`,
  (src) => `<svg><img src="${src}"></svg>`, (src) => `<b title="'"><img src="${src}"></b>`, (src) => `<noscript><img src="${src}"></noscript>`, (src) => `<!-- --!><img src="${src}"> -->`,
];

test('no picture of raw HTML is fetched from another host, however its address is written', async () => {
  const texts = Object.fromEntries(TAGS.map((tag, at) => [`content/p${at}/en.md`, `# P\n\n${HIDDEN.map((src) => `${tag(src)}\n\nWords ${tag(src)} words.`).join('\n\n')}\n\nThe last words.\n`]));
  const served = await host(build(siteOf({ 'engross.toml': SETTINGS, ...texts })));
  await assertHarmless(browser, served.origin, TAGS.map((_, at) => `/en/p${at}/`), () => 'The last words.');
  served.close();
});

test('a feed stays one that can be read, whatever characters a title, a note or a text holds', async () => {
  const odd = 'a\u0001b\u000bc\u000cd\u001fe\u007ff\u0085g\ufffeh\uffffi';
  const files = (text) => ({ 'engross.toml': `[site]\nbase_url = "${BASE}"\ntitle = ${JSON.stringify(odd).replace('\u007f', '\\u007f')}\n`,
    'content/p/en.md': `---\ntitle: "a\\x01b\\x0bc\\x0cd\\u001fe"\n---\n\nWords ${text} ${odd}.\n` });
  const root = siteOf(files('one'));
  const { status, stderr } = engross('archive', 'p', '--root', root, '--effective', '2020-01-01', '--note', odd);
  assert.equal(status, 0, stderr);
  fs.writeFileSync(path.join(root, 'content/p/en.md'), files('two')['content/p/en.md']);
  assert.equal(engross('archive', 'p', '--root', root, '--effective', '2026-01-02', '--note', odd, '--uncommitted').status, 0);
  const site = build(root);
  const { page, context } = await open(browser, 'file://');
  for (const file of filesOf(site).filter((name) => name.endsWith('.xml'))) {
    const errors = await page.evaluate((text) => [...new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('parsererror div')].map((e) => e.textContent),
      fs.readFileSync(path.join(site, file), 'utf8'));
    assert.deepEqual(errors, [], file);
  }
  await context.close();
});

test('no id of a text is one of the page itself', async () => {
  const ids = ['engross-main', 'engross-contents', 'engross-changed', 'engross-by-date', 'engross-day', 'engross-redline'];
  const typed = ids.map((id) => `<div id="${id}">x</div>\n\nWords <b id=${id}>x</b>.\n\nA block.\n{: #${id} }\n\n## A heading {: #${id} }\n\n<a name="${id}">x</a>`).join('\n\n');
  const served = await host(build(siteOf({ 'engross.toml': SETTINGS, 'content/p/en.md': `# P\n\n${typed}\n` })));
  const { page, context } = await open(browser, served.origin);
  await page.goto(`${served.origin}/en/p/`);
  const taken = await page.locator('.text [id^=engross-], .text [name]').evaluateAll((all) => all.map((e) => e.outerHTML));
  assert.deepEqual(taken, []);
  await context.close();
  served.close();
});

/** Files that a browser runs when it opens them. Scripts of this host are all that the policy allows. */
const FILES = {
  'a.html': '<!doctype html><title>x</title><script src="run.js"></script><script>window.__pwned=1</script>', 'a.htm': '<script src="run.js"></script>',
  'a.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><script src="run.js"></script></html>', 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script href="run.js"/></svg>',
  'a.xml': '<x:script xmlns:x="http://www.w3.org/1999/xhtml" src="run.js"/>', 'run.js': 'window.__pwned=1;location="https://evil.example/"',
};

test('a file beside the texts runs nothing when a reader opens it: it is refused, or the policy stops it', async () => {
  const beside = Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`content/p/${name}`, text]));
  const root = siteOf({ 'engross.toml': SETTINGS, 'content/p/en.md': `# P\n\n${Object.keys(FILES).map((name) => `[${name}](${name})`).join(' ')}\n`, ...beside });
  const output = path.join(temp(), 'site');
  if (engross('build', '--root', root, '--output', output).status === 1) return;
  const served = await host(output);
  const ran = [];
  for (const name of Object.keys(FILES).filter((file) => fs.existsSync(path.join(output, 'files/content/p', file)))) {
    const { page, context, faults } = await open(browser, served.origin);
    await page.goto(`${served.origin}/files/content/p/${name}`).catch(() => {});
    await settle(page).catch(() => {});
    const set = await page.evaluate(() => window.__pwned).catch(() => 'gone');
    if (set || faults.some((fault) => fault.includes('asked https://evil.example'))) ran.push(name);
    await context.close();
  }
  served.close();
  assert.deepEqual(ran, []);
});
