// Dates, and the list of later edits that they pass over.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { assertClean, build, commit, host, launch, open, sideways, siteOf, test } from './lib.mjs';

const SETTINGS = '[site]\nbase_url = "https://www.example.com/"\n';
const TEXTS = {
  'content/privacy/en.md': `---\neffective: 2026-03-01\n---\n# Privacy\n\n${'We never sell your data. '.repeat(20)}\n`,
  'content/privacy/ar.md': `# الخصوصية\n\n${'لا نبيع بياناتكم أبدًا. '.repeat(20)}\n`,
  'content/terms/en.md': '# Terms\n\nBe kind.\n',
};
const PAGES = ['/en/privacy/', '/ar/privacy/', '/ar/terms/'];

/** The texts, each changed twice in ways that do not count. */
function site() {
  const folder = siteOf({ 'engross.toml': SETTINGS, ...TEXTS });
  const change = (edit) => Object.entries(TEXTS).forEach(([name, text]) => {
    TEXTS[name] = edit(text);
    fs.writeFileSync(path.join(folder, name), TEXTS[name]);
  });
  change((text) => text.replace(/never|أبدًا|kind/, '**$&**'));
  commit(folder, 'Stress', '2026-02-03T12:00:00Z');
  change((text) => text.replace('\n# ', '\n\n\n# ').replace(/ (?=\S+\s*$)/, '\n'));
  commit(folder, 'Blank lines', '2026-04-05T12:00:00Z');
  return folder;
}

let browser, served;
before(async () => {
  served = await host(build(site()));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  served?.close();
});

/** A tab with a page, the fold-out list on it, its line, and whether it is open. */
async function list(address, options) {
  const opened = await open(browser, served.origin, options);
  await opened.page.goto(served.origin + address);
  const details = opened.page.locator('details.later');
  const isOpen = () => details.evaluate((element) => element.open);
  return { ...opened, details, isOpen, line: details.locator('summary'), edits: details.locator('li') };
}

test('the list of later edits opens by keyboard and by touch, without scripts too', async () => {
  for (const options of [{}, { javaScriptEnabled: false }]) {
    for (const address of PAGES) {
      const { page, context, faults, line, edits, isOpen } = await list(address, options);
      assert.equal(await edits.count(), 2, address);
      assert.deepEqual([await isOpen(), await edits.first().isVisible()], [false, false], address);
      while (!(await line.evaluate((element) => element === document.activeElement))) {
        await page.keyboard.press('Tab');
        assert.notEqual(await page.evaluate(() => document.activeElement), null);
        assert.ok(await page.evaluate(() => document.activeElement !== document.body), `${address}: Tab passes the list by`);
      }
      const look = await line.evaluate((element) => {
        const { outlineStyle, outlineWidth, listStyleType, cursor } = getComputedStyle(element);
        return { outlineStyle, outlineWidth: parseFloat(outlineWidth), listStyleType, cursor };
      });
      assert.ok(look.outlineStyle === 'solid' && look.outlineWidth >= 2, `${address}: the focus shows`);
      assert.equal(look.listStyleType, 'disclosure-closed', `${address}: it shows that there is more`);
      await page.keyboard.press('Enter');
      assert.deepEqual([await isOpen(), await edits.last().isVisible()], [true, true], address);
      await page.keyboard.press('Space');
      assert.equal(await isOpen(), false, address);
      await line.click();
      assert.equal(await isOpen(), true, address);
      await assertClean({ page, context, faults }, address);
      await context.close();
    }
  }
});

test('the list is read from the side of its language, and fits a small screen', async () => {
  for (const [address, lang, side] of [['/en/privacy/', 'en', 'left'], ['/ar/privacy/', 'ar', 'right'], ['/ar/terms/', 'ar', 'right']]) {
    const { page, context, line, details, edits } = await list(address, { viewport: { width: 320, height: 640 } });
    await line.click();
    assert.equal(await sideways(page), '', address);
    const [box, first, main] = await Promise.all([line, edits.first(), page.locator('main')].map((one) => one.boundingBox()));
    assert.ok(box.height >= 24 && first.y >= box.y + box.height, `${address}: room for a finger`);
    const distance = side === 'left' ? box.x - main.x : main.x + main.width - box.x - box.width;
    assert.ok(distance <= 17, `${address}: ${distance} from the ${side}`);
    assert.equal(await details.evaluate((element) => element.closest('[lang]').lang), lang, address);
    await context.close();
  }
});

test('every date is one for machines too, in the words of the page', async () => {
  const { page, context } = await list('/en/privacy/');
  const dates = page.locator('.dates time');
  assert.deepEqual(await dates.evaluateAll((all) => all.map((time) => [time.dateTime, time.textContent])), [
    ['2026-03-01', 'March 1, 2026'],
    ['2026-01-02', 'January 2, 2026'],
    ['2026-04-05', 'April 5, 2026'],
    ['2026-02-03', 'February 3, 2026'],
  ]);
  await context.close();
});

test('on paper the list is as the reader left it, without the mark that opens it', async () => {
  const { page, context, line, edits } = await list('/en/privacy/');
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual([await line.isVisible(), await edits.first().isVisible()], [true, false]);
  assert.equal(await line.evaluate((element) => getComputedStyle(element).listStyleType), 'none');
  await page.emulateMedia({ media: 'screen' });
  await line.click();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await edits.first().isVisible(), true);
  await context.close();
});
