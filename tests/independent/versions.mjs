// Judges the versions that engross builds from git, with git itself and another Markdown parser.
//
//   node versions.mjs REPOSITORY OUTPUT [--as-of DATE] [--count-only]
//
// REPOSITORY is a clean checkout with engross.toml at its top, OUTPUT the site that
// `engross build` made of it with `[versions] from = "git"`. --as-of is the day that the site was
// built for; default is today. --count-only prints the versions that a site must have, as JSON on
// standard output, and needs no OUTPUT.
//
// The versions of a text, which is a Markdown file of HEAD:
//   1. Its revisions are those of `git log --follow`, oldest first, as far as the commit that made
//      the file as a copy of another one. What git lists of a file that had the name of the copy
//      before belongs to it again. A commit that deletes the file is one of them.
//   2. A revision's day is that of its committer in the site's time zone, or the latest of those
//      before it, if that is later.
//   3. Of the revisions of one day the last one counts. If that deletes the file, the day has no version.
//   4. Of these, one that says the same as the last version before it is left out.
//   5. What remains are the versions. Each is named by its day.
//
// A fault is, for each text,
//   - a version that is missing, or too many, or of another commit or kind,
//   - a gap or an overlap in the times in force, or a standing that does not fit --as-of,
//   - a source.md or a digest that is not that of the file in the commit,
//   - a page whose words are not those of the file in the commit,
//   - a main page that does not hold the text in force.
// Exit code: 0 without faults, 1 with faults, 2 where something could not be read.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { History } from './history.mjs';
import { Settings } from './settings.mjs';
import { article, firstDifference, editorial, timelines, shown } from './timelines.mjs';

const USAGE = 'usage: node versions.mjs REPOSITORY OUTPUT [--as-of DATE] [--count-only]';
const DAY = /^\d{4}-\d\d-\d\d$/;

// ---- The site ----

const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

class Judge {
  faults = [];

  constructor(output, settings, reader, asOf, marked) {
    Object.assign(this, { output, settings, reader, asOf, marked });
  }

  file(url) {
    if (typeof url !== 'string' || !url.startsWith(this.settings.base)) throw new Error(`${url} is not below ${this.settings.base}`);
    const path = decodeURIComponent(url.slice(this.settings.base.length)).replace(/(^|\/)$/, '$1index.html');
    return readFileSync(join(this.output, path));
  }

  /** Compares the whole site. */
  site(texts) {
    const index = JSON.parse(readFileSync(join(this.output, 'index.json'), 'utf8'));
    const name = (document, language) => `${document} (${language})`;
    const listed = new Map();
    for (const { document, languages } of index.documents) {
      for (const entry of languages) {
        const key = name(document, entry.language);
        if (listed.has(key)) this.faults.push(`${key}: index.json lists it twice`);
        listed.set(key, { ...entry, document });
      }
    }
    for (const text of texts) {
      const key = name(text.document, text.language);
      const entry = listed.get(key);
      listed.delete(key);
      this.text(text, entry);
    }
    for (const [key, entry] of listed) this.text({ ...entry, path: key, versions: [], fallback: true }, entry);
  }

  text(text, entry) {
    const fault = (what) => this.faults.push(`${text.path}: ${what}`);
    if (!entry) return fault('index.json does not list it');
    let file;
    try {
      file = JSON.parse(this.file(entry.versions).toString());
    } catch (error) {
      return fault(`versions.json cannot be read: ${error.message}`);
    }
    if (file.document !== text.document) fault(`versions.json: document is ${file.document}`);
    if (file.language !== text.language) fault(`versions.json: language is ${file.language}`);
    if (file.url !== entry.url) fault(`versions.json: url is ${file.url}, in index.json ${entry.url}`);
    if (!Array.isArray(file.versions)) return fault('versions.json: versions is no list');
    const entries = file.versions.filter((each) => each.version !== null);
    if (entries.length < file.versions.length) fault('versions.json: text that is not committed, in a clean checkout');
    this.chain(entries, fault);

    const own = entries.filter(({ language }) => language === text.language).reverse();
    const ids = (list) => list.map(({ version }) => version);
    const missing = ids(text.versions).filter((id) => !ids(own).includes(id));
    const added = ids(own).filter((id) => !ids(text.versions).includes(id));
    if (missing.length > 0) fault(`versions missing, ${missing.length} of ${text.versions.length}: ${missing.slice(0, 5).join(', ')}`);
    if (added.length > 0) fault(`versions too many, ${added.length}: ${added.slice(0, 5).join(', ')}`);
    if (own.length !== new Set(ids(own)).size) fault('versions.json: a version is there twice');
    text.versions.forEach((version, index) => {
      const found = own.find((each) => each.version === version.version);
      if (found) this.version(text, version, found, index === 0, (what) => fault(`${version.version}: ${what}`));
    });
    if (!text.fallback) this.main(text, file.url, fault);
  }

  /** Times in force and standings. */
  chain(entries, fault) {
    const inForce = entries.findIndex(({ effective }) => effective <= this.asOf);
    entries.forEach((entry, index) => {
      const { version, effective, until, standing } = entry;
      if (!DAY.test(effective)) return fault(`${version}: effective is ${effective}`);
      const next = entries[index - 1]?.effective;
      if (next < effective) fault(`${version}: effective from ${effective}, after the next one of ${next}`);
      const last = next === undefined ? null : next <= effective ? effective : dayBefore(next);
      if (until !== last) fault(`${version}: until is ${until} instead of ${last}`);
      const expected = effective > this.asOf ? 'upcoming' : index === inForce ? 'in-force' : 'superseded';
      if (standing !== expected) fault(`${version}: standing is ${standing} instead of ${expected} on ${this.asOf}`);
    });
  }

  version(text, version, found, first, fault) {
    const { url, source, effective, kind, updated, commit, sha256 } = found;
    if (effective !== version.version) fault(`effective is ${effective}`);
    if (updated !== null && !DAY.test(updated)) fault(`updated is ${updated}`);
    if (source !== `${url}source.md`) fault(`source is ${source}`);
    const marks = version.made.map((revision) => this.marked.has(revision.commit));
    // What holds for edits of both kinds together, and for the first version, is not judged.
    const expected = first ? null : marks.every(Boolean) ? 'minor' : marks.includes(true) ? null : 'major';
    if (!['major', 'minor'].includes(kind) || (expected && kind !== expected)) fault(`kind is ${kind}`);

    try {
      const bytes = this.file(source);
      if (sha256 !== createHash('sha256').update(bytes).digest('hex')) fault('sha256 is not that of source.md');
      if (commit !== version.commit) return fault(`commit is ${commit} instead of ${version.commit}`);
      if (!bytes.equals(this.reader.bytes(version))) fault(`source.md is not ${version.path} of ${version.commit}`);
    } catch (error) {
      return fault(`source.md: ${error.message}`);
    }
    this.words(text, version, url, fault);
  }

  /** The words of a page against those of a revision. */
  words(text, revision, url, fault) {
    const expected = shown(this.reader.read(revision, text.language));
    try {
      const found = article(this.file(url).toString(), this.reader.source(revision));
      const change = firstDifference(expected, found, text.language);
      if (change) fault(`the words of ${url}: ${change}`);
      if (!found.title.includes(expected.title)) fault(`the title of ${url} is ${JSON.stringify(found.title)}`);
    } catch (error) {
      fault(`${url} cannot be read: ${error.message}`);
    }
  }

  /** The main page holds the text of HEAD, or the version in force where a later one lies ahead. */
  main(text, url, fault) {
    const ahead = text.versions.at(-1).version > this.asOf;
    const inForce = text.versions.findLast(({ version }) => version <= this.asOf);
    if (ahead && !inForce) return;
    this.words(text, ahead ? inForce : { commit: this.reader.history.head, path: text.path }, url, fault);
  }
}

const sum = (list, key) => list.reduce((total, each) => total + each[key], 0);

async function main() {
  const options = { 'as-of': { type: 'string' }, 'count-only': { type: 'boolean', default: false } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [root, output] = positionals;
  const counting = values['count-only'];
  if (positionals.length > 2 || positionals.length < (counting ? 1 : 2)) throw new Error(USAGE);
  const settings = new Settings(readFileSync(join(root, 'engross.toml'), 'utf8'));
  const asOf = values['as-of'] ?? settings.day(Date.now() / 1000);
  if (!DAY.test(asOf)) throw new Error(USAGE);
  const { texts, reader } = await timelines(root, settings, new History(root));
  const versions = texts.reduce((total, text) => total + text.versions.length, 0);

  if (counting) {
    const documents = texts.map(({ document, language, path, revisions, ...counts }) => ({
      document, language, path, ...counts, revisions: revisions.length,
      versions: counts.versions.map(({ version, commit, path: name }) => ({ version, commit, path: name })),
    }));
    const [revisions, same_day, without_text, same_text] =
      ['revisions', 'same_day', 'without_text', 'same_text'].map((key) => sum(documents, key));
    const totals = { texts: texts.length, versions, revisions, same_day, without_text, same_text };
    console.log(JSON.stringify({ ...totals, documents }, null, 1));
    console.error(`${texts.length} texts, ${versions} versions, 0 faults`);
    return 0;
  }
  const judge = new Judge(output, settings, reader, asOf, editorial(root));
  judge.site(texts);
  for (const fault of judge.faults) console.log(fault);
  console.log(`${texts.length} texts, ${versions} versions, ${judge.faults.length} faults`);
  return judge.faults.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
