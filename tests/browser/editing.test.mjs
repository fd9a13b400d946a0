// A day of a legal editor at `engross serve`: a page and the desk are open, and the site changes under them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { LIMIT, Preview, assertClean, commit, copyOfThisSite, engross, git, launch, open, test } from './lib.mjs';

let browser, root, preview, policy, desk;
before(async () => {
  root = copyOfThisSite();
  preview = await Preview.start(root, '--port', '0', '--as-of', '2026-03-01');
  browser = await launch();
  [policy, desk] = [await open(browser, preview.origin), await open(browser, preview.origin, { locale: 'en-GB' })];
  await policy.page.goto(`${preview.origin}/en/privacy/`);
  await desk.page.goto(`${preview.origin}/-/`);
  await desk.page.waitForURL(`${preview.origin}/-/en/`);
});
after(async () => {
  await browser?.close();
  await preview?.end();
});

const at = (file) => path.join(root, file);
const read = (file) => fs.readFileSync(at(file), 'utf8');
const write = (file, text) => {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), text);
};
/** The cell of a document in a language. */
const cell = (document, language) =>
  desk.page.locator('tbody tr').filter({ has: desk.page.locator('.name', { hasText: new RegExp(`^${document}$`) }) }).locator(`td[data-language="${language}"]`);
/** Waits until the desk says these states of a text, and no others. */
const states = async (document, language, ...names) => {
  await desk.page.waitForFunction(([document, language, names]) => {
    const row = [...document_rows()].find((row) => row.querySelector('.name').textContent.trim() === document);
    const marks = row?.querySelectorAll(`td[data-language="${language}"] .mark`);
    return marks && [...marks].map((mark) => mark.textContent.trim()).join() === names;
    function document_rows() {
      return window.document.querySelectorAll('tbody tr');
    }
  }, [document, language, names.join()], { timeout: LIMIT }).catch(async (error) => {
    const seen = await cell(document, language).innerText().catch(() => 'no cell');
    throw new Error(`${document} in ${language}: ${names} was expected, the desk says: ${seen}\n${error.message}`);
  });
};
const shows = (words) => policy.page.locator('main').getByText(words).waitFor({ timeout: LIMIT });
const changed = (text, words) => {
  const next = text.replace(/^(\p{L}.{60,})$/mu, `$1 ${words}`);
  assert.notEqual(next, text);
  return next;
};
const latencies = [];

test('the page and the desk say what the site says', async () => {
  await states('privacy', 'en', 'Published');
  await states('cookies', 'ja', 'Published');
  await assertClean(desk, 'the desk');
});

test('a paragraph that is changed is on the page, and the text is not committed and changed', async (t) => {
  const text = read('content/privacy/en.md');
  // Seen by the page itself: what it shows after each frame, so that the test adds no way of its own.
  const seen = (words) => policy.page.evaluate((words) => new Promise((resolve) => {
    const look = () => (document.body.innerText.includes(words) ? resolve(performance.timeOrigin + performance.now()) : requestAnimationFrame(look));
    look();
  }), words);
  const marks = [];
  // The first change brings new addresses with it, so that the page is loaded anew.
  write('content/privacy/en.md', changed(text, 'It begins.'));
  await shows('It begins.');
  await policy.page.waitForLoadState();
  for (let turn = 1; turn <= 11; turn += 1) {
    const words = turn === 11 ? 'Three more sentences.' : `Sentence ${turn} was added.`;
    const shown = seen(words);
    await policy.page.evaluate(() => document.body.offsetHeight);
    const start = performance.timeOrigin + performance.now();
    write('content/privacy/en.md', changed(text, words));
    latencies.push((await shown) - start);
    marks.push(await policy.page.locator('.engross-changed').count());
  }
  latencies.sort((one, other) => one - other);
  t.diagnostic(`seen in Chromium after ${latencies.map(Math.round).join(', ')} ms`);
  assert.deepEqual(marks, marks.map(() => 1), 'what changed is marked each time, and nothing else');
  await assertClean(policy, 'a page that changes in its place');
  await states('privacy', 'en', 'Not committed', 'Changed');
  await states('privacy', 'de', 'Published');
});

test('a front matter that is broken stands above the page with its line, and goes when it is mended', async () => {
  const text = read('content/privacy/en.md');
  write('content/privacy/en.md', `---\ndescription: Words\neffective: the first of May\n---\n${text}`);
  const told = policy.page.getByRole('alert');
  await told.waitFor();
  assert.match(await told.innerText(), /content\/privacy\/en\.md, line 3, column 12/);
  assert.match(await told.innerText(), /2016-06-01/);
  await shows('Three more sentences.');
  await desk.page.getByRole('alert').waitFor();
  write('content/privacy/en.md', text);
  await told.waitFor({ state: 'detached' });
  await desk.page.getByRole('alert').waitFor({ state: 'detached' });
});

test('a key that is misspelled leaves the page as it is, and the way to the desk says that there is something', async () => {
  const text = read('content/privacy/en.md');
  const way = policy.page.locator('.engross-desk a');
  assert.equal(await way.innerText(), 'Desk');
  write('content/privacy/en.md', `---\nefective: 2026-05-01\n---\n${text}`);
  await way.getByText('1 finding in this text').waitFor();
  await Promise.all([policy.page.waitForURL(`${preview.origin}/-/en/text/en/privacy/`), way.click()]);
  await policy.page.getByText('did you mean `effective`?').waitFor();
  assert.match(await policy.page.locator('main pre').first().innerText(), /efective: 2026-05-01/);
  write('content/privacy/en.md', text);
  await policy.page.getByText('did you mean `effective`?').waitFor({ state: 'detached' });
  await assertClean(policy, 'the page of a text on the desk');
  await policy.page.goto(`${preview.origin}/en/privacy/`);
});

test('a commit takes what is not committed away; a version is archived, and all is well', async () => {
  commit(root, 'A longer text', '2026-02-01T12:00:00Z');
  await states('privacy', 'en', 'Changed');
  const { status, stderr } = engross('archive', 'privacy', '--root', root, '--as-of', '2026-03-01', '--effective', '2026-04-01', '--note', 'A longer text');
  assert.equal(status, 0, stderr);
  // It is announced on the page, and has a page of its own.
  await states('privacy', 'en', 'Upcoming');
  await policy.page.goto(`${preview.origin}/en/privacy/2026-04-01/`);
  await shows('Three more sentences.');
  await policy.page.goto(`${preview.origin}/en/privacy/`);
  assert.equal(await policy.page.getByText('Three more sentences.').count(), 0);
  await policy.page.getByRole('link', { name: /1 April 2026|April 1, 2026/ }).first().waitFor();
});

test('a language that is added has a column, and its page', async () => {
  write('content/privacy/fr.md', '# Politique de confidentialité\n\nUn texte court.\n');
  await policy.page.locator('nav.languages a[lang=fr]').waitFor();
  await policy.page.goto(`${preview.origin}/fr/privacy/`);
  await shows('Un texte court.').catch(() => {});
  await desk.page.locator('th[scope=col]', { hasText: 'fr' }).waitFor();
  const [first] = await cell('privacy', 'fr').locator('.mark').allInnerTexts();
  assert.equal(first, 'Not committed');
  assert.equal((await cell('cookies', 'fr').locator('.mark').allInnerTexts()).join(), 'Missing');
});

test('another branch is another site, and back', async () => {
  commit(root, 'French', '2026-02-02T12:00:00Z');
  git(root, 'switch', '--quiet', '--create', 'other');
  fs.rmSync(at('content/privacy/fr.md'));
  write('content/terms/en.md', '# Terms of Use\n\nA short text.\n');
  commit(root, 'Terms', '2026-02-03T12:00:00Z');
  await cell('terms', 'en').waitFor();
  await desk.page.locator('th[scope=col]', { hasText: 'fr' }).waitFor({ state: 'detached' });
  git(root, 'switch', '--quiet', 'main');
  await cell('terms', 'en').waitFor({ state: 'detached' });
  await desk.page.locator('th[scope=col]', { hasText: 'fr' }).waitFor();
  git(root, 'switch', '--quiet', 'other');
  await cell('terms', 'en').waitFor();
});

test('the document that is open is deleted: its page says so, and is back with it', async () => {
  await policy.page.goto(`${preview.origin}/en/terms/`);
  await shows('A short text.');
  const text = read('content/terms/en.md');
  fs.rmSync(at('content/terms'), { recursive: true });
  await policy.page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
  await cell('terms', 'en').waitFor({ state: 'detached' });
  write('content/terms/en.md', text);
  await shows('A short text.');
  await cell('terms', 'en').waitFor();
});

test('a folder that went and came again is watched as before', async () => {
  const [content, aside] = [at('content'), path.join(root, '.git/aside')];
  fs.cpSync(content, aside, { recursive: true });
  fs.rmSync(content, { recursive: true });
  fs.cpSync(aside, content, { recursive: true });
  await shows('A short text.');
  write('content/terms/en.md', '# Terms of Use\n\nAnother short text.\n');
  await shows('Another short text.');
});

test('a policy that versions are left of is withdrawn, and the desk says how to say from when', async () => {
  fs.rmSync(at('content/cookies'), { recursive: true });
  await states('cookies', 'en', 'Withdrawn');
  await policy.page.goto(`${preview.origin}/-/en/document/cookies/`);
  await policy.page.getByText(/engross archive cookies .*--withdraw/).first().waitFor();
  git(root, 'checkout', '--quiet', '--', 'content/cookies');
  await states('cookies', 'en', 'Published');
});

test('nothing of the desk is ever in the output', () => {
  const output = at('public');
  assert.equal(engross('build', '--root', root, '--output', output, '--as-of', '2026-03-01').status, 0);
  assert.ok(!fs.existsSync(path.join(output, '-')));
  const { stdout } = spawnSync('grep', ['-rlE', 'engross-mistakes|/-/(reload|desk|preview|events)', output], { encoding: 'utf8' });
  assert.equal(stdout, '');
});
