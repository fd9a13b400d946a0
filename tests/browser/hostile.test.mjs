// An author or a translator who means harm: nothing they write may run, load or restyle anything.
//
// Pages are opened twice: as they are, and with the Content-Security-Policy passed over, so that
// the text alone must be harmless.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { assertHarmless as allHarmless, settle } from './hostile.mjs';
import { Preview, build, engross, host, launch, open, siteOf, temp, test } from './lib.mjs';

const RUN = (who) => `window.__pwned='${who}'`;
const BREAK = (who) => `"'></title></textarea></a><img src=x onerror="${RUN(who)}"><script>${RUN(who)}</script>`;

const settings = (html) => `
[site]
base_url = "https://policies.example.com/"
title = ${JSON.stringify(BREAK('site title'))}
[content]
html = "${html}"
[variables]
evil = ${JSON.stringify(BREAK('variable'))}
link = "javascript:${RUN('variable link')}"
quote = "\\" onmouseover=\\"${RUN('quote')}\\" style=\\"background:url(https://evil.example/quote)\\" x=\\""
`;

const matter = `---
title: ${JSON.stringify(BREAK('title [[evil]]'))}
description: ${JSON.stringify(BREAK('description'))}
---
`;

const END = '\n\nThe last words.\n';

/** Markdown that is bad only by its words: it is built, with warnings at most. */
const words = `
Words with [[evil]] in them, \`[[evil]]\`, **[[evil]]** and \\<script>${RUN('escaped')}\\</script>.

## Heading [[evil]] {: #x"onmouseover="${RUN('heading id')} onclick="${RUN('heading')}" style="color:red" }

## Short {#"onfocus=${RUN('short')}"}

## lang {: #lang lang='"><b>' .class" }

A paragraph.
{: #id'"x onclick="${RUN('paragraph')}" datetime="2016-01-01" }

[title](https://example.com/ "\\" onmouseover=\\"${RUN('link title')}\\"") and
[named]( https://example.com/"onmouseover="${RUN('address')} ) and [reference][r] and
[host](//evil.example/page) and <https://example.com/"onmouseover="${RUN('bare')}> and [quote](https://example.com/[[quote]])

[r]: https://example.com/ '" onmouseover="${RUN('reference')}"'

![" onerror="${RUN('alt')}](https://evil.example/image.png "\\" onerror=\\"${RUN('image title')}\\"")

| [[evil]] | [[quote]] |
| --- | --- |
| [[evil]] | \\<img src=x onerror=${RUN('cell')}> |

\`\`\`"><script>${RUN('fence')}</script>
</code></pre><script>${RUN('code')}</script>
\`\`\`

> [!NOTE] [[evil]]
> [[evil]]

- [ ] [[evil]]
- (a) [[quote]]

Note[^"><img/src=x/onerror=${RUN('note')}>] and note[^n].

[^n]: [[evil]]
[^"><img/src=x/onerror=${RUN('note')}>]: text
`;

/** Addresses that run something, which are findings that are errors. */
const addresses = [
  `javascript:${RUN('javascript')}`, `JaVaScRiPt:${RUN('case')}`, `java&#x0A;script:${RUN('newline')}`,
  `java&Tab;script:${RUN('tab')}`, `&#1;javascript:${RUN('control')}`, `%6aavascript:${RUN('percent')}`,
  `vbscript:${RUN('vbscript')}`, `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`, `blob:${RUN('blob')}`,
  `javascript&colon;${RUN('colon')}`, '[[link]]', `view-source:javascript:${RUN('view-source')}`, 'file:///etc/passwd',
];
const links = addresses.flatMap((a) => [`[link](<${a}>)`, `![image](<${a}>)`, `<a href="${a}">raw</a>`, `<img src="${a}" alt="">`]);

/** Raw HTML that runs, loads or restyles something. */
const html = `
<script>${RUN('script')}</script>
<script src="https://evil.example/script.js"></script>
<SCRIPT/x>${RUN('slash')}</SCRIPT>
<scr<script>ipt>${RUN('nested')}</scr</script>ipt>

<img src=x onerror="${RUN('onerror')}"> <img src="x" style="background:url(https://evil.example/style)" onload=${RUN('onload')}>
<img src="//evil.example/pixel"> <img srcset="https://evil.example/srcset 1x"> <img src="https://evil.example/a.png" alt="remote">
<svg onload="${RUN('svg')}"><script>${RUN('svg script')}</script><a xlink:href="javascript:${RUN('xlink')}"><text>x</text></a><image href="https://evil.example/svg"/><animate attributeName=href values="javascript:1"/></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN('mglyph')}&gt;"></table></math>
<svg></p><style><a title="</style><img src=x onerror=${RUN('svg style')}>"></svg>
<noscript><p title="</noscript><img src=x onerror=${RUN('noscript')}>"></noscript>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN('form')}></style></mglyph></form>

<iframe src="https://evil.example/frame" onload="${RUN('iframe')}"></iframe><iframe srcdoc="<script>parent.${RUN('srcdoc')}</script>"></iframe>
<object data="https://evil.example/object"></object><embed src="https://evil.example/embed"><portal src="https://evil.example/portal"></portal>
<video src="https://evil.example/video" autoplay onerror="${RUN('video')}"></video><audio src=x onerror="${RUN('audio')}"></audio><video poster="https://evil.example/poster"></video>
<input autofocus onfocus="${RUN('input')}"><details open ontoggle="${RUN('details')}">x</details><marquee onstart="${RUN('marquee')}">x</marquee>
<p style="background:url(https://evil.example/inline)" onanimationstart="${RUN('animation')}">p</p>
<a href="https://example.com/" ping="https://evil.example/ping" target="_blank" onclick="${RUN('onclick')}">a</a>
<a href="[[link]]" title="[[evil]]">variable</a> <span title="[[quote]]">quote</span> <p [[quote]]>attribute</p> [[evil]]

<style>body { display: none; background: url(https://evil.example/css) } @import "https://evil.example/import.css";</style>
<link rel="stylesheet" href="https://evil.example/link.css"><link rel="prefetch" href="https://evil.example/prefetch">
<base href="https://evil.example/"><meta http-equiv="refresh" content="0; url=https://evil.example/refresh">
<meta http-equiv="Set-Cookie" content="a=b">
<form action="https://evil.example/form"><button formaction="javascript:${RUN('formaction')}">send</button><input name="a"></form>
<template><script>${RUN('template')}</script></template><textarea></textarea><img src=x onerror=${RUN('textarea')}></textarea>
<title></title><img src=x onerror=${RUN('html title')}><xmp><img src=x onerror=${RUN('xmp')}></xmp><plaintext>
<!--><img src=x onerror=${RUN('comment')}>--> <!-- --!><img src=x onerror=${RUN('comment end')}> --> <![CDATA[<img src=x onerror=${RUN('cdata')}>]]> <?php <img src=x onerror=${RUN('php')}> ?>
<div id="engross-main" class="top">clobber</div><img name="body" id="getElementById"><a id="cookie" name="cookie" href="x">c</a>
</main></body></html><script>${RUN('end')}</script>
`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The pages of a built or served site; those of texts show their last words. */
const assertHarmless = (origin, ...addresses) =>
  allHarmless(browser, origin, addresses, (address) => (/\/en\/[pq]\//.test(address) ? 'The last words.' : undefined));

test('these tests would see what runs or leaves', async () => {
  const folder = temp();
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><title>x</title><img src=x onerror="${RUN('control')}"><img src="https://evil.example/x">`);
  const served = await host(folder);
  const opened = await open(browser, served.origin);
  await opened.page.goto(`${served.origin}/`);
  await settle(opened.page);
  assert.equal(await opened.page.evaluate(() => window.__pwned), 'control');
  assert.ok(opened.faults.includes('asked https://evil.example/x'), opened.faults.join());
  await opened.context.close();
  served.close();
});

test('hostile words in a built site', async () => {
  for (const choice of ['refuse', 'sanitize']) {
    const text = choice === 'refuse' ? words.replaceAll(/(?<!\\)<(?!https:)/g, '\\<') : words;
    const files = { 'engross.toml': settings(choice), 'content/p/en.md': matter + text + END, 'content/p/de.md': '# Deutsch\n' };
    const site = build(siteOf(files));
    const served = await host(site);
    await assertHarmless(served.origin, '/', '/en/', '/en/p/', '/de/p/', '/404.html');
    served.close();
  }
});

test('hostile raw HTML in a built site', async () => {
  const apart = `# Q\n\n${html.replaceAll('\n', '\n\n')}`;
  const files = { 'engross.toml': settings('sanitize'), 'content/p/en.md': matter + html + END, 'content/q/en.md': apart + END };
  const site = build(siteOf(files));
  const served = await host(site);
  await assertHarmless(served.origin, '/en/', '/en/p/', '/en/q/');
  served.close();
});

test('links and images that run something are errors, and nothing is written', () => {
  const markdown = links.filter((link) => !link.startsWith('<'));
  const root = siteOf({
    'engross.toml': settings('sanitize'),
    ...Object.fromEntries(markdown.map((link, at) => [`content/p${at}/en.md`, `# P\n\n${link}\n`])),
  });
  const output = path.join(temp(), 'site');
  const { status, stdout, stderr } = engross('build', '--root', root, '--output', output, '--format', 'json');
  assert.equal(status, 1, stderr);
  assert.ok(!fs.existsSync(output));
  const refused = new Set(JSON.parse(stdout).findings.filter((f) => f.severity === 'error').map((f) => f.place.path));
  const passed = markdown.filter((_, at) => !refused.has(`content/p${at}/en.md`));
  // `%6aavascript:` is the name of a page to a browser.
  assert.deepEqual(passed.filter((link) => !link.includes('%6a')), []);
});

test('the preview of all of it at once', async () => {
  for (const choice of ['sanitize', 'refuse']) {
    const text = `${matter}${words}\n\n${links.join('\n\n')}\n\n${html}${END}`;
    const root = siteOf({ 'engross.toml': settings(choice), 'content/p/en.md': text });
    const preview = await Preview.start(root, '--port', '0');
    // The start page leads on; where it stands by itself it is the choice of a language.
    await assertHarmless(preview.origin, '/index.html', '/en/', '/en/p/');
    assert.ok(preview.alive);
    await preview.end();
  }
});
