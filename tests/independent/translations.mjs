// Judges which translations engross calls behind, with git itself and another Markdown parser.
//
//   node translations.mjs REPOSITORY [--status FILE.json] [--engross PATH] [--known DOCUMENT]
//
// REPOSITORY is a clean checkout with engross.toml at its top. Judged is what `engross status --format json`
// says, or a file that holds it; see dates.mjs for --engross.
//
// The rule:
//   1. The revisions of a text are those of versions.mjs. One counts if it says something else than the one
//      before it, and is not marked as editorial.
//   2. A translation reflects the newest revision of its original that is not later than its own last one that
//      counts.
//   3. It is behind if the original says something else than that revision; `changed` is the day of the last
//      revision of the original that counts, `since` that of the first one that the translation lacks, `reflects`
//      that of the last one that it has.
//   4. A document lacks the languages of the site in which it has no text, and none of a parent language.
//
// With --known, translations of that document whose text states an earlier date than the original must be
// behind: that is what their authors say, and git has no part in it.
//
// Exit code: 0 without faults, 1 with faults, 2 where something could not be read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { History } from './history.mjs';
import { difference } from './reading.mjs';
import { Settings, status } from './settings.mjs';
import { editorial, timelines } from './timelines.mjs';

/** The revisions of a text that have one, oldest first, each with whether it counts. */
function revisions(text, reader, marked) {
  const all = text.revisions.toReversed().filter((revision) => reader.bytes(revision));
  return all.map((revision, at) => {
    const before = all[at - 1];
    const changed = !before || difference(reader.read(before, text.language), reader.read(revision, text.language)) !== null;
    return { ...revision, counts: changed && !marked.has(revision.commit) };
  });
}

/** What engross should say of a translation. */
function expected(original, text, settings, reader) {
  const last = (list) => list.findLast(({ counts }) => counts);
  const [newest, own] = [last(original.all), last(text.all)];
  if (!newest || !own) return { state: 'unknown' };
  if (newest.seconds <= own.seconds) return { state: 'current' };
  const has = original.all.filter(({ seconds }) => seconds <= own.seconds);
  const base = has.at(-1);
  const says = (revision) => reader.read(revision, original.language);
  if (base && difference(says(base), says(original.all.at(-1))) === null) return { state: 'current' };
  const since = original.all.find(({ seconds, counts }) => counts && seconds > own.seconds);
  const reflected = last(has);
  return {
    state: 'behind',
    reflects: reflected ? settings.day(reflected.seconds) : null,
    since: settings.day(since.seconds),
    changed: settings.day(newest.seconds),
  };
}

/** A language and those from which it may take a text. */
const chain = (tag) => tag.split('-').map((_, at, parts) => parts.slice(0, parts.length - at).join('-'));

/** The first day that a text states in an attribute list. */
const stated = (text, reader) => /\{:[^{}\n]*\bdatetime="(\d{4}-\d\d-\d\d)"/.exec(reader.bytes(text.all.at(-1)))?.[1];

async function main() {
  const options = { status: { type: 'string' }, engross: { type: 'string' }, known: { type: 'string' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1) throw new Error('usage: node translations.mjs REPOSITORY [--status FILE.json] [--engross PATH] [--known DOCUMENT]');
  const [root] = positionals;
  const settings = new Settings(readFileSync(join(root, 'engross.toml'), 'utf8'));
  const { texts, reader } = await timelines(root, settings, new History(root));
  const marked = new Set(editorial(root));
  for (const text of texts) text.all = revisions(text, reader, marked);

  const faults = [];
  const said = status(root, values);
  const rows = new Map(said.documents.map((row) => [row.path, row.translation]));
  const documents = new Map();
  for (const text of texts) documents.set(text.document, [...(documents.get(text.document) ?? []), text]);
  const counts = { current: 0, behind: 0, unknown: 0 };
  const behind = [];
  const early = [];
  for (const [document, all] of documents) {
    const original = all.find(({ language }) => language === settings.source);
    for (const text of all) {
      const found = rows.get(text.path);
      if (text === original || !original) {
        if (found?.state !== 'original') faults.push(`${text.path}: ${JSON.stringify(found)} instead of an original`);
        continue;
      }
      const wanted = expected(original, text, settings, reader);
      counts[wanted.state] += 1;
      if (wanted.state === 'behind') behind.push(text.path);
      if (!isDeepStrictEqual(found, wanted)) {
        faults.push(`${text.path}: engross says ${JSON.stringify(found)}, git ${JSON.stringify(wanted)}`);
      }
      const [own, its] = [stated(text, reader), stated(original, reader)];
      if (own && its && own < its) early.push({ document, path: text.path, own, its });
    }
  }
  const languages = [...(settings.publish ?? new Set(texts.map(({ language }) => language)))];
  const lacking = [...documents].flatMap(([document, all]) => languages
    .filter((language) => !chain(language).some((tag) => all.some((text) => text.language === tag)))
    .map((language) => `${document} (${language})`)).sort();
  const listed = said.missing.map(({ document, locale }) => `${document} (${locale})`).sort();
  for (const name of lacking.filter((one) => !listed.includes(one))) faults.push(`${name} is missing, and engross does not say so`);
  for (const name of listed.filter((one) => !lacking.includes(one))) faults.push(`${name} is not missing, as engross says`);

  const known = early.filter(({ document }) => document === values.known);
  if (values.known && known.length === 0) faults.push(`no translation of ${values.known} states an earlier date than its original`);
  for (const { path, own, its } of known.filter((one) => !behind.includes(one.path))) faults.push(`${path} states ${own}, its original ${its}, and it is not behind`);

  const line = (what, value) => console.log(`${what.padEnd(48)}${value}`);
  line('translations', counts.current + counts.behind + counts.unknown);
  line('  current, behind, not known', `${counts.current}, ${counts.behind}, ${counts.unknown}`);
  line('not translated', lacking.length);
  line('that state an earlier date than their original', early.length);
  line('  of these behind', early.filter(({ path }) => behind.includes(path)).length);
  if (values.known) line(`  of ${values.known}`, known.map(({ path }) => path.split('/')[0]).join(' '));
  console.log(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
